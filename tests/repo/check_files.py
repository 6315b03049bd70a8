#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks what every file of the project must keep to.

C++ and Java are ASCII, at most 600 lines (300 is the aim), 80 columns and carry
their SPDX line; functions have at most 60 lines; text files end in a newline; no
path of anybody's machine stands anywhere; the README has at most 250 lines.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = {".h", ".c", ".cc", ".java"}
SCRIPTS = {".py", ".sh", ".cmake"}
FOREIGN_PATH = re.compile(r"(^|[\s\"'(=])/(work|home|root|farm)/")
MAX_LINES = 600
MAX_FUNCTION = 60


def tracked():
    """Files git knows or would take; all files where there is no git."""
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others",
             "--exclude-standard"], cwd=ROOT, check=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        names = listing.stdout.decode().split("\0")
        paths = [ROOT / name for name in names if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [path for path in ROOT.rglob("*")
                 if "build" not in path.relative_to(ROOT).parts]
    return sorted(path for path in paths if path.is_file())


def long_functions(lines):
    """(first line, length) of function bodies that are too long.

    clang-format puts a function's closing brace in the column of its first
    line, so indentation tells where a body ends.
    """
    opened = re.compile(r"^(\s*)[\w:~<].*\)[^;]*\{$")
    for start, line in enumerate(lines):
        head = opened.match(line)
        if not head or re.match(r"\s*(if|for|while|switch|else|do|namespace|"
                                r"class|struct|enum|return|\}|\w+ = )\b",
                                line):
            continue
        # The first line of a head that goes over several.
        first = start
        while first > 0 and lines[first - 1].strip() and \
                lines[first - 1].rstrip()[-1] not in ";{}:":
            first -= 1
        indent = len(lines[first]) - len(lines[first].lstrip())
        closing = " " * indent + "}"
        for end in range(start + 1, len(lines)):
            if lines[end].startswith(closing):
                if end - start > MAX_FUNCTION:
                    yield start + 1, end - start
                break


def code_problems(path, text):
    lines = text.splitlines()
    if not lines or "SPDX-License-Identifier: Apache-2.0" not in lines[0]:
        generated = lines and "generated" in lines[0].lower()
        if not (generated or any("SPDX" in line for line in lines[:3])):
            yield 1, "no SPDX line, expected one at the top"
    generated = any("generated" in line.lower() for line in lines[:3])
    for number, line in enumerate(lines, 1):
        if not line.isascii():
            yield number, "not ASCII, expected text in tables"
        if len(line) > 80 and "http" not in line and not generated:
            yield number, f"{len(line)} columns, expected at most 80"
    if len(lines) > MAX_LINES and not generated:
        yield len(lines), f"{len(lines)} lines, expected at most {MAX_LINES}"
    if not generated:
        for number, length in long_functions(lines):
            yield number, (f"a function of {length} lines, expected at most "
                           f"{MAX_FUNCTION}")


def problems_of(path):
    data = path.read_bytes()
    if path.name == "README.md" and path.parent == ROOT:
        count = data.count(b"\n")
        if count > 250:
            yield count, f"{count} lines, expected at most 250"
    if path.suffix in CODE:
        yield from code_problems(path, data.decode("utf-8"))
    if path.suffix in SCRIPTS and b"SPDX-License-Identifier" not in \
            data[:400]:
        yield 1, "no SPDX line, expected one at the top"
    if b"\0" in data or path.suffix in (".png", ".bin"):
        return
    if "hostile" in path.parts:
        return
    if data and not data.endswith(b"\n"):
        yield data.count(b"\n") + 1, "no newline at the end"
    if path.suffix == ".tsv" or path.name.startswith("check_files"):
        return
    for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
        if FOREIGN_PATH.search(line):
            yield number, "a path of somebody's machine"


def main():
    failed = False
    for path in tracked():
        for number, message in problems_of(path):
            failed = True
            print(f"{path.relative_to(ROOT)}:{number}: {message}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
