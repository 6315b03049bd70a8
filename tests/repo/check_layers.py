#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that each layer of lib/ includes only itself and those below it.

The order and the third parties allowed in each layer stand in lib/layers.txt.
Public headers (khitai/*.h) include each other and the standard library only;
a layer may include the public headers of its own layer and of those below.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
STANDARD = re.compile(r"^[a-z_0-9]+$")
SYSTEM = {"fcntl.h", "unistd.h", "sys/mman.h", "sys/stat.h", "sys/ioctl.h",
          "sys/resource.h", "malloc.h", "immintrin.h"}
# What the headers for C may include.
C_HEADERS = {"c.h", "c_search.h"}
C_STANDARD = {"stddef.h", "stdint.h"}
# The layer that implements each public header.
PUBLIC = {"result.h": "base", "version.h": "base", "keys.h": "fold",
          "lexicon.h": "lexicon", "conventions.h": "lexicon",
          "differences.h": "lexicon", "suggest.h": "annotate",
          "resolve.h": "resolve",
          "annotate.h": "annotate", "stream.h": "annotate",
          "why.h": "etymology", "write.h": "write",
          "search.h": "search",
          "c.h": "capi", "c_search.h": "capi"}


def read_layers():
    layers = {}
    for line in (ROOT / "lib/layers.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        name, _, third = line.partition("\t")
        layers[name] = third.split()
    return layers


def problems_of(path, layers, order):
    layer = path.relative_to(ROOT / "lib").parts[0]
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        name = found.group(2)
        first = name.split("/")[0]
        where = f"{path.relative_to(ROOT)}:{number}: includes {name}"
        if first == "khitai":
            owner = PUBLIC.get(name.split("/", 1)[1])
            if owner is None:
                yield f"{where}, expected one of the public headers"
            elif layer != "include" and order[owner] > order[layer]:
                yield f"{where} of layer {owner}, above {layer}"
        elif layer == "include":
            if path.name in C_HEADERS and name in C_STANDARD:
                continue
            if not STANDARD.match(name):
                yield f"{where}, expected no third party in a public header"
        elif first in order:
            if order[first] > order[layer]:
                yield f"{where} of layer {first}, above {layer}"
        elif not (STANDARD.match(name) or name in SYSTEM):
            party = first.removesuffix(".h")
            if party not in layers[layer]:
                yield (f"{where}, a third party not allowed in {layer}"
                       " (lib/layers.txt)")


def main():
    layers = read_layers()
    order = {name: place for place, name in enumerate(layers)}
    found = []
    for path in sorted((ROOT / "lib").rglob("*")):
        if path.suffix not in (".h", ".cc"):
            continue
        top = path.relative_to(ROOT / "lib").parts[0]
        if top != "include" and top not in layers:
            found.append(f"{path.relative_to(ROOT)}: not in a layer of "
                         "lib/layers.txt")
            continue
        found.extend(problems_of(path, layers, order))
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
