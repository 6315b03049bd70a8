#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What one more name costs an index of very many documents.

    bench_upgrade.py PROGRAM EXTENSION LEXICON [--documents N] TEXT...

The texts are cut into pieces of 250 characters and repeated, each with its
number, until there are N documents (a million); every ten thousandth has a name
that no lexicon knows. They are indexed. Then a lexicon is compiled that has the
name, and `khitai stale --write` goes over the database, while another connection
asks all the time. Told are the rows that were written, how long it took, how
many queries were answered meanwhile and the slowest of them. Last comes FTS5's
own check of the index. Run it with a Python whose sqlite3 loads extensions.
"""
import argparse
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

SIZE = 250
NAME = "Zorblax the Bold"


def documents(paths, count):
    pieces = []
    for path in paths:
        text = pathlib.Path(path).read_text("utf-8", errors="replace")
        pieces += [text[at:at + SIZE] for at in range(0, len(text), SIZE)]
    for number in range(count):
        text = f"{number} {pieces[number % len(pieces)]}"
        if number % 10000 == 0:
            text = f"{NAME} came. {text}"
        yield (text,)


def opened(path, extension):
    db = sqlite3.connect(path)
    db.enable_load_extension(True)
    db.load_extension(extension)
    return db


def ask_while(running, db):
    """How many queries were answered, and the seconds of the slowest."""
    count, slowest = 0, 0.0
    while running.poll() is None:
        begin = time.perf_counter()
        db.execute("SELECT rowid FROM docs WHERE docs MATCH "
                   "khitai_query('Qara Khitai') LIMIT 20").fetchall()
        slowest = max(slowest, time.perf_counter() - begin)
        count += 1
    return count, slowest


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("program", "extension", "lexicon"):
        parser.add_argument(name)
    parser.add_argument("texts", nargs="+", metavar="TEXT")
    parser.add_argument("--documents", type=int, default=1000000)
    wish = parser.parse_args()
    if not hasattr(sqlite3.Connection, "enable_load_extension"):
        print("skipped: the sqlite3 of this Python loads no extensions")
        return 77
    extension = str(pathlib.Path(wish.extension).resolve().with_suffix(""))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "index.db")
        old = os.path.join(folder, "khitai.klex")
        new = os.path.join(folder, "new.klex")
        names = os.path.join(folder, "names.tsv")
        os.symlink(os.path.realpath(wish.lexicon), old)
        pathlib.Path(names).write_text(f"id\tform\nqara-khitai\t{NAME}\n")
        subprocess.run([wish.program, "compile", "--quiet", "--names", names,
                        "--out", new], check=True)
        os.environ["KHITAI_LEXICA"] = folder
        db = opened(path, extension)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("SELECT khitai_create('docs', 'body')")
        begin = time.perf_counter()
        db.executemany("INSERT INTO docs VALUES (?)",
                       documents(wish.texts, wish.documents))
        db.commit()
        print(f"{wish.documents} documents indexed in "
              f"{time.perf_counter() - begin:.0f} s, "
              f"{os.path.getsize(path) / 1e6:.0f} MB", flush=True)
        begin = time.perf_counter()
        with subprocess.Popen([wish.program, "stale", old, new, path, "--write"],
                              stderr=subprocess.PIPE) as running:
            count, slowest = ask_while(running, db)
            told = running.stderr.read().decode().strip()
        print(f"{told} in {time.perf_counter() - begin:.0f} s; meanwhile "
              f"{count} queries answered, the slowest in "
              f"{1000 * slowest:.0f} ms", flush=True)
        found = db.execute("SELECT count(*) FROM docs WHERE docs MATCH "
                           f"'\"@qara-khitai\" AND \"~{NAME}\"'").fetchone()[0]
        words = db.execute("SELECT count(*) FROM docs WHERE docs MATCH "
                           "'\"@qara-khitai\" AND \"~zorblax\"'").fetchone()[0]
        print(f"{max(found, words)} documents are found by the new name")
        db.execute("INSERT INTO docs(docs) VALUES ('integrity-check')")
        print("the index is whole")
    return 0


if __name__ == "__main__":
    sys.exit(main())
