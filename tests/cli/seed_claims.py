#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks the program what an article on the Qara Khitai says of names.

Usage: seed_claims.py PROGRAM CASES.tsv

Each row of the table has a claim, the command that answers it, and what the
answer must hold, between bars: names, how certain it is, who says so.
"""
import os
import shlex
import subprocess
import sys


def rows_of(path):
    with open(path, encoding="utf-8") as table:
        lines = [line.rstrip("\n") for line in table]
    header = None
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        cells = line.split("\t")
        if header is None:
            header = [cell.lstrip("# ") for cell in cells]
            continue
        if line.startswith("#"):
            continue
        if len(cells) != len(header):
            sys.exit(f"{path}:{number}: {len(cells)} cells, "
                     f"expected {len(header)}")
        yield number, dict(zip(header, cells))


def answer(program, command):
    run = subprocess.run(
        [program] + shlex.split(command), capture_output=True,
        encoding="utf-8", env=dict(os.environ, LC_ALL="C.UTF-8"), check=False)
    text = run.stdout.replace("\u2068", "").replace("\u2069", "")
    return run.returncode, text, run.stderr


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, table = sys.argv[1:]
    failed = claims = 0
    for number, row in rows_of(table):
        claims += 1
        code, text, talk = answer(program, row["command"])
        missing = [part.strip() for part in row["expect"].split("|")
                   if part.strip() not in text]
        wrong = code != 0 or bool(missing)
        if wrong != (row["state"] == "todo"):
            failed += 1
            print(f"{table}:{number}: {row['claim']}")
            print(f"  khitai {row['command']}: exit {code} {talk.strip()}")
            print(f"  missing: {missing}" if missing
                  else "  as expected: `todo` becomes `ok`")
    print(f"{claims} claims, {failed} answered otherwise")
    if claims < 30:
        sys.exit("too few claims: is the table whole?")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
