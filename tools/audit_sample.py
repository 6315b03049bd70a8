#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws rows of the lexicon by chance, to be checked a second time.

Usage: audit_sample.py [--rows N] [--seed S] [--date D] [--only PREFIX] LEXICON

Prints lines for lexicon/audit.tsv: table, row (cells joined by "|"), an empty
verdict and note, the date. The draw depends on the seed and the rows alone.
`--only liao-` takes files whose names begin so.
"""
import argparse
import datetime
import pathlib
import random

TABLES = ["entities", "names", "forms", "senses", "parts", "links",
          "relations", "dates", "distinct"]


def rows_of(lexicon, only):
    """(table, row) of every row, in the order of files and lines."""
    for table in TABLES:
        files = sorted(lexicon.glob(f"{table}/**/*.tsv"))
        single = lexicon / f"{table}.tsv"
        if single.exists():
            files.append(single)
        for path in files:
            if not path.name.startswith(only):
                continue
            lines = path.read_text(encoding="utf-8").splitlines()
            for line in lines[1:]:
                yield table, line.replace("\t", "|").rstrip("|")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("lexicon", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--date", default=str(datetime.date.today()))
    parser.add_argument("--only", default="")
    wanted = parser.parse_args()
    rows = list(rows_of(wanted.lexicon, wanted.only))
    if not rows:
        parser.error(f"{wanted.lexicon}: no rows, expected a lexicon folder")
    chosen = random.Random(wanted.seed).sample(
        range(len(rows)), min(wanted.rows, len(rows)))
    for index in sorted(chosen):
        table, row = rows[index]
        print(f"{table}\t{row}\t\t\t{wanted.date}")


if __name__ == "__main__":
    main()
