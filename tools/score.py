#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores annotations against gold: precision, recall, F1, decisions, traps.

Usage: tools/score.py PROGRAM FOLDER [--errors]

Runs PROGRAM annotate on every FOLDER/*.txt that has a .gold.jsonl beside it
and prints a row a text:

  found      gold mentions of listed entities whose exact span was annotated
  span P R F1  of spans; a mention on an unlisted name (entity null) counts as
               wrong only when it was decided
  right      of the found: first candidate is the gold entity or one of `alt`
  decided    of the found: decision is `match`
  wrong      of the decided: another entity
  traps      trap spans that a decided mention overlaps, of all traps
"""
import argparse
import collections
import json
import pathlib
import subprocess


def annotate(program, path):
    run = subprocess.run([program, "annotate", path, "--format", "jsonl",
                          "--offsets", "codepoint"], check=True,
                         stdout=subprocess.PIPE)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def read_traps(folder):
    traps = collections.defaultdict(list)
    path = folder / "traps.tsv"
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            doc, start, end, text, _ = line.split("\t")
            traps[doc].append((int(start), int(end), text))
    return traps


def score(gold, found, traps, errors):
    """Counts for one text; appends error lines."""
    count = collections.Counter()
    by_span = {(m["start"], m["end"]): m for m in found}
    used = set()
    for row in gold:
        span = (row["start"], row["end"])
        mention = by_span.get(span)
        if row["entity"] is None and "alt" not in row:
            used.add(span)
            if mention and mention["decision"] == "match":
                count["false"] += 1
                errors.append(f"unlisted, decided: {row['text']} -> "
                              f"{mention['entity']}")
            continue
        count["gold"] += 1
        if mention is None:
            near = [m["text"] for m in found
                    if m["start"] < row["end"] and m["end"] > row["start"]]
            errors.append(f"missed: {row['text']} ({row['entity']})" +
                          (f", found {near}" if near else ""))
            continue
        used.add(span)
        count["found"] += 1
        top = mention["candidates"][0]["entity"]
        right = top in [row["entity"]] + row.get("alt", [])
        count["right"] += right
        decided = mention["decision"] == "match"
        count["decided"] += decided
        count["wrong"] += decided and not right
        if not right:
            errors.append(f"{mention['decision']}: {row['text']} -> {top}, "
                          f"gold {row['entity']}")
    for mention in found:
        if (mention["start"], mention["end"]) in used:
            continue
        count["false"] += 1
        errors.append(f"extra: {mention['text']} -> "
                      f"{mention['candidates'][0]['entity']} "
                      f"({mention['decision']})")
    for start, end, text in traps:
        count["traps"] += 1
        hit = [m for m in found if m["decision"] == "match" and
               m["start"] < end and m["end"] > start]
        count["trapped"] += bool(hit)
        if hit:
            errors.append(f"trap: {text} -> {hit[0]['text']} = "
                          f"{hit[0]['entity']}")
    return count


def row_of(name, count):
    def part(a, b):
        return f"{100 * a / b:5.1f}" if b else "    -"
    found, gold, false = count["found"], count["gold"], count["false"]
    f1 = part(2 * found, 2 * found + false + gold - found)
    return (f"{name:16} {gold:5} {part(found, found + false)} "
            f"{part(found, gold)} {f1} {part(count['right'], found)} "
            f"{part(count['decided'], found)} "
            f"{part(count['wrong'], count['decided'])} "
            f"{count['trapped']:3}/{count['traps']}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    traps = read_traps(options.folder)
    total = collections.Counter()
    print("text              gold     P     R    F1 right decid wrong traps")
    for path in sorted(options.folder.glob("*.gold.jsonl")):
        doc = path.name[:-len(".gold.jsonl")] + ".txt"
        gold = [json.loads(line) for line in
                path.read_text(encoding="utf-8").splitlines()]
        errors = []
        count = score(gold, annotate(options.program, path.parent / doc),
                      traps[doc], errors)
        total.update(count)
        print(row_of(doc[:-4], count))
        if options.errors:
            for line in errors:
                print("    " + line)
    print(row_of("all", total))


if __name__ == "__main__":
    main()
