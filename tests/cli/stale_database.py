#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Indexes of SQLite under another lexicon, as their users have them.

    stale_database.py PROGRAM EXTENSION

An index is made through the extension, told and mended by `khitai stale`, and
asked again. Skips (77) without the shell `sqlite3`, or where that loads no
extensions.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLES = ROOT / "tests" / "cases" / "small_lexicon"
MORE = ROOT / "tests" / "cli" / "files" / "more.tsv"
SKIPPED = 77
TEXTS = ["The Qara Khitai", "Of Zorblax", "wool", "Quxland", "Samarqand"]


def run(command, env, text=None):
    done = subprocess.run([str(part) for part in command], env=env, input=text,
                          capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def expect(what, got, wanted):
    if got != wanted:
        sys.exit(f"{what}: {got!r}, expected {wanted!r}")


def check(program, extension, folder):
    old = folder / "old" / "khitai.klex"
    new = folder / "new" / "khitai.klex"
    index = folder / "index.db"
    env = dict(os.environ, KHITAI_TABLES=str(TABLES), KHITAI_CACHE="",
               KHITAI_LEXICA=f"{old.parent}:{new.parent}", LC_ALL="C.UTF-8")

    def khitai(*arguments):
        return run([program, *arguments], env)

    def asked(sql):
        done = run(["sqlite3", "-batch", index], env,
                   f".load {extension}\n{sql};\n")
        expect(sql, (done[0], done[2]), (0, ""))
        return done[1].split()

    found = ("SELECT rowid FROM docs WHERE docs MATCH '\"@qara-khitai\"' "
             "ORDER BY rowid")
    for folder_of, names in ((old.parent, []), (new.parent, ["--names", MORE])):
        folder_of.mkdir()
        expect("compile", khitai("compile", "--quiet", *names, "--out",
                                 folder_of / "khitai.klex"), (0, "", ""))
    asked("SELECT khitai_create('docs', 'body')")
    asked("INSERT INTO docs(body) VALUES "
          + ", ".join(f"('{text}')" for text in TEXTS))
    expect("before", asked(found), ["1"])

    expect("told", khitai("stale", old, new, index),
           (0, "table\trow\ndocs\t2\ndocs\t4\n",
            "2 of 5 rows have other tokens\n"))
    expect("told only", asked(found), ["1"])
    expect("--write", khitai("stale", old, new, index, "--write"),
           (0, "", "2 of 5 rows written anew\n"))
    expect("after", asked(found), ["1", "2"])
    expect("nothing left", khitai("stale", old, new, index, "--quiet"),
           (1, "table\trow\n", ""))


def main():
    program, extension = (pathlib.Path(one).resolve() for one in sys.argv[1:3])
    if shutil.which("sqlite3") is None:
        print("skipped: no shell sqlite3 (Debian: sqlite3)")
        sys.exit(SKIPPED)
    shell = run(["sqlite3", "-batch", ":memory:"], None, ".help load\n")
    if ".load" not in shell[1]:
        print("skipped: this sqlite3 loads no extensions")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        check(program, extension, pathlib.Path(folder).resolve())
    print("an index told, mended and asked")


if __name__ == "__main__":
    main()
