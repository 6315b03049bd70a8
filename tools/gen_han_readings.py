#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes lexicon/tables/han_readings.tsv: how Unihan allows a character to be
read in Mandarin, the customary reading first.

    tools/gen_han_readings.py > lexicon/tables/han_readings.tsv

Reads Unihan_Readings.txt(.bz2) of Debian's unicode-data, or the file named as
the first argument. With --check it writes nothing and says whether the table is
what it would write (77: Unihan is not here, or is another version). Characters: CJK Unified Ideographs, extension A and those
of the compatibility block that NFC leaves as they are. What Unihan lacks goes, with a
source, into lexicon/vocabulary/reading-exceptions.tsv, never in here.
"""

import bz2
import pathlib
import re
import sys
import unicodedata

TABLE = (pathlib.Path(__file__).resolve().parents[1] / "lexicon" / "tables" /
         "han_readings.tsv")
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


def table(path):
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
    return "\n".join(out) + "\n"


def check(path):
    if not pathlib.Path(path).exists():
        print(f"skipped: {path} is not here")
        return 77
    made, kept = table(path), TABLE.read_text(encoding="utf-8")
    if made == kept:
        return 0
    if made.split("\n")[0] != kept.split("\n")[0]:
        print("skipped: made from another version of Unihan")
        return 77
    print(f"{TABLE}: not what tools/gen_han_readings.py writes")
    return 1


def main():
    paths = [one for one in sys.argv[1:] if one != "--check"]
    path = paths[0] if paths else DEFAULT
    if "--check" in sys.argv:
        sys.exit(check(path))
    sys.stdout.buffer.write(table(path).encode("utf-8"))


if __name__ == "__main__":
    main()
