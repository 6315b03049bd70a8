#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the gold and the traps of the corpora against their texts.

Spans lie in the text, quote it, do not overlap; types are known; entities,
where the lexicon's tables are given, exist and have the type said.
"""
import argparse
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def read_types(tables):
    types = {}
    for path in sorted((tables / "entities").glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            cells = line.split("\t")
            types[cells[0]] = cells[1]
    return types


def check_gold(path, types):
    text = (path.parent / (path.name[:-len(".gold.jsonl")] + ".txt")
            ).read_text(encoding="utf-8")
    last = 0
    for number, line in enumerate(
            path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        where = f"{path.relative_to(ROOT)}:{number}"
        if text[row["start"]:row["end"]] != row["text"]:
            yield f"{where}: the text there is not {row['text']!r}"
        if row["start"] < last:
            yield f"{where}: overlaps the mention before it"
        last = row["end"]
        for entity in [row["entity"]] + row.get("alt", []):
            if entity is not None and entity not in types:
                yield f"{where}: unknown entity {entity}"
        entity = row["entity"]
        if entity in types and types[entity] != row["type"]:
            yield (f"{where}: {entity} is a {types[entity]}, not a "
                   f"{row['type']}")


def check_traps(path):
    for number, line in enumerate(
            path.read_text(encoding="utf-8").splitlines()[1:], 2):
        doc, start, end, text, _ = line.split("\t")
        source = (path.parent / doc).read_text(encoding="utf-8")
        if source[int(start):int(end)] != text:
            yield (f"{path.relative_to(ROOT)}:{number}: the text there is "
                   f"not {text!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tables", type=pathlib.Path, required=True)
    types = read_types(parser.parse_args().tables)
    problems = []
    golds = sorted((ROOT / "corpora").rglob("*.gold.jsonl"))
    if not golds:
        problems.append("corpora: no gold found")
    for path in golds:
        problems.extend(check_gold(path, types))
    for path in sorted((ROOT / "corpora").rglob("traps.tsv")):
        problems.extend(check_traps(path))
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
