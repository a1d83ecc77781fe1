"""Pairs of names that the synonyms of an index must bring together: EXPORT KIND, a pair a line with a tab.

KIND is equivalent (any name of an entity finds any other) or explicit (every name finds the canonical one).
A name that two entities have is left out: it stands for both.
"""

import collections
import json
import sys


def names(entity):
    seen = {}
    forms = [form["form"] for form in entity["forms"].values()]
    for name in [entity["canonical"]] + [v["name"] for v in entity["variants"]] + forms:
        name = " ".join(name.split())
        if any(c.isalnum() for c in name):
            seen.setdefault(name.lower(), name)
    return list(seen.values())


def main(path, kind):
    entities = [json.loads(line) for line in open(path, encoding="utf-8")]
    owners = collections.Counter(n.lower() for e in entities for n in names(e))
    for entity in entities:
        all_names = names(entity)
        canonical = all_names[0] if all_names else ""
        for name in all_names[1:]:
            if owners[name.lower()] > 1:
                continue
            print(name, canonical, sep="\t")
            if kind == "equivalent" and owners[canonical.lower()] == 1:
                print(canonical, name, sep="\t")


main(*sys.argv[1:])
