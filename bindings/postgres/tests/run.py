#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Tests the extension in a server of its own.

    run.py --pg-config PG_CONFIG --module KHITAI.SO --extension FOLDER
           --program KHITAI --lexicon KHITAI.KLEX [--sqlite EXTENSION]
           [--update] [TEST...]
"""
import argparse
import pathlib
import subprocess
import sys
import time

import collection
import golden
import hostile
import keep
import random_texts
import server
import upgrade

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parents[2] / "tests" / "cases" / "small_lexicon"
AFTER = HERE / "after.tsv"  # a name that the later lexicon has


def compile_lexicon(program, out, *more):
    subprocess.run([program, "compile", "--quiet", "--no-lexicon",
                    "--lexicon-dir", TABLES, *more, "--out", out], check=True)


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("--pg-config", "--module", "--extension", "--program",
                 "--lexicon"):
        parser.add_argument(name, required=True)
    parser.add_argument("--sqlite", default="")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("tests", nargs="*")
    return parser.parse_args()


def prepare(own, given):
    """Lexica beside the server's own, by hash; and a database to copy."""
    compile_lexicon(given.program, own.lexica / "small.klex")
    compile_lexicon(given.program, own.lexica / "after.klex", "--names", AFTER)
    (own.lexica / "damaged.klex").write_bytes(b"no lexicon")
    own.database("template_khitai")
    return {row[1]: row[0] for row in own.sql(
        "template_khitai", "SELECT lexicon, file FROM khitai_lexica()")}


def main():
    given = arguments()
    failed = 0
    with server.Server(given.pg_config, given.module, given.extension,
                       given.lexicon) as own:
        hashes = prepare(own, given)
        small, after = hashes["small.klex"], hashes["after.klex"]

        def fresh(name):
            own.sql("postgres",
                    f"CREATE DATABASE {name} TEMPLATE template_khitai")
            return name

        tests = {
            "golden": lambda: golden.check(own, "template_khitai",
                                           {"small": small}, given.update),
            "readme": lambda: keep.check_readme(
                own, own.database("readme", extension=False)),
            "collection": lambda: collection.check(
                own, fresh("collection"), given.sqlite, given.program,
                given.lexicon),
            "hostile": lambda: hostile.check(own, fresh("hostile")),
            "random": lambda: random_texts.check(own, fresh("random")),
            "upgrade": lambda: upgrade.check(own, fresh("upgrade"), small,
                                             after),
            "dump": lambda: keep.check_dump(own, fresh("dump")),
            "encodings": lambda: keep.check_encodings(own),
            "parallel": lambda: keep.check_parallel(own, fresh("parallel")),
        }
        for name in given.tests or tests:
            begin = time.monotonic()
            try:
                done = tests[name]()
            except (server.Failure, AssertionError) as failure:
                failed += 1
                print(f"FAILED {name}: {failure}")
                continue
            print(f"ok {name}: {done}, {time.monotonic() - begin:.1f} s")
        log = (own.own / "log").read_text("utf-8", "replace")
        if "was terminated by signal" in log or "PANIC" in log:
            failed += 1
            print("FAILED: the server crashed:\n" + log[-3000:])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
