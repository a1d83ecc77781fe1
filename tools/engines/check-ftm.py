"""Validates FollowTheMoney entities with the package itself: FILE."""

import json
import sys

from followthemoney import model


def main(path):
    count = 0
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        data = json.loads(line)
        entity = model.get_proxy(data, cleaned=False)
        entity.schema.validate(data)
        if entity.schema.abstract:
            sys.exit(f"{path}:{number}: {entity.schema.name} is abstract")
        kept = {name: set(values) for name, values in entity.to_dict()["properties"].items()}
        for name, values in data["properties"].items():
            missing = set(values) - kept.get(name, set())
            if missing:
                sys.exit(f"{path}:{number}: {name} loses {missing}")
        if not entity.caption:
            sys.exit(f"{path}:{number}: no caption")
        count += 1
    if count == 0:
        sys.exit(f"{path}: empty")
    print(f"{count} entities")


main(sys.argv[1])
