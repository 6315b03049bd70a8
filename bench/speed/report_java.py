# SPDX-License-Identifier: Apache-2.0
"""What report.py writes of the rows that bench/speed/lucene has measured."""

NAMED = "Lucene"  # the engines' names begin so

HEAD = """
## From Java

Another process for each of four kinds, on the first 4 MB of a text; the machine
is warmed up first, and what it does in other threads (compiling, collecting
garbage) is not counted. Texts are decoded before. Tokenizing is part of it:
*Lucene words* does nothing else.

- *Lucene tagger* is Solr's own `Tagger`, called without a server, over terms in
  an FST mapped into memory as its manual has it (`FST50`); with *Direct*, over
  terms in arrays on the heap. *Lucene FST* walks such an FST by code of this
  bench: arc by arc, where the tagger seeks. Of what overlaps each keeps the
  longest from the left.
- Words are StandardTokenizer's (UAX #29), each Han character one. Folded is
  what ICUFoldingFilter folds: case, marks, compatibility; not Arabic letters,
  nor Han variants.
- In the first 200,000 bytes each must find the same as a naive search among its
  words does. Those are not names letter for letter: what parts words is passed
  over, so that a name is also found where a comma stands between its
  characters, or a space for its hyphen.
- `MB` is the FST; with *Direct*, how the heap grew.
"""


def title(count):
    return f"In Java, {int(count):,} names" if count.isdigit() else \
        "In Java, real texts, the forms of the lexicon"


def part(rows, own, texts, table):
    """Lines; `own` are khitai's rows, `table` makes lines of rows and texts."""
    out = HEAD.rstrip().split("\n")
    counts = sorted({row["names"] for row in rows},
                    key=lambda names: (not names.isdigit(), names.zfill(9)))
    for count in counts:
        mine = [row for row in rows if row["names"] == count]
        shown = texts if count.isdigit() else \
            sorted({row["text"] for row in mine})
        beside = [row for row in own
                  if row["names"] == count and row["text"] in shown]
        out += ["", f"### {title(count)}", ""] + table(beside + mine, shown)
        notes = [f"- {row['text']}: {row['note']}" for row in mine
                 if row["engine"] == "Lucene tagger" and row["note"]
                 and row["mb_per_s"]]
        if notes:
            out += ["", "Of *Lucene tagger*, in the first 200,000 bytes:", ""]
            out += notes
    return out
