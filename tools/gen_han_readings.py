#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes lexicon/tables/han_readings.tsv: how Unihan allows a character to be
read in Mandarin, the customary reading first.

    tools/gen_han_readings.py > lexicon/tables/han_readings.tsv

Reads Unihan_Readings.txt(.bz2) of Debian's unicode-data, or the file named as
the first argument. Characters: CJK Unified Ideographs, extension A and those
of the compatibility block that NFC leaves as they are. What Unihan lacks goes, with a
source, into lexicon/vocabulary/reading-exceptions.tsv, never in here.
"""

import bz2
import re
import sys
import unicodedata

DEFAULT = "/usr/share/unicode/Unihan_Readings.txt.bz2"
# In the order in which their readings are listed.
FIELDS = ["kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinlu", "kHanyuPinyin"]
BLOCKS = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xFA0E, 0xFA29)]


def syllables(value):
    """'0902.050:qì 1277.010:xiè' or 'dà(11596)' or 'dà' -> the syllables."""
    for item in value.split():
        item = item.split(":")[-1]
        item = re.sub(r"\([0-9]+\)", "", item)
        for syllable in item.split(","):
            yield unicodedata.normalize("NFC", syllable)


def read(path):
    """{character: {field: value}}, and the version of Unihan."""
    opener = bz2.open if path.endswith(".bz2") else open
    found, version = {}, "?"
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            match = re.match(r"# Unicode [Vv]ersion: ([0-9]+\.[0-9]+)", line)
            if match:
                version = match.group(1)
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 3 or cells[1] not in FIELDS:
                continue
            code = int(cells[0][2:], 16)
            stable = unicodedata.is_normalized("NFC", chr(code))
            if stable and any(low <= code <= high for low, high in BLOCKS):
                found.setdefault(chr(code), {})[cells[1]] = cells[2]
    return found, version


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else DEFAULT
    found, version = read(path)
    out = ["# tools/gen_han_readings.py > lexicon/tables/han_readings.tsv "
           f"(Unihan {version}, do not edit)",
           "character\treadings"]
    for character in sorted(found):
        readings = []
        for field in FIELDS:
            for syllable in syllables(found[character].get(field, "")):
                if syllable not in readings:
                    readings.append(syllable)
        out.append(f"{character}\t{' '.join(readings)}")
    sys.stdout.buffer.write(("\n".join(out) + "\n").encode("utf-8"))


if __name__ == "__main__":
    main()
