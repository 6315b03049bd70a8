#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes lexicon/tables/simplified.tsv: traditional -> simplified characters.

Usage: tools/gen_simplified.py > lexicon/tables/simplified.tsv

Source: OpenCC's character dictionary TSCharacters (Debian package
libopencc-data; Apache-2.0, see NOTICE), the first choice of each row. Only
characters that change are listed, in byte order.
"""
import subprocess
import sys

DICTIONARY = "/usr/share/opencc/TSCharacters.ocd2"


def main():
    dump = subprocess.run(
        ["opencc_dict", "-i", DICTIONARY, "-o", "/dev/stdout", "-f", "ocd2",
         "-t", "text"], check=True, stdout=subprocess.PIPE)
    rows = []
    for line in dump.stdout.decode("utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) != 2:
            continue
        character, choices = cells
        simplified = choices.split(" ")[0]
        if len(character) == 1 and len(simplified) == 1 and \
                simplified != character:
            rows.append(character + "\t" + simplified)
    rows.sort(key=lambda row: row.encode("utf-8"))
    sys.stdout.write("character\tsimplified\n" + "\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
