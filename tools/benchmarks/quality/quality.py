"""Tamga and its peers on the same names, by the same figures.

Right first: the share of names of one language whose own entity scores highest among all names of another; ties count
for their share. Judged pairs: area under the ROC curve, recall where at most one in thirty negatives is accepted, and
what is called the same. Hard negatives: the share called the same. The peers' thresholds are their usual ones.
"""
import argparse
import csv
import json
import os
import subprocess
import tempfile
import time

PERSONS = [("ru", "en"), ("en", "ru"), ("kk", "ru"), ("az", "ru"), ("kk", "en"), ("az", "en"), ("uk", "ru")]
PLACES = [("kk", "ru"), ("az", "ru"), ("kk", "en"), ("az", "en"), ("ru", "kk"), ("ru", "az"), ("az-Arab", "az")]
ORGANISATIONS = [("ru", "en"), ("en", "ru")]


class Tamga:
    """The command, fed with pairs."""

    name = "tamga"

    def __init__(self, path):
        self.path = path

    def scores(self, pairs, kind):
        with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False, encoding="utf-8") as file:
            for a, b in pairs:
                file.write(a.replace("\t", " ") + "\t" + b.replace("\t", " ") + "\n")
        command = [self.path, "match", "--pairs", file.name, "--format", "lines", "--type", kind, "--quiet"]
        result = subprocess.run(command, capture_output=True, text=True, check=True)
        os.unlink(file.name)
        rows = [line.split("\t") for line in result.stdout.split("\n")[:-1]]
        return [(float(row[2]), row[3] == "same") for row in rows]


class Fuzzy:
    """rapidfuzz's token sort ratio over anyascii's romanisation."""

    name = "rapidfuzz+anyascii"
    threshold = 0.85

    def __init__(self):
        from anyascii import anyascii
        from rapidfuzz import fuzz

        self.romanise = anyascii
        self.ratio = fuzz.token_sort_ratio
        self.cache = {}

    def key(self, name):
        if name not in self.cache:
            self.cache[name] = " ".join(sorted(self.romanise(name).lower().replace(",", " ").split()))
        return self.cache[name]

    def scores(self, pairs, kind):
        from rapidfuzz import fuzz

        found = (fuzz.ratio(self.key(a), self.key(b)) / 100 for a, b in pairs)
        return [(score, score >= self.threshold) for score in found]


class LogicV2:
    """nomenklatura's logic-v2, the better of the two argument orders."""

    name = "nomenklatura logic-v2"
    threshold = 0.7
    schemas = {"person": "Person", "place": "Address", "organization": "Organization"}

    def __init__(self):
        from followthemoney import EntityProxy
        from nomenklatura.matching import get_algorithm

        self.algorithm = get_algorithm("logic-v2")
        self.config = self.algorithm.default_config()
        self.proxy = EntityProxy
        self.cache = {}

    def entity(self, name, kind):
        key = (name, kind)
        if key not in self.cache:
            schema = "Person" if kind == "person" else "Organization" if kind == "organization" else "LegalEntity"
            data = {"id": str(len(self.cache)), "schema": schema, "properties": {"name": [name]}}
            self.cache[key] = self.proxy.from_dict(data)
        return self.cache[key]

    def scores(self, pairs, kind):
        found = []
        for a, b in pairs:
            x, y = self.entity(a, kind), self.entity(b, kind)
            score = max(
                self.algorithm.compare(x, y, self.config).score,
                self.algorithm.compare(y, x, self.config).score,
            )
            found.append((score, score >= self.threshold))
        return found


def entities(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def likeness(entity, x, y):
    similar = entity.get("meta", {}).get("sim", {})
    return similar.get(f"{x}~{y}", similar.get(f"{y}~{x}", 1))


def right_first(matcher, all_entities, x, y, kind, limit):
    """The share of names in x whose entity is first among all names in y."""
    candidates = [(e["id"], n["name"]) for e in all_entities for n in e["names"] if n["lang"] == y]
    linked = {entity for entity, _ in candidates}
    owners = {}
    for entity in all_entities:
        for name in entity["names"]:
            if name["lang"] in (x, y):
                owners.setdefault((name["lang"], name["name"].lower()), set()).add(entity["id"])
    queries = []
    for entity in all_entities:
        own = [n["name"] for n in entity["names"] if n["lang"] == x]
        if not own or entity["id"] not in linked:
            continue
        if kind == "place":
            if likeness(entity, x, y) < 0.6:
                continue
            keys = [(n["lang"], n["name"].lower()) for n in entity["names"] if n["lang"] in (x, y)]
            if any(len(owners[key]) > 1 for key in keys):
                continue
        queries.append((entity["id"], own[0]))
    queries = queries[:: max(1, len(queries) // limit)][:limit]
    pairs = [(query, name) for _, query in queries for _, name in candidates]
    scores = [score for score, _ in matcher.scores(pairs, kind)]
    right = 0.0
    for index, (entity, _) in enumerate(queries):
        row = scores[index * len(candidates) : (index + 1) * len(candidates)]
        best = max(row)
        first = [candidates[i][0] for i, score in enumerate(row) if score == best]
        right += first.count(entity) / len(first)
    return right / max(1, len(queries)), len(queries), len(pairs)


def auc(scores):
    same = [s for s, truth in scores if truth]
    other = [s for s, truth in scores if not truth]
    wins = sum((a > b) + (a == b) / 2 for a in same for b in other)
    return wins / max(1, len(same) * len(other))


def recall(scores, share):
    other = sorted((s for s, truth in scores if not truth), reverse=True)
    same = [s for s, truth in scores if truth]
    limit = other[int(len(other) * share)]
    return sum(s > limit for s in same) / max(1, len(same))


def judged(path, split):
    rows = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            cells = line.rstrip("\n").split("\t")
            if cells[4] != "ask" and cells[6] == split:
                rows.append((cells[1], cells[2], cells[3], cells[4] == "same"))
    return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tamga", required=True)
    parser.add_argument("--pairs", required=True)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--limit", type=int, default=100, help="names looked for in each pair of languages")
    parser.add_argument("--skip-nomenklatura", action="store_true")
    options, _ = parser.parse_known_args()
    matchers = [Tamga(options.tamga), Fuzzy()]
    if not options.skip_nomenklatura:
        matchers.append(LogicV2())
    for matcher in matchers:
        start = time.process_time()
        print(f"== {matcher.name}")
        for split in ["tune", "aside"]:
            rows = judged(options.pairs, split)
            scores = []
            merged = {True: 0, False: 0}
            for kind in sorted({row[2] for row in rows}):
                part = [row for row in rows if row[2] == kind]
                found = matcher.scores([(a, b) for a, b, _, _ in part], kind)
                for (score, same), row in zip(found, part):
                    scores.append((score, row[3]))
                    merged[row[3]] += same
            same = sum(truth for _, truth in scores)
            print(
                f"judged pairs ({split})  AUC {auc(scores):.4f}  recall at 1 false of 30 {recall(scores, 1 / 30):.4f}"
                f"  called same: true {merged[True] / same:.4f}, false {merged[False] / (len(scores) - same):.4f}"
            )
        hard = os.path.join(options.gold, "hard_negatives.csv")
        if os.path.exists(hard):
            with open(hard, encoding="utf-8", newline="") as file:
                pairs = [(row["name_a"], row["name_b"]) for row in csv.DictReader(file)]
            found = matcher.scores(pairs, "person")
            print(f"hard negatives  called same {sum(same for _, same in found)} of {len(found)}")
        for kind, file, languages in [
            ("person", "persons", PERSONS),
            ("place", "places", PLACES),
            ("organization", "orgs", ORGANISATIONS),
        ]:
            path = os.path.join(options.gold, file + ".jsonl")
            if not os.path.exists(path):
                continue
            all_entities = entities(path)
            for x, y in languages:
                share, count, _ = right_first(matcher, all_entities, x, y, kind, options.limit)
                print(f"right first  {kind}  {x} -> {y}  {share:.4f} of {count}", flush=True)
        print(f"{time.process_time() - start:.1f} s of processor time in this process")


main()
