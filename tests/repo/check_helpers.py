#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that the helpers of a folder are named apart from each other.

A helper is what a .cc file declares in its unnamed namespace: a constant, a
type or a function. Two files of a layer, of the program, of a binding or of a
test program may not use one name for two of them: a reader takes them for the
same, and a build that compiles several files as one (the one with sanitizers)
takes them for a redefinition. Functions may be overloads: these differ in their
parameters. Fuzz targets are programs by themselves.
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONSTANT = re.compile(r"^(?:inline |static )?const(?:expr)? .*?\b(k[A-Z]\w*)"
                      r"(?:\[\w*\])* *[={]")
TYPE = re.compile(r"^(?:struct|class|enum(?: class)?) (\w+)[^;]*$")
FUNCTION = re.compile(r"^[A-Za-z][\w:<>,*& ]*? [*&]?([a-z]\w*)(\(.*)$")
NOT_HELPERS = ("namespace", "using", "return", "template", "struct", "class",
               "enum", "#", "//")


def unnamed(text):
    """The lines of the unnamed namespaces of a file, with their numbers."""
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line == "namespace {":
            inside = True
        elif line.startswith("}  // namespace"):
            inside = False
        elif inside:
            yield number, line


def helpers_of(path):
    lines = list(unnamed(path.read_text()))
    for at, (number, line) in enumerate(lines):
        for shape in (CONSTANT, TYPE):
            found = shape.match(line)
            if found:
                yield found.group(1), number
        if line.startswith(NOT_HELPERS):
            continue
        found = FUNCTION.match(line)
        if found and "=" not in line.split("(")[0]:
            yield found.group(1) + parameters(lines, at, found), number


def parameters(lines, at, found):
    """The types of a function's parameters, as far as they can be told."""
    text = found.group(2)
    for _, line in lines[at + 1:at + 8]:
        if ")" in text:
            break
        text += " " + line.strip()
    text = text.split(")")[0] + ")"
    return re.sub(r"\s*\b\w+(?=[,)])", "", text)


def main():
    places = collections.defaultdict(list)
    for top in ("lib", "cli", "tests", "bindings"):
        for path in sorted((ROOT / top).rglob("*.cc")):
            place = path.relative_to(ROOT)
            # All of a layer is one, whatever its folders.
            folder = place.parts[:2] if top == "lib" else place.parts[:-1]
            if folder == ("tests", "fuzz"):
                continue
            for name, number in helpers_of(path):
                places[folder, name].append(f"{place}:{number}")
    bad = {key: where for key, where in places.items() if len(where) > 1}
    for (_, name), where in sorted(bad.items()):
        print(f"{where[-1]}: {name} is declared in {where[0]} too, expected"
              " helpers of a folder to be named apart")
    if not places:
        print("no helpers found, expected some in lib/")
    sys.exit(1 if bad or not places else 0)


if __name__ == "__main__":
    main()
