#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How fast FTS5 indexes with khitai's tokenizer, beside its own.

    bench.py EXTENSION LEXICON_FOLDER [--rounds N] TEXT...

Each text is cut into documents of 2,000 characters, and these are put into an
empty table of a new database on disk, with each tokenizer in turn: unicode61,
which takes a clause of Chinese for one word, trigram, which finds words in it,
and khitai. Told are the medians of N rounds, in MB of text a second of processor
time, and khitai's as a part of the others'. Run it with a Python whose sqlite3
loads extensions. Skips (77) where a text is missing.
"""
import argparse
import os
import pathlib
import sqlite3
import statistics
import sys
import tempfile
import time

SIZE = 2000
TOKENIZERS = ("unicode61", "trigram", "khitai")


def seconds(documents, tokenizer, extension, folder):
    path = os.path.join(folder, "bench.db")
    db = sqlite3.connect(path)
    db.enable_load_extension(True)
    db.load_extension(extension)
    if tokenizer == "khitai":
        tokenizer = db.execute("SELECT khitai_tokenizer()").fetchone()[0]
    db.execute(f"CREATE VIRTUAL TABLE docs USING fts5(body, "
               f"tokenize='{tokenizer}')")
    # What is read at the first text is not the work of indexing.
    db.execute("INSERT INTO docs VALUES ('Qara Khitai')")
    db.commit()
    begin = time.process_time()
    db.executemany("INSERT INTO docs VALUES (?)", documents)
    db.commit()
    spent = time.process_time() - begin
    db.close()
    os.unlink(path)
    return spent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("extension")
    parser.add_argument("lexicon_folder")
    parser.add_argument("texts", nargs="+", metavar="TEXT")
    parser.add_argument("--rounds", type=int, default=5)
    wish = parser.parse_args()
    if not hasattr(sqlite3.Connection, "enable_load_extension"):
        print("skipped: the sqlite3 of this Python loads no extensions")
        return 77
    os.environ["KHITAI_LEXICA"] = wish.lexicon_folder
    extension = str(pathlib.Path(wish.extension).resolve().with_suffix(""))
    print("text", "MB", *TOKENIZERS, "of unicode61", "of trigram", sep="\t")
    for path in wish.texts:
        if not os.path.exists(path):
            print(f"skipped: no {path}")
            return 77
        text = pathlib.Path(path).read_text(encoding="utf-8", errors="replace")
        size = len(text.encode()) / 1e6
        documents = [(text[at:at + SIZE],)
                     for at in range(0, len(text), SIZE)]
        times = {one: [] for one in TOKENIZERS}
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(wish.rounds):
                for one in TOKENIZERS:
                    times[one].append(
                        seconds(documents, one, extension, folder))
        speeds = [size / statistics.median(times[one]) for one in TOKENIZERS]
        print(pathlib.Path(path).stem, f"{size:.1f}",
              *(f"{speed:.1f}" for speed in speeds),
              f"{speeds[2] / speeds[0]:.2f}", f"{speeds[2] / speeds[1]:.2f}",
              sep="\t", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
