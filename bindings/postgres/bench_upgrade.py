#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What one more name costs an index of very many documents.

    bench_upgrade.py BUILD_FOLDER [--documents N] [--texts FOLDER]
                     [--pg-config PG_CONFIG]

As bindings/sqlite/bench_upgrade.py: texts in pieces of 250 characters, a million
of them, every ten thousandth with a name that no lexicon knows, in a server of
its own. Then `khitai_upgrade` goes to a lexicon that has the name, while another
session asks all the time.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE / "tests"))
from server import Server, skip  # noqa: E402

SIZE = 250
NAME = "Zorblax the Bold"


def rows(paths, count):
    pieces = []
    for path in paths:
        text = re.sub(r"[\x00-\x1f]", " ", path.read_text("utf-8", "replace"))
        text = text.replace("\\", " ")
        pieces += [text[at:at + SIZE] for at in range(0, len(text), SIZE)]
    for number in range(count):
        text = f"{number} {pieces[number % len(pieces)]}"
        yield (f"{NAME} came. " if number % 10000 == 0 else "") + text + "\n"


def measure(own, program, paths, count):
    names = own.lexica / "names.tsv"
    names.write_text(f"id\tform\nqara-khitai\t{NAME}\n")
    subprocess.run([program, "compile", "--quiet", "--names", names, "--out",
                    own.lexica / "new.klex"], check=True)
    database = own.database("upgraded")
    begin = time.perf_counter()
    own.sql(database, "CREATE TABLE docs (body text, words tsvector GENERATED "
            "ALWAYS AS (to_tsvector('khitai', body)) STORED);\n"
            "COPY docs (body) FROM stdin;\n" + "".join(rows(paths, count)) +
            "\\.\nCREATE INDEX ON docs USING gin (words);")
    print(f"{count} documents indexed in {time.perf_counter() - begin:.0f} s",
          flush=True)
    new = own.sql(database, "SELECT lexicon FROM khitai_lexica() "
                  "WHERE file LIKE '%new.klex'")[0][0]
    begin = time.perf_counter()
    with subprocess.Popen(
            [own.bin / "psql", *own.psql(database, "-A", "-t", "-c",
             f"SELECT sum(rows) FROM khitai_upgrade('{new}')")],
            stdout=subprocess.PIPE, cwd=own.own, env=own.environment,
            **own.user) as running:
        asked, slowest = 0, 0.0
        while running.poll() is None:
            one = time.perf_counter()
            own.sql(database, "SELECT ctid FROM docs WHERE words @@ "
                    "khitai_tsquery('Qara Khitai') LIMIT 20")
            slowest = max(slowest, time.perf_counter() - one)
            asked += 1
        written = running.stdout.read().decode().strip()
    print(f"{written} rows written anew in {time.perf_counter() - begin:.0f} s; "
          f"meanwhile {asked} queries answered, each in a session of its own, "
          f"the slowest in {1000 * slowest:.0f} ms")
    found = own.sql(database, "SELECT count(*) FROM docs WHERE words @@ "
                    f"khitai_tsquery('{NAME}', 'ids') "
                    "AND body LIKE 'Zorblax%'")[0][0]
    print(f"{found} documents are found by the new name")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("--documents", type=int, default=1000000)
    parser.add_argument("--texts", default=ROOT.parent / "shared/data/bulk")
    parser.add_argument("--pg-config", default="pg_config")
    given = parser.parse_args()
    files = sorted(pathlib.Path(given.texts).glob("*.txt"))
    if not files:
        skip(f"no texts in {given.texts}")
    build = pathlib.Path(given.build).resolve()
    folder = build / "bindings" / "postgres"
    with Server(given.pg_config, folder / "khitai.so", folder,
                build / "khitai.klex") as own:
        measure(own, build / "khitai", files, given.documents)


if __name__ == "__main__":
    main()
