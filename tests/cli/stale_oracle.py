#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `khitai stale` tells is what differs when all is annotated twice.

    stale_oracle.py PROGRAM

Records made of names and words by chance are annotated with either lexicon, as
`--emit docs` and as `lucene-tokens` have them; `stale` must tell those, and no
others, for which one of the two differs, and write them as the new lexicon has
them. Records that were annotated with the old lexicon give the same.
"""
import csv
import io
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases"
NAMES = ("id\tform\tuse\nqara-khitai\tZorblax\t\nqara-khitai\tGreat Qux\t\n"
         "jin-dynasty\tQux\tcue\nsamarqand\tQuxland\tcased\n"
         "mahmud-ii\tSanjar\t\nyelu-dashi\tTamghaj\tpart\n"
         "balasagun\tBalasagun\tnever\nliao-dynasty\t\u5317\u907c\t\n")
RECORDS = 3000


def words_of(path, column):
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()
            if line and not line.startswith("#")]
    at = rows[0].index(column)
    return [row[at].replace("\\u{20}", " ") for row in rows[1:] if row[at]]


def records():
    """Texts of names, of words, and of what stands between them."""
    chance = random.Random(1218)
    names = words_of(CASES / "small_lexicon" / "forms" / "all.tsv", "form")
    words = words_of(CASES / "token_changes.tsv", "word")
    for number in range(RECORDS):
        parts = [chance.choice(names if chance.random() < 0.5 else words)
                 for _ in range(chance.randint(1, 9))]
        text = chance.choice([" ", " ", ", ", ""]).join(parts)
        yield {"id": number, "body": text}


class Program:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.env = dict(os.environ, KHITAI_TABLES=str(CASES / "small_lexicon"),
                        KHITAI_CACHE="", LC_ALL="C.UTF-8")

    def run(self, *arguments, codes=(0,)):
        done = subprocess.run([self.program, *arguments], env=self.env,
                              cwd=self.folder, capture_output=True, timeout=120)
        if done.returncode not in codes:
            sys.exit(f"{arguments}: exit {done.returncode}\n"
                     + done.stderr.decode())
        return done.stdout.decode("utf-8")

    def both(self, path, *shape):
        """What comes of a file with either lexicon."""
        return [self.run("annotate", "--lexicon", lexicon, "--field", "body",
                         *shape, path) for lexicon in ("old.klex", "new.klex")]

    def stale(self, path, *more):
        return self.run("stale", "old.klex", "new.klex", "--quiet", "--field",
                        "body", *more, path)


def expect(what, got, wanted):
    if got != wanted:
        first = next((pair for pair in zip(got, wanted) if pair[0] != pair[1]),
                     (len(got), len(wanted)))
        sys.exit(f"{what}: {first[0]!r}, expected {first[1]!r}")


def tokens_differ(khitai):
    old, new = khitai.both("r.jsonl", "--format", "lucene-tokens")
    return [json.loads(a)["body_tokens"] != json.loads(b)["body_tokens"]
            for a, b in zip(old.splitlines(), new.splitlines())]


def check_json(khitai, others):
    old, new = (text.splitlines() for text in
                khitai.both("r.jsonl", "--emit", "docs"))
    stale = [i for i in range(RECORDS) if old[i] != new[i] or others[i]]
    rows = [f"r.jsonl\t{i + 1}\t{i}" for i in stale]
    expect("places", khitai.stale("r.jsonl", "--id-field", "id").splitlines(),
           ["file\tline\tid"] + rows)
    (khitai.folder / "old.jsonl").write_text("\n".join(old), "utf-8")
    for path in ("r.jsonl", "old.jsonl"):
        expect(path, khitai.stale(path, "--emit", "docs").splitlines(),
               [new[i] for i in stale])
    return len(stale), sum(old[i] == new[i] for i in stale)


def check_table(khitai, others):
    texts = khitai.both("r.csv", "--emit", "docs")
    old, new = (list(csv.reader(io.StringIO(text))) for text in texts)
    stale = [i for i in range(RECORDS)
             if old[i + 1] != new[i + 1] or others[i]]
    (khitai.folder / "old.csv").write_text(texts[0], "utf-8", newline="")
    for path in ("r.csv", "old.csv"):
        got = khitai.stale(path, "--emit", "docs")
        expect(path, list(csv.reader(io.StringIO(got))),
               [new[0]] + [new[i + 1] for i in stale])


def main():
    with tempfile.TemporaryDirectory() as folder:
        khitai = Program(pathlib.Path(sys.argv[1]).resolve(),
                         pathlib.Path(folder).resolve())
        (khitai.folder / "names.tsv").write_text(NAMES, "utf-8")
        khitai.run("compile", "--quiet", "--out", "old.klex")
        khitai.run("compile", "--quiet", "--names", "names.tsv", "--out",
                   "new.klex")
        with open(khitai.folder / "r.jsonl", "w", encoding="utf-8") as lines, \
             open(khitai.folder / "r.csv", "w", encoding="utf-8",
                  newline="") as table:
            rows = csv.writer(table)
            rows.writerow(["id", "body"])
            for record in records():
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
                rows.writerow([record["id"], record["body"]])
        others = tokens_differ(khitai)
        stale, by_tokens = check_json(khitai, others)
        check_table(khitai, others)
    print(f"{stale} of {RECORDS} records, {by_tokens} for their tokens alone")
    if not 0 < by_tokens < stale < RECORDS:
        sys.exit("expected some of each")


if __name__ == "__main__":
    main()
