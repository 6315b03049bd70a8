#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Follows "Add a name in five minutes" of lexicon/README.md to the letter.

In a copy of the tables it runs every command of that section; each must
succeed, the lint must stay clean, and the new names must be found.

Usage: readme_tasks.py KHITAI
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What must come first for a query once the tasks are done.
FOUND = [
    ("Элюй-Даши", [], "yelu-dashi"),
    ("Ahmad b. Mansur", [], "ahmad-ibn-mansur"),
    ("أحمد بن منصور", [], "ahmad-ibn-mansur"),
    ("大昌", ["--year", "1147"], "example-era"),
    ("Ta-ch'ang", ["--year", "1147"], "example-era"),
    ("Balkh", ["--type", "place", "--year", "1150"], None),
]


def commands():
    text = (ROOT / "lexicon" / "README.md").read_text(encoding="utf-8")
    section = text.split("## Add a name in five minutes")[1].split("\n## ")[0]
    return [line.strip() for line in section.splitlines()
            if line.startswith("    khitai ")]


def run(command, env, shell=False):
    done = subprocess.run(command, env=env, shell=shell, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout


def fail(message):
    print(message)
    sys.exit(1)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    tasks = commands()
    if len(tasks) < 5:
        fail(f"{len(tasks)} commands in lexicon/README.md, expected the tasks")
    with tempfile.TemporaryDirectory() as folder:
        tables = pathlib.Path(folder) / "lexicon"
        shutil.copytree(ROOT / "lexicon", tables)
        shutil.copytree(ROOT / "corpora", pathlib.Path(folder) / "corpora")
        (pathlib.Path(folder) / "bin").mkdir()
        (pathlib.Path(folder) / "bin" / "khitai").symlink_to(program)
        env = dict(os.environ, KHITAI_TABLES=str(tables),
                   KHITAI_CACHE=str(pathlib.Path(folder) / "cache"),
                   PATH=f"{folder}/bin:{os.environ['PATH']}", LC_ALL="C.UTF-8")
        for task in tasks:
            code, said = run(task, env, shell=True)
            if code != 0:
                fail(f"{task}\nexit {code}\n{said}")
        code, said = run(["khitai", "check", str(tables)], env)
        if code != 0:
            fail(f"check after the tasks: exit {code}\n{said}")
        compiled = f"{folder}/new.klex"
        code, said = run(["khitai", "compile", "--out", compiled], env)
        if code != 0:
            fail(f"compile after the tasks: exit {code}\n{said}")
        for name, options, entity in FOUND:
            code, said = run(["khitai", "resolve", "--lexicon", compiled,
                              "--format", "tsv", name] + options, env)
            rows = [line.split("\t") for line in said.splitlines()[1:]]
            ids = [row[3] for row in rows]
            if entity is None:  # a homonym: both, and neither decided
                wanted = {"balkh", "balkh-of-the-east"}
                if not wanted <= set(ids[:2]) or "match" in said:
                    fail(f"{name}: {said}")
            elif not ids or ids[0] != entity:
                fail(f"{name}: {said}")
    print(f"{len(tasks)} tasks done as written")


if __name__ == "__main__":
    main()
