#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
#
# Tables of names by chance with links between them, for measuring `why` at any
# size:
#
#   bench/make_links.py COUNT FOLDER
#   khitai compile --no-lexicon --lexicon-dir FOLDER --fuzzy 0 --out links.klex
#   bench/why links.klex FOLDER-questions.tsv
#
# Each name but the first thousand is made of one to three older ones; types,
# certainties and stances have the shares of lexicon/links. One source in four
# is among a thousand words that very many names are made of (the first is in a
# tenth of all), one in four is young, so that chains are long. Questions: half
# of them two names by chance, the others a name and what it is related to. The
# seed is fixed: equal arguments, equal bytes.
import pathlib
import random
import sys

TYPES = (["borrowed"] * 42 + ["transcribed"] * 13 + ["derived"] * 9 +
         ["part-of"] * 20 + ["cognate"] * 5 + ["calque"] * 4 +
         ["inherited"] * 3 + ["counterpart"] * 3 + ["misread-as"])
CERTAINTIES = ["certain"] * 5 + ["likely"] * 4 + ["possible"]
STANCES = ["asserted"] * 9 + ["suggested"] * 2 + ["disputed"]
SYLLABLES = ("ba be bo da de do ga gi go ka ke ki ko la le li lo ma me mi mo "
             "na ne ni no qa qu ra re ri ro sa se si so ta te ti to xa xi ya "
             "ye yo za zi zu").split()


def spelled(number):
    text = ""
    for _ in range(5):
        number, rest = divmod(number, len(SYLLABLES))
        text += SYLLABLES[rest]
    return text.capitalize()


def source_of(chance, name):
    kind = chance.random()
    if kind < 0.1:
        return 0
    if kind < 0.25:
        return int(1000 * chance.random() ** 3)
    if kind < 0.5:
        return max(0, name - 1 - int(chance.expovariate(0.02)))
    return chance.randrange(name)


def links_of(chance, count):
    for name in range(1000, count):
        sources = {source_of(chance, name)
                   for _ in range(chance.choice((1, 1, 1, 2, 2, 3)))}
        for source in sorted(sources):
            kind = "part-of" if source < 1000 else chance.choice(TYPES)
            yield (source, name, kind, chance.choice(STANCES),
                   chance.choice(CERTAINTIES))


def write_questions(chance, path, count, above):
    with open(path, "w", encoding="utf-8") as out:
        for number in range(2000):
            a = chance.randrange(count)
            b = chance.randrange(count)
            if number % 2:
                b = a
                for _ in range(chance.randint(1, 6)):
                    if not above.get(b):
                        break
                    b = chance.choice(above[b])
            out.write(f"{spelled(a)}\t{spelled(b)}\n")


def write_rows(folder, header, rows):
    """As many rows a file as a table may have."""
    folder.mkdir(parents=True, exist_ok=True)
    out = None
    for number, row in enumerate(rows):
        if number % 2000 == 0:
            out = open(folder / f"{number:08}.tsv", "w", encoding="utf-8")
            out.write("\t".join(header.split()) + "\n")
        out.write(row + "\n")


def main():
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        sys.exit("usage: make_links.py COUNT FOLDER")
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    chance = random.Random(20261129)

    write_rows(folder / "sources",
               "id kind citation composed published lang note",
               ["chance\tstudy\tby chance\t\t\t\t"])
    names = range(count)
    write_rows(folder / "names", "id lang label gloss register note source",
               (f"n{name:08}\ten\t{spelled(name)}\t\t\t\tchance"
                for name in names))
    write_rows(folder / "forms",
               "name form lang reading grammar use certainty basis source",
               (f"n{name:08}\t{spelled(name)}\ten\t\t\t\tcertain\tknown\tchance"
                for name in names))
    above = {}
    rows = []
    for source, name, kind, stance, sure in links_of(chance, count):
        above.setdefault(name, []).append(source)
        rows.append(f"n{source:08}\tn{name:08}\t{kind}\t\t\t\t\ta{name}\t"
                    f"{stance}\t{sure}\t\tchance")
    write_rows(folder / "links", "from to type part rule via date account "
               "stance certainty claim source", sorted(rows))
    write_questions(chance, folder.parent / (folder.name + "-questions.tsv"), count, above)


if __name__ == "__main__":
    main()
