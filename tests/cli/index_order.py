#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The order of `khitai index` in many languages (tests/cases/index_order.tsv).

    index_order.py PROGRAM

The names of a row are the whole lexicon; a text that holds them from the last
to the first is indexed, with one thread and with several.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

TABLE = pathlib.Path(__file__).resolve().parents[1] / "cases/index_order.tsv"


def unescaped(text):
    return re.sub(r"\\u\{(\w+)\}", lambda m: chr(int(m[1], 16)), text)


def index_of(program, folder, names, lang, collation):
    """"[A] Aaron|apple|[B] ..." as the program has it."""
    table = folder / "names.tsv"
    rows = "".join(f"n{i}\t{name}\tund\tperson\t{name}\n"
                   for i, name in enumerate(names))
    table.write_text("id\tform\tlang\ttype\tlabel\n" + rows, "utf-8")
    lexicon = folder / "names.klex"
    subprocess.run([program, "compile", "--no-lexicon", "--quiet", "--names",
                    table, "--out", lexicon], check=True)
    texts = []
    for i, name in enumerate(reversed(names)):
        texts.append(folder / f"{i}.txt")
        texts[-1].write_text(name + "\n", "utf-8")
    command = [program, "index", "--lexicon", lexicon, "--lang", lang,
               "--quiet", "--format", "json", *texts]
    if collation != "~":
        command += ["--collation", collation]
    said = {subprocess.run(command + ["--jobs", jobs], check=True,
                           stdout=subprocess.PIPE).stdout
            for jobs in ("1", "3")}
    if len(said) != 1:
        return "--jobs changes the index"
    out = []
    for group in json.loads(said.pop())["groups"]:
        headings = [entry["heading"] for entry in group["entries"]]
        out += [f"[{group['label']}] {headings[0]}", *headings[1:]]
    return "|".join(out)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    lines = [line for line in TABLE.read_text("utf-8").splitlines()
             if line and not line.startswith("#")]
    wrong = 0
    for line in lines[1:]:
        _, lang, collation, names, expected, _ = unescaped(line).split("\t")
        with tempfile.TemporaryDirectory() as folder:
            got = index_of(program, pathlib.Path(folder), names.split("|"),
                           lang, collation)
        if got != expected:
            wrong += 1
            print(f"{lang} {collation}: {got}\nexpected {expected}")
    print(f"{len(lines) - 1} orders, {wrong} wrong")
    sys.exit(1 if wrong or len(lines) < 2 else 0)


if __name__ == "__main__":
    main()
