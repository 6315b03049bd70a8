#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes lexicon/tables/han_readings.tsv: how Unihan allows a character to be
read in Mandarin, the customary reading first.

    tools/gen_han_readings.py [--check]

Reads Unihan as Debian's unicode-data installs it. With --check it writes nothing
and says whether the table is what it would write (77: Unihan is not here, or is
another version). Characters: CJK Unified Ideographs, extension A and those of
the compatibility block that NFC leaves as they are. What Unihan lacks goes, with
a source, into lexicon/vocabulary/reading-exceptions.tsv, never in here.
"""

import pathlib
import re
import sys
import unicodedata

import unicode_data

TABLE = (pathlib.Path(__file__).resolve().parents[1] / "lexicon" / "tables" /
         "han_readings.tsv")
# In the order in which their readings are listed.
FIELDS = ["kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinlu", "kHanyuPinyin"]


def syllables(value):
    """'0902.050:qì 1277.010:xiè' or 'dà(11596)' or 'dà' -> the syllables."""
    for item in value.split():
        item = item.split(":")[-1]
        item = re.sub(r"\([0-9]+\)", "", item)
        for syllable in item.split(","):
            yield unicodedata.normalize("NFC", syllable)


def table():
    found = {}
    for code, field, value in unicode_data.unihan("Unihan_Readings.txt", FIELDS):
        if unicode_data.is_han(code):
            found.setdefault(chr(code), {})[field] = value
    out = ["character\treadings"]
    for character in sorted(found):
        readings = []
        for field in FIELDS:
            for syllable in syllables(found[character].get(field, "")):
                if syllable not in readings:
                    readings.append(syllable)
        out.append(f"{character}\t{' '.join(readings)}")
    return "\n".join(out) + "\n"


def main():
    version = unicode_data.unihan_version()
    made_by = version and (
        "# tools/gen_han_readings.py writes lexicon/tables/han_readings.tsv "
        f"(Unihan {version}, do not edit)")
    return unicode_data.write_or_check(TABLE, made_by, table)


if __name__ == "__main__":
    sys.exit(main())
