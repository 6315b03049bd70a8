#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of README.md and docs/*.md and compares their output.

An example is a code block tagged `console`: lines after `$ ` are commands run
by bash with the program on the PATH, the rest is what they print (both
streams). A line `...` stands for any number of lines.

Usage: check_examples.py [--update] PROGRAM
With --update what is printed replaces what stands there, but for examples with
a line `...`.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def examples_of(text):
    """(command, expected output) pairs; the output as lines."""
    for block in BLOCK.findall(text):
        command, expected = None, []
        for line in block.splitlines():
            if line.startswith("$ "):
                if command is not None:
                    yield command, expected
                command, expected = line[2:], []
            elif command is not None and command.endswith("\\"):
                command = command[:-1] + line.lstrip("> ")
            else:
                expected.append(line.rstrip())
        if command is not None:
            yield command, expected


def agrees(expected, actual):
    pattern = r"\n".join(
        r"[^\0]*?" if line == "..." else re.escape(line) for line in expected)
    return re.fullmatch(pattern, "\n".join(actual)) is not None


def replaced(text, expected, actual):
    """The text with what is printed for what was expected."""
    old = "".join(line + "\n" for line in expected)
    new = "".join(line + "\n" for line in actual)
    return text.replace(old, new)


def main():
    update = sys.argv[1] == "--update"
    program = pathlib.Path(sys.argv[-1]).resolve()
    environment = dict(os.environ, LC_ALL="C.UTF-8", NO_COLOR="1",
                       TMP=tempfile.mkdtemp(),
                       PATH=f"{program.parent}:{os.environ['PATH']}")
    failed = 0
    count = 0
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = path.read_text(encoding="utf-8")
        for command, expected in examples_of(text):
            count += 1
            run = subprocess.run(["bash", "-c", command], cwd=ROOT,
                                 env=environment, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, check=False)
            actual = [line.rstrip() for line in
                      run.stdout.decode("utf-8", "replace").splitlines()]
            if not agrees(expected, actual):
                failed += 1
                print(f"{path.relative_to(ROOT)}: $ {command}\n--- printed:")
                print("\n".join(actual))
                if update and expected and "..." not in expected:
                    text = replaced(text, expected, actual)
                    path.write_text(text, encoding="utf-8")
    print(f"{count} examples, {failed} wrong")
    sys.exit(1 if failed or count == 0 else 0)


if __name__ == "__main__":
    main()
