#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes lexicon/tables/han_elsewhere.tsv: how Unihan says a character is read
elsewhere and earlier than in modern Mandarin.

    tools/gen_han_elsewhere.py > lexicon/tables/han_elsewhere.tsv

Columns: kTang without marks of tone, kCantonese (Jyutping), kHangul, the
Japanese on reading in small letters, kVietnamese; the customary reading first.
Characters: those of IICore (kIICore) and all with a Tang or a Korean reading.
A simplified or variant character, the head of a class of lib/fold, that has no
reading of a kind takes those of its class, for keys are made of heads.

Reads Unihan of Debian's unicode-data, or the folder named as the first
argument. With --check it writes nothing and says whether the table is what it
would write (77: Unihan is not here, or is another version).
"""

import bz2
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[1]
TABLE = ROOT / "lexicon" / "tables" / "han_elsewhere.tsv"
VARIANTS = ROOT / "lib" / "fold" / "han_variants.tsv"
DEFAULT = "/usr/share/unicode"
COLUMNS = ["kTang", "kCantonese", "kHangul", "kJapaneseOn", "kVietnamese"]
BLOCKS = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xFA0E, 0xFA29)]


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


def lines_of(folder, name):
    path = pathlib.Path(folder) / name
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        yield from lines


def read(folder):
    """{character: {field: [reading]}}, those of IICore, the version."""
    found, core, version = {}, set(), "?"
    for line in lines_of(folder, "Unihan_Readings.txt.bz2"):
        match = re.match(r"# Unicode [Vv]ersion: ([0-9]+\.[0-9]+)", line)
        if match:
            version = match.group(1)
        cells = line.rstrip("\n").split("\t")
        if len(cells) != 3 or cells[1] not in COLUMNS:
            continue
        code = int(cells[0][2:], 16)
        stable = unicodedata.is_normalized("NFC", chr(code))
        if stable and any(low <= code <= high for low, high in BLOCKS):
            readings = list(dict.fromkeys(READ[cells[1]](cells[2])))
            found.setdefault(chr(code), {})[cells[1]] = readings
    for line in lines_of(folder, "Unihan_IRGSources.txt.bz2"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 3 and cells[1] == "kIICore":
            core.add(chr(int(cells[0][2:], 16)))
    return found, core, version


def classes():
    """{head: [member]}"""
    out = {}
    for line in VARIANTS.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) == 2 and len(cells[0]) == len(cells[1]) == 1:
            out.setdefault(cells[1], []).append(cells[0])
    return out


def table(folder):
    found, core, version = read(folder)
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
    out = ["# tools/gen_han_elsewhere.py > lexicon/tables/han_elsewhere.tsv "
           f"(Unihan {version}, do not edit)",
           "character\ttang\tcantonese\tkorean\ton\tvietnamese"]
    for character in sorted(kept):
        cells = [" ".join(kept[character].get(field, []))
                 for field in COLUMNS]
        if any(cells):
            out.append(character + "\t" + "\t".join(cells))
    return "\n".join(out) + "\n"


def check(folder):
    if not (pathlib.Path(folder) / "Unihan_Readings.txt.bz2").exists():
        print(f"skipped: no Unihan in {folder}")
        return 77
    made, kept = table(folder), TABLE.read_text(encoding="utf-8")
    if made == kept:
        return 0
    if made.split("\n")[0] != kept.split("\n")[0]:
        print("skipped: made from another version of Unihan")
        return 77
    print(f"{TABLE}: not what tools/gen_han_elsewhere.py writes")
    return 1


def main():
    folders = [one for one in sys.argv[1:] if one != "--check"]
    folder = folders[0] if folders else DEFAULT
    if "--check" in sys.argv:
        sys.exit(check(folder))
    sys.stdout.buffer.write(table(folder).encode("utf-8"))


if __name__ == "__main__":
    main()
