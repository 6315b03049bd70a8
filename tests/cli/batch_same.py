#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A batch says of each query what it says when asked alone.

  batch_same.py PROGRAM

Queries are forms of the lexicon by chance (the seed is fixed), whole or with a
letter changed, some with a language, a year, a type or a context, and some
headings. Rows are compared but for the label, for the language of labels is
the command's, not a query's; for one thread and for three.
"""
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
COLUMNS = ("query", "lang", "year", "written", "type", "context")
LABEL = 5
COUNT = 60


def forms():
    found = []
    for path in sorted((ROOT / "lexicon" / "forms").glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        column = lines[0].split("\t").index("form")
        found += [line.split("\t")[column] for line in lines[1:]]
    return found


def query_of(chance, names):
    name = chance.choice(names)
    if chance.random() < 0.4:
        at = chance.randrange(len(name))
        name = name[:at] + chance.choice(name) + name[at + 1:]
    name += chance.choice(["", "", "", ", 1087-1143", " (Dynasty)", ", Sultan"])
    maybe = lambda *values: chance.choice(("",) * 4 + values)
    return (name.strip(), maybe("en", "fa", "zh-Hant", "ru"),
            maybe("1141", "960"), maybe("1300", "1900"),
            maybe("person", "polity", "place"),
            maybe("In 1141 at Qatwan", "the Seljuk sultan Sanjar"))


def rows_of(program, arguments):
    run = subprocess.run([program, "resolve", "--format", "tsv", *arguments],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{arguments}: {run.stderr.decode()}")
    header, *lines = run.stdout.decode("utf-8").split("\n")[:-1]
    if header.split("\t")[LABEL] != "label":
        sys.exit(f"the columns are {header}")
    rows = [line.split("\t") for line in lines]
    return [row[:LABEL] + row[LABEL + 1:] for row in rows]


def alone(program, query):
    arguments = []
    for column, value in zip(COLUMNS[1:], query[1:]):
        if value:
            arguments += ["--" + column, value]
    return [row[1:] for row in rows_of(program, [*arguments, "--", query[0]])]


def main():
    program = sys.argv[1]
    chance = random.Random(1218)
    names = forms()
    queries = [query_of(chance, names) for _ in range(COUNT)]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "queries.tsv"
        lines = ["\t".join(row) for row in [COLUMNS, *queries]]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        batches = [rows_of(program, ["--batch", str(path), "--jobs", jobs])
                   for jobs in ("1", "3")]
    wrong = 0
    if batches[0] != batches[1]:
        wrong += 1
        print("one thread and three say different things")
    answered = 0
    for number, query in enumerate(queries, 1):
        batch = [row[1:] for row in batches[0] if row[0] == str(number)]
        single = alone(program, query)
        answered += len(single) > 1
        if batch != single:
            wrong += 1
            print(f"{query}: in the batch\n  {batch}\nalone\n  {single}")
    if answered < COUNT // 6:
        wrong += 1
        print(f"only {answered} queries have several answers")
    print(f"{COUNT} queries, {wrong} wrong")
    sys.exit(wrong > 0)


main()
