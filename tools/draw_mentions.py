#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws mentions found in a text by chance, to be judged by a reader.

Usage: draw_mentions.py [--rows N] [--seed S] [--context C] MENTIONS.jsonl TEXT

MENTIONS.jsonl is what `khitai annotate --format jsonl --offsets byte TEXT`
wrote, with or without `--explain`. Prints a TSV: number, the text before,
[mention], after, decision, entity (if none is decided: the candidates), type,
probability, form and why. Only decided and ambiguous mentions are drawn; the
draw depends on the seed and on how many there are.
"""
import argparse
import json
import pathlib
import random

COLUMNS = ["number", "before", "mention", "after", "decision", "entity",
           "type", "probability", "form", "why"]


def plain(text):
    """One line without tabs, as a cell of a TSV has to be."""
    return " ".join(text.split())


def shown(candidate):
    return f"{candidate['entity']} {candidate['probability']:.2f}"


def row_of(number, mention, text, context):
    """The cells of one mention; `text` is bytes, `context` characters."""
    start, end = mention["start"], mention["end"]
    # A character has at most four bytes; what the cut has broken is dropped.
    before = text[max(0, start - 4 * context):start].decode("utf-8", "ignore")
    after = text[end:end + 4 * context].decode("utf-8", "ignore")
    candidates = mention.get("candidates", [])
    entity = mention["entity"] or " / ".join(map(shown, candidates))
    why = candidates[0].get("why", []) if candidates else []
    return [str(number), plain(before[-context:]), f"[{plain(mention['text'])}]",
            plain(after[:context]), mention["decision"], entity,
            mention["type"], f"{mention['probability']:.2f}",
            plain(mention["form"]), "; ".join(map(plain, why))]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("mentions", type=pathlib.Path)
    parser.add_argument("text", type=pathlib.Path)
    parser.add_argument("--rows", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--context", type=int, default=60)
    wanted = parser.parse_args()
    lines = wanted.mentions.read_text(encoding="utf-8").splitlines()
    mentions = [mention for mention in map(json.loads, filter(None, lines))
                if mention["decision"] in ("match", "ambiguous")]
    if not mentions:
        parser.error(f"{wanted.mentions}: no mentions, expected what "
                     "`khitai annotate --format jsonl` writes")
    text = wanted.text.read_bytes()
    chosen = random.Random(wanted.seed).sample(
        range(len(mentions)), min(wanted.rows, len(mentions)))
    print("\t".join(COLUMNS))
    for number, index in enumerate(sorted(chosen), 1):
        print("\t".join(row_of(number, mentions[index], text, wanted.context)))


if __name__ == "__main__":
    main()
