#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/performance-rivals.md and its pictures from the rows measured.

    report.py bench/record/speed.tsv

Without matplotlib the pictures are skipped with a line.
"""
import collections
import csv
import pathlib
import sys

import report_java

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXTS = ["en", "zh", "ar", "ru", "mixed"]
OWN = "khitai"
# What the pictures show, with a colour that prints and is told apart.
SHOWN = {
    "khitai": "#b2182b",
    "ICU + daachorse": "#ef8a62",
    "daachorse charwise": "#2166ac",
    "daachorse bytewise": "#67a9cf",
    "Hyperscan": "#1b7837",
    "aho-corasick NFA": "#998ec3",
    "std::unordered_map": "#8c6d31",
    "Lucene tagger, folded": "#c51b7d",
    "Lucene tagger, Direct, folded": "#f1b6da",
    "decode only": "#777777",
}

HEAD = """# Speed beside other engines

Written by `tools/bench`, which measures all of it; the rows stand in
`bench/record/speed.tsv`. One process, one thread, the same names and texts;
thread time, best of five runs taken in turns. MB = 10^6 bytes, KB = 1,024.

    tools/bench                      # all of it
    tools/bench --quick              # 4 MB texts, 1,000 and 10,000 names
    tools/bench --only khitai --only Hyperscan --sizes "1000 100000"
    build/bench/bench/speed/speed --names NAMES.txt TEXT.txt  # your own

"""

READING = """
What to read from it, and what not:

- **khitai does more than those it stands beside.** It folds (case, marks,
  Arabic letters, Han variants), finds whole words, keeps the longest, and tells
  places in the original. The exact engines find names byte for byte, also
  within words. *ICU + daachorse* is what one would put together to find names
  spelled otherwise: NFKC_Casefold with `Edits`, line by line, then the
  automaton, then places back; it still leaves marks, Arabic letters and Han
  variants as they are.
- **Hits differ, for the tasks do.** Each engine is compared with a naive one
  for its own task on the first megabyte of each text, before it is timed; an
  engine that differs is told as WRONG, and the run fails.
- **Exact matching has it easier than the same automaton on folded text**, in
  English and Russian most of all: names begin with capitals, words do not, and
  an exact engine leaves most words at their first letter. What *ICU + daachorse*
  takes longer than *ICU NFKC_Casefold* alone is daachorse on folded text.
- Speed depends on how dense the hits are; `hits/KB` is told with each figure.
- Names and texts are made by chance of the lexicon's forms and the words of
  `corpora/` (`make_texts`): words follow Zipf's law, their order none. Real
  texts stand further down.
- *Ratio* is khitai's speed divided by the engine's on the same text: above 1
  khitai is faster.
- `MB` is what the engine holds on the heap once built. Of Python it is how the
  process grew.
"""


def read_rows(path):
    """(comments, rows)"""
    lines = path.read_text().splitlines()
    comments = [line[2:] for line in lines if line.startswith("# ")]
    table = [line for line in lines if not line.startswith("#")]
    rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return comments, rows


def figure(value):
    number = float(value)
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" \
        if number >= 10 else f"{number:.2f}"


def speed_of(row):
    return float(row["mb_per_s"]) if row["mb_per_s"] else None


def cell(row, own):
    if row is None:
        return ""
    if not row["mb_per_s"]:
        return "WRONG"
    text = figure(row["mb_per_s"])
    if own is not None and row is not own and speed_of(own):
        text += f" ({speed_of(own) / speed_of(row):.2f})"
    return text


def table(rows, texts, titles=None):
    """MB/s (ratio), then hits/KB, of every engine on every text."""
    engines = list(dict.fromkeys(row["engine"] for row in rows))
    of = {(row["engine"], row["text"]): row for row in rows}
    titles = titles or texts
    out = ["| MB/s (ratio) | " + " | ".join(titles) + " | build s | MB |",
           "|---" * (len(texts) + 3) + "|"]
    for engine in engines:
        mine = [of.get((engine, text)) for text in texts]
        any_row = next(row for row in mine if row)
        cells = [cell(row, of.get((OWN, text)))
                 for row, text in zip(mine, texts)]
        out.append(f"| {engine} | " + " | ".join(cells) +
                   f" | {any_row['build_s']} | {any_row['memory_mb']} |")
    out += ["", "| hits/KB | " + " | ".join(titles) + " |",
            "|---" * (len(texts) + 1) + "|"]
    for engine in engines:
        mine = [of.get((engine, text)) for text in texts]
        if not any(row and row["hits"] not in ("", "0") for row in mine):
            continue
        cells = [row["hits_per_kb"] if row else "" for row in mine]
        out.append(f"| {engine} | " + " | ".join(cells) + " |")
    return out


def engines_table(rows):
    out = ["| engine | version | does |", "|---|---|---|"]
    seen = set()
    for row in rows:
        if row["engine"] in seen:
            continue
        seen.add(row["engine"])
        out.append(f"| {row['engine']} | {row['version']} | {row['does']} |")
    return out


def density_table(rows):
    """The same names planted, few and many names searched."""
    counts = sorted({row["names"] for row in rows}, key=int)
    first, last = counts[0], counts[-1]
    of = {(row["engine"], row["names"], row["text"]): row for row in rows}
    texts = [f"{text}-first-1000" for text in TEXTS]
    out = [f"| MB/s with {int(first):,} and {int(last):,} names (of which) | "
           + " | ".join(TEXTS) + " |", "|---" * (len(texts) + 1) + "|"]
    for engine in dict.fromkeys(row["engine"] for row in rows):
        cells = []
        for text in texts:
            few = of.get((engine, first, text))
            many = of.get((engine, last, text))
            if not (few and many and few["hits"] not in ("", "0")):
                break
            if not many["mb_per_s"]:
                break
            cells.append(f"{figure(few['mb_per_s'])}, "
                         f"{figure(many['mb_per_s'])} "
                         f"({speed_of(many) / speed_of(few):.2f}; "
                         f"{few['hits_per_kb']}, {many['hits_per_kb']})")
        else:
            out.append(f"| {engine} | " + " | ".join(cells) + " |")
    return out


def draw(rows, pictures):
    try:
        import matplotlib
    except ImportError as error:
        print(f"skipped: pictures: {error}", file=sys.stderr)
        return []
    matplotlib.use("svg")
    matplotlib.rcParams.update({
        "svg.fonttype": "none", "svg.hashsalt": "khitai",
        "font.family": "sans-serif", "font.size": 10})
    from matplotlib import pyplot
    names = []
    for text in TEXTS:
        mine = [row for row in rows if row["text"] == text]
        axes_of = pyplot.subplots(figsize=(7.5, 4.2), layout="constrained")
        picture, axes = axes_of
        for engine, colour in SHOWN.items():
            points = sorted((int(row["names"]), speed_of(row)) for row in mine
                            if row["engine"] == engine and row["mb_per_s"])
            if not points:
                continue
            own = engine == OWN
            axes.plot(*zip(*points), color=colour, label=engine, marker="o",
                      markersize=4, linewidth=2.6 if own else 1.4,
                      linestyle="--" if engine == "decode only" else "-",
                      zorder=3 if own else 2)
        axes.set_xscale("log")
        axes.set_yscale("log")
        axes.yaxis.set_major_formatter("{x:,.0f}")
        axes.xaxis.set_major_formatter("{x:,.0f}")
        axes.set_xlabel("names")
        axes.set_ylabel("MB/s, one thread")
        axes.set_title(f"Speed on the text \u201c{text}\u201d", loc="left")
        axes.grid(True, which="major", color="#dddddd", linewidth=0.7)
        axes.spines[["top", "right"]].set_visible(False)
        picture.legend(loc="outside right center", frameon=False)
        name = f"speed-{text}.svg"
        picture.savefig(pictures / name, metadata={"Date": None})
        pyplot.close(picture)
        names.append(name)
    for name in names:  # one space at the ends of lines is none
        lines = (pictures / name).read_text().splitlines()
        (pictures / name).write_text(
            "".join(line.rstrip() + "\n" for line in lines))
    return names


def document(comments, rows, pictures):
    by_names = collections.defaultdict(list)
    planted, real, whole, python, java = [], [], [], [], []
    for row in rows:
        if row["engine"] == "khitai annotate":
            whole.append(row)
        elif row["engine"].startswith(report_java.NAMED):
            java.append(row)
        elif row["text"].endswith("-first-1000"):
            planted.append(row)
        elif row["text"] not in TEXTS:
            real.append(row)
        elif row["engine"] in ("flashtext", "pyahocorasick", "spacy",
                               "opencc"):
            python.append(row)
        else:
            by_names[int(row["names"])].append(row)
    out = [HEAD.rstrip(), ""]
    out += [f"- {comment}" for comment in comments] + [READING.rstrip(), ""]
    out += engines_table(rows) + [""]
    out += [f"![Speed by the number of names, {name[6:-4]}](pictures/{name})"
            for name in pictures]
    for count in sorted(by_names):
        out += ["", f"## {count:,} names", ""]
        out += table(by_names[count], TEXTS)
    if planted:
        out += ["", "## Equal hits, few and many names", "",
                "Texts in which only the first 1,000 names were planted: what "
                "more names cost where they\nhit no more. In brackets the "
                "second speed as a part of the first; hits/KB with few and\n"
                "with many.", ""] + density_table(planted)
    if real:
        texts = sorted({row["text"] for row in real})
        out += ["", "## Real texts, the forms of the lexicon", ""]
        out += table(real, texts)
    if python:
        out += ["", "## From Python, 10,000 names", "",
                "Slow ones on the beginning of the text only: the column tells "
                "of how many bytes.", "",
                "| engine | text | bytes | MB/s | hits/KB | build s | MB |",
                "|---|---|---|---|---|---|---|"]
        for row in python:
            speed = figure(row["mb_per_s"]) if row["mb_per_s"] else row["note"]
            out.append(f"| {row['engine']} | {row['text']} | "
                       f"{int(row['bytes']):,} | {speed} | "
                       f"{row['hits_per_kb']} | {row['build_s']} | "
                       f"{row['memory_mb']} |")
    if java:
        own = [row for row in rows if row["engine"] == OWN]
        out += report_java.part(java, own, TEXTS, table)
    if whole:
        out += ["", "## The whole program", "",
                "`khitai annotate --format jsonl --jobs 1` with the shipped "
                "lexicon, each text repeated; user\nand system time, start "
                "included. Between the matcher and this lie reading, context, "
                "the\ndecisions and the writing of each mention.", "",
                "| text | bytes | s | MB/s a core | mentions/KB |",
                "|---|---|---|---|---|"]
        for row in whole:
            out.append(f"| {row['text']} | {int(row['bytes']):,} | "
                       f"{float(row['seconds']):.2f} | "
                       f"{figure(row['mb_per_s'])} | {row['hits_per_kb']} |")
        size = sum(int(row["bytes"]) for row in whole)
        seconds = sum(float(row["seconds"]) for row in whole)
        hits = sum(int(row["hits"]) for row in whole)
        out.append(f"| all | {size:,} | {seconds:.2f} | "
                   f"{figure(size / 1e6 / seconds)} | "
                   f"{hits * 1024 / size:.2f} |")
    return "\n".join(out) + "\n"


def main():
    if len(sys.argv) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    comments, rows = read_rows(pathlib.Path(sys.argv[1]))
    folder = ROOT / "docs" / "pictures"
    drawn = draw([row for row in rows if row["text"] in TEXTS], folder)
    (ROOT / "docs" / "performance-rivals.md").write_text(
        document(comments, rows, drawn))
    return 0


if __name__ == "__main__":
    sys.exit(main())
