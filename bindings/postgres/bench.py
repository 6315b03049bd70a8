#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How fast is to_tsvector('khitai', ...) beside PostgreSQL's own parser?

    bench.py BUILD_FOLDER [--texts FOLDER] [--pg-config PG_CONFIG]

Texts (*.txt) are cut at line ends into documents of some 2 KB. Each file is
indexed by each configuration in turn, three times; the best time counts. Before
that, tokens of names must be there. Ratios are speeds beside the other's in the
same run: above 1 is faster. The default parser takes what stands between blanks
for a word, in Chinese a clause; `/spaced` is beside 'simple' on the same words
and characters with blanks between.
"""
import argparse
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE / "tests"))
from server import Server, skip  # noqa: E402

CONFIGURATIONS = ["khitai", "simple", "english"]
ROUNDS = 3
DOCUMENT = 2000  # bytes
MOST = 4 << 20  # bytes of a file


def documents(path):
    out, size = [[]], 0
    for line in path.read_bytes()[:MOST].decode("utf-8", "ignore").split("\n"):
        if size > DOCUMENT:
            out.append([])
            size = 0
        out[-1].append(line)
        size += len(line.encode())
    return [" ".join(lines) for lines in out]


def copied(text):
    return re.sub(r"[\x00-\x1f]", " ", text).replace("\\", "\\\\")


def seconds(own, database, configuration, column="body"):
    plan = own.sql(database, f"""
        SET max_parallel_workers_per_gather = 0;
        SELECT to_tsvector('{configuration}', 'warm');
        EXPLAIN (ANALYZE, TIMING OFF, COSTS OFF)
          SELECT count(to_tsvector('{configuration}', {column})) FROM texts""")
    told = [row[0] for row in plan if row[0].startswith("Execution Time")]
    return float(told[0].split()[2]) / 1000


def index_size(own, database, configuration):
    return int(own.sql(database, f"""
        CREATE INDEX one ON texts USING gin (to_tsvector('{configuration}', body));
        SELECT pg_relation_size('one'); DROP INDEX one""")[0][0])


def measure(own, path):
    name = "bench_" + re.sub(r"\W", "_", path.stem)
    database = own.database(name)
    texts = documents(path)
    own.sql(database, "CREATE TABLE texts (body text, spaced text);\n"
            "COPY texts (body) FROM stdin;\n" +
            "".join(copied(text) + "\n" for text in texts) + "\\.\n"
            """UPDATE texts SET spaced = (SELECT string_agg(token, ' ')
                 FROM ts_parse('khitai', body) WHERE tokid <> 12);
               VACUUM FULL ANALYZE texts""")
    found = own.sql(database, "SELECT count(*) FROM texts "
                    "WHERE to_tsvector('khitai', body)::text LIKE '%''@%'")
    if int(found[0][0]) == 0:
        raise SystemExit(f"{path}: no names, expected some")
    size = sum(len(text.encode()) for text in texts) / 1e6
    best = {}
    for _ in range(ROUNDS):
        for one in CONFIGURATIONS:
            took = seconds(own, database, one)
            best[one] = min(took, best.get(one, took))
        took = seconds(own, database, "simple", "spaced")
        best["spaced"] = min(took, best.get("spaced", took))
    sizes = {one: index_size(own, database, one) / 1e6
             for one in ("khitai", "simple")}
    print(f"{path.stem:24}{size:6.1f}" +
          "".join(f"{size / best[one]:9.1f}" for one in CONFIGURATIONS) +
          f"{best['simple'] / best['khitai']:9.2f}"
          f"{best['english'] / best['khitai']:9.2f}"
          f"{best['spaced'] / best['khitai']:9.2f}"
          f"{sizes['khitai']:9.1f}{sizes['simple']:9.1f}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build")
    parser.add_argument("--texts", default=ROOT.parent / "shared/data/bulk")
    parser.add_argument("--pg-config", default="pg_config")
    given = parser.parse_args()
    files = sorted(pathlib.Path(given.texts).glob("*.txt"))
    if not files:
        skip(f"no texts in {given.texts}")
    build = pathlib.Path(given.build)
    folder = build / "bindings" / "postgres"
    with Server(given.pg_config, folder / "khitai.so", folder,
                build / "khitai.klex") as own:
        print(own.sql("postgres", "SHOW server_version")[0][0])
        print(f"{'file':24}{'MB':>6}{'khitai':>9}{'simple':>9}{'english':>9}"
              f"{'/simple':>9}{'/english':>9}{'/spaced':>9}{'index':>9}{'simple':>9}")
        print(f"{'':30}{'MB/s':>9}{'MB/s':>9}{'MB/s':>9}"
              f"{'':27}{'MB':>9}{'MB':>9}")
        for path in files:
            measure(own, path)


if __name__ == "__main__":
    main()
