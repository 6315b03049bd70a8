#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# A table of names by chance, for measuring at any size:
#
#   bench/make_names.py COUNT > names.tsv
#   bench/make_names.py COUNT --queries N > queries.txt
#
# Names are composed of the syllables of each script's names in lexicon/forms
# (two to four, one word or two), three forms to an id. Queries are N of the
# names with one letter changed. The seed is fixed: equal arguments, equal
# bytes.
import argparse
import pathlib
import random
import re
import sys

FORMS = pathlib.Path(__file__).resolve().parent.parent / "lexicon" / "forms"
SCRIPTS = {  # share of the table, letters, language, letters a piece
    "Latn": (60, "A-Za-z\u00c0-\u024f\u1e00-\u1eff", "en", (2, 4)),
    "Cyrl": (12, "\u0400-\u04ff", "ru", (2, 4)),
    "Arab": (13, "\u0620-\u064a\u066e-\u06d3", "fa", (2, 3)),
    "Hani": (15, "\u4e00-\u9fff", "zh-Hant", (1, 1)),
}


def pieces_of(letters, sizes, texts):
    """Runs of letters that names are cut into, in byte order."""
    found = set()
    least, most = sizes
    for text in texts:
        for word in re.findall("[" + letters + "]+", text):
            word = word.lower()
            for at in range(0, len(word), most):
                piece = word[at:at + most]
                if least <= len(piece) <= most:
                    found.add(piece)
    return sorted(found)


def attested():
    """The forms of the lexicon, in byte order."""
    texts = set()
    for path in sorted(FORMS.glob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        column = lines[0].split("\t").index("form")
        texts.update(line.split("\t")[column] for line in lines[1:])
    return sorted(texts)


def name_of(chance, pieces, script):
    words = []
    for _ in range(1 if script == "Hani" else chance.randint(1, 2)):
        word = "".join(chance.choice(pieces)
                       for _ in range(chance.randint(2, 4)))
        words.append(word[:1].upper() + word[1:])
    return " ".join(words)


def changed(chance, name):
    at = chance.randrange(len(name))
    other = name[chance.randrange(len(name))]
    kind = chance.randrange(3)
    if kind == 0:
        return name[:at] + other + name[at + 1:]
    return name[:at] + (other + name[at:] if kind == 1 else name[at + 1:])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--queries", type=int, default=0)
    wish = parser.parse_args()
    texts = attested()
    pieces = {script: pieces_of(letters, sizes, texts)
              for script, (_, letters, _, sizes) in SCRIPTS.items()}
    chance = random.Random(1218)
    other = random.Random(1219)
    scripts = list(SCRIPTS)
    weights = [SCRIPTS[script][0] for script in scripts]
    out = []
    every = max(1, wish.count // wish.queries) if wish.queries else 0
    if not every:
        out.append("id\tform\tlang\ttype")
    for number in range(wish.count):
        script = chance.choices(scripts, weights)[0]
        name = name_of(chance, pieces[script], script)
        if not every:
            out.append(f"e{number // 3}\t{name}\t{SCRIPTS[script][2]}\tperson")
        elif number % every == 0:
            out.append(changed(other, name))
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write("\n".join(out) + "\n")


main()
