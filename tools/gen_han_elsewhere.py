#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes lexicon/tables/han_elsewhere.tsv: how Unihan says a character is read
elsewhere and earlier than in modern Mandarin.

    tools/gen_han_elsewhere.py [--check]

Columns: kTang without marks of tone, kCantonese (Jyutping), kHangul, the
Japanese on reading in small letters, kVietnamese; the customary reading first.
Characters: those of IICore (kIICore) and all with a Tang or a Korean reading.
A simplified or variant character, the head of a class of lib/fold, that has no
reading of a kind takes those of its class, for keys are made of heads.

Reads Unihan as Debian's unicode-data installs it. With --check it writes nothing
and says whether the table is what it would write (77: Unihan is not here, or is
another version).
"""

import pathlib
import sys
import unicodedata

import unicode_data

ROOT = pathlib.Path(__file__).resolve().parents[1]
TABLE = ROOT / "lexicon" / "tables" / "han_elsewhere.tsv"
VARIANTS = ROOT / "lib" / "fold" / "han_variants.tsv"
COLUMNS = ["kTang", "kCantonese", "kHangul", "kJapaneseOn", "kVietnamese"]


def plain_tang(value):
    """'*giu chia' -> ['giu', 'chia'], the starred (usual) first."""
    words = sorted(value.split(), key=lambda word: not word.startswith("*"))
    for word in words:
        bare = unicodedata.normalize("NFD", word.lstrip("*"))
        yield "".join(c for c in bare if not unicodedata.combining(c))


def hangul(value):
    """'아:0E 예:N' -> those of names only (N) last."""
    words = [word.split(":") for word in value.split()]
    for word, kind in sorted(words, key=lambda word: word[1] == "N"):
        yield unicodedata.normalize("NFC", word)


READ = {
    "kTang": plain_tang,
    "kCantonese": str.split,
    "kHangul": hangul,
    "kJapaneseOn": lambda value: value.lower().split(),
    "kVietnamese": lambda value: unicodedata.normalize("NFC", value).split(),
}


def read():
    """{character: {field: [reading]}}, and those of IICore."""
    found = {}
    for code, field, value in unicode_data.unihan(
            "Unihan_Readings.txt", COLUMNS):
        if unicode_data.is_han(code):
            readings = dict.fromkeys(READ[field](value))
            found.setdefault(chr(code), {})[field] = list(readings)
    core = {chr(code) for code, *_ in unicode_data.unihan(
        "Unihan_IRGSources.txt", ["kIICore"])}
    return found, core


def classes():
    """{head: [member]}"""
    out = {}
    for line in VARIANTS.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 2 and len(cells[0]) == len(cells[1]) == 1:
            out.setdefault(cells[1], []).append(cells[0])
    return out


def table():
    found, core = read()
    kept = {character: dict(fields) for character, fields in found.items()
            if character in core or "kTang" in fields or "kHangul" in fields}
    for head, members in classes().items():
        members = [one for one in members if one in kept]
        if not members:
            continue
        fields = kept.setdefault(head, dict(found.get(head, {})))
        for field in COLUMNS:
            if field not in fields:
                union = [reading for one in members
                         for reading in found[one].get(field, [])]
                if union:
                    fields[field] = list(dict.fromkeys(union))
    out = ["character\ttang\tcantonese\tkorean\ton\tvietnamese"]
    for character in sorted(kept):
        cells = [" ".join(kept[character].get(field, []))
                 for field in COLUMNS]
        if any(cells):
            out.append(character + "\t" + "\t".join(cells))
    return "\n".join(out) + "\n"


def main():
    version = unicode_data.unihan_version()
    made_by = version and (
        "# tools/gen_han_elsewhere.py writes lexicon/tables/han_elsewhere.tsv "
        f"(Unihan {version}, do not edit)")
    return unicode_data.write_or_check(TABLE, made_by, table)


if __name__ == "__main__":
    sys.exit(main())
