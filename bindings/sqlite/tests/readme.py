#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the example of README.md in the shell of SQLite and compares its output.

    readme.py EXTENSION LEXICON_FOLDER

Skips (77) without the shell `sqlite3`, or where that loads no extensions.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

README = pathlib.Path(__file__).resolve().parents[1] / "README.md"


def run(extension, folder, script):
    return subprocess.run(
        ["sqlite3", "-batch", ":memory:"], input=script, text=True,
        capture_output=True, encoding="utf-8",
        env={**os.environ, "KHITAI_LEXICA": folder},
        cwd=pathlib.Path(extension).parent, check=False)


def main():
    extension, folder = sys.argv[1:]
    if shutil.which("sqlite3") is None:
        print("skipped: no shell sqlite3 (Debian: sqlite3)")
        return 77
    text = README.read_text(encoding="utf-8")
    script = re.search(r"^```sql\n(.*?)^```", text, re.M | re.S).group(1)
    expected = re.search(r"^```text\n(.*?)^```", text, re.M | re.S).group(1)
    script = script.replace(".load khitai_sqlite", ".load ./khitai_sqlite")
    done = run(extension, folder, script)
    if "unknown command" in done.stderr:
        print("skipped: this sqlite3 loads no extensions")
        return 77
    actual = done.stdout
    if done.returncode != 0 or done.stderr or actual != expected:
        print(f"expected:\n{expected}got:\n{actual}{done.stderr}")
        return 1
    # Far from any lexicon, unless one is installed.
    with tempfile.TemporaryDirectory() as alone:
        copy = shutil.copy(extension, alone)
        broken = run(copy, "/nowhere", ".load ./khitai_sqlite\n"
                     "SELECT khitai_create('docs', 'body');\n")
    installed = any(pathlib.Path(one, "khitai/khitai.klex").exists()
                    for one in ("/usr/share", "/usr/local/share"))
    if not installed and "no lexicon khitai.klex in " not in broken.stderr:
        print("without a lexicon: " + broken.stdout + broken.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
