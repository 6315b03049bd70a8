#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Turns a text with inline marks into a plain text, its gold and its traps.

Usage: tools/gold_from_markup.py TEXT.ann OUTDIR [--traps TRAPS.tsv]

Marks in TEXT.ann (white square brackets U+27E6 U+27E7):
  [[surface|type|entity|alt1,alt2]]   a mention; entity `-` when unlisted;
                                      the alternatives may be left out
  [[surface|!|why]]                   a trap: must not be annotated
Writes OUTDIR/<stem>.txt and OUTDIR/<stem>.gold.jsonl, and replaces the rows
of <stem>.txt in TRAPS.tsv (doc start end text why). Offsets: code points.
"""
import argparse
import json
import pathlib
import re
import sys

MARK = re.compile("\u27e6([^\u27e6\u27e7]*)\u27e7")
TYPES = set("polity people person clan place title era work language script "
            "religion event term".split())


def convert(marked, doc):
    """Returns (plain text, gold rows, trap rows); raises ValueError."""
    plain, gold, traps = [], [], []
    size = 0
    last = 0
    for mark in MARK.finditer(marked):
        before = marked[last:mark.start()]
        plain.append(before)
        size += len(before)
        last = mark.end()
        fields = mark.group(1).split("|")
        surface = fields[0]
        start, end = size, size + len(surface)
        if len(fields) == 3 and fields[1] == "!":
            traps.append((doc, start, end, surface, fields[2]))
        elif len(fields) in (3, 4) and fields[1] in TYPES:
            row = {"doc": doc, "start": start, "end": end, "text": surface,
                   "type": fields[1],
                   "entity": None if fields[2] == "-" else fields[2]}
            if len(fields) == 4 and fields[3]:
                row["alt"] = fields[3].split(",")
            gold.append(row)
        else:
            raise ValueError("bad mark: " + mark.group(0))
        plain.append(surface)
        size += len(surface)
    plain.append(marked[last:])
    text = "".join(plain)
    if "\u27e6" in text or "\u27e7" in text:
        raise ValueError("a mark is not closed")
    for row in gold:
        assert text[row["start"]:row["end"]] == row["text"]
    return text, gold, traps


def write_traps(path, doc, traps):
    """Replaces the rows of `doc` in the traps table, keeps it sorted."""
    header = "doc\tstart\tend\ttext\twhy"
    rows = []
    if path.exists():
        rows = [line.split("\t")
                for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    rows = [row for row in rows if row[0] != doc]
    rows += [[str(cell) for cell in trap] for trap in traps]
    rows.sort(key=lambda row: (row[0], int(row[1])))
    lines = [header] + ["\t".join(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=pathlib.Path)
    parser.add_argument("outdir", type=pathlib.Path)
    parser.add_argument("--traps", type=pathlib.Path)
    options = parser.parse_args()
    doc = options.text.stem + ".txt"
    try:
        marked = options.text.read_text(encoding="utf-8")
        text, gold, traps = convert(marked, doc)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        sys.exit(f"{options.text}: {error}")
    (options.outdir / doc).write_text(text, encoding="utf-8")
    with open(options.outdir / (options.text.stem + ".gold.jsonl"), "w",
              encoding="utf-8") as out:
        for row in gold:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    if options.traps:
        write_traps(options.traps, doc, traps)
    print(f"{doc}: {len(gold)} mentions, {len(traps)} traps")


if __name__ == "__main__":
    main()
