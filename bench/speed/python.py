#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What finds names in Python, in rows as `speed` writes them.

    python.py --names FILE --count N TEXT...

FlashText, pyahocorasick, spaCy's PhraseMatcher, and OpenCC, which finds
nothing but turns traditional characters into simplified ones: those that can
be imported; of the others a line says that they are skipped. Slow ones get
only the beginning of a text (column `bytes`). What is found in the first
200,000 bytes is compared with what a naive search finds there.
"""
import argparse
import importlib.metadata
import pathlib
import sys
import time

CHECKED = 200_000
SLOW = 2_000_000
RUNS = 3


def resident():
    """Bytes of this process in memory."""
    pages = pathlib.Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * 4096


def all_places(text, names):
    """(begin, end) of every occurrence of every name, by characters."""
    known = set(names)
    sizes = sorted({len(name) for name in names})
    starts = {name[:2] for name in names}
    return {(at, at + size) for at in range(len(text))
            if text[at:at + 2] in starts
            for size in sizes if text[at:at + size] in known
            and at + size <= len(text)}


class FlashText:
    package, most = "flashtext", SLOW
    does = "exact, whole words, longest"

    def build(self, names):
        from flashtext import KeywordProcessor
        self.names = set(names)
        self.matcher = KeywordProcessor(case_sensitive=True)
        for name in names:
            self.matcher.add_keyword(name)

    def find(self, text):
        return self.matcher.extract_keywords(text, span_info=True)

    def wrong(self, text):
        """Its words are its own: what it finds must be a name, and stand there."""
        found = [(begin, end) for _, begin, end in self.find(text)]
        if not set(found) <= all_places(text, self.names):
            return "finds what is no name"
        return "finds nothing" if not found else ""


class AhoCorasick:
    package, most = "pyahocorasick", sys.maxsize
    does = "exact, all occurrences"

    def build(self, names):
        import ahocorasick
        self.names = names
        self.matcher = ahocorasick.Automaton()
        for name in names:
            self.matcher.add_word(name, len(name))
        self.matcher.make_automaton()

    def find(self, text):
        return list(self.matcher.iter(text))

    def wrong(self, text):
        found = {(last + 1 - size, last + 1) for last, size in self.find(text)}
        return "" if found == all_places(text, self.names) else "other places"


class Spacy:
    package, most = "spacy", SLOW // 4
    does = "exact, its own words, tokenizer included"

    def build(self, names):
        import spacy
        from spacy.matcher import PhraseMatcher
        self.language = spacy.blank("en")
        self.language.max_length = sys.maxsize
        self.names = names
        self.matcher = PhraseMatcher(self.language.vocab)
        self.matcher.add("name", list(self.language.tokenizer.pipe(names)))

    def find(self, text):
        self.doc = self.language.tokenizer(text)
        return self.matcher(self.doc)

    def wrong(self, text):
        known = set(self.names)
        found = self.find(text)
        if any(self.doc[begin:end].text not in known
               for _, begin, end in found):
            return "finds what is no name"
        # Its tokenizer for English knows no words without spaces between.
        spaced = text.count(" ") * 20 > len(text)
        return "finds nothing" if spaced and not found else ""


class OpenCC:
    package, most = "opencc", sys.maxsize
    does = "simplifies Chinese, finds nothing"

    def build(self, names):
        import opencc
        self.converter = opencc.OpenCC("t2s")

    def find(self, text):
        self.converter.convert(text)
        return []

    def wrong(self, text):
        return "" if self.converter.convert("\u6f22\u5b57") == \
            "\u6c49\u5b57" else "does not simplify"


def beginning(text, size):
    """Of so many bytes at most, up to the end of a line."""
    if len(text) <= size:
        return text
    return text[:text.rfind(b"\n", 0, size) + 1] or text[:0]


def measure(engine, built, label, path):
    whole = path.read_bytes()
    wrong = engine.wrong(beginning(whole, CHECKED).decode())
    part = beginning(whole, engine.most)
    text = part.decode()
    row = [engine.package, importlib.metadata.version(engine.package),
           engine.does, label, path.stem, len(part)]
    if wrong:
        row += ["", "", "", ""]
    else:
        best, hits = float("inf"), 0
        for _ in range(RUNS):
            begin = time.thread_time()
            hits = len(engine.find(text))
            best = min(best, time.thread_time() - begin)
        row += [f"{best:.6f}", f"{len(part) / 1e6 / best:.1f}", hits,
                f"{hits * 1024 / len(part):.2f}"]
    row += [f"{built[0]:.3f}", f"{built[1] / 1e6:.1f}",
            f"WRONG: {wrong}" if wrong else ""]
    print(*row, sep="\t", flush=True)
    return not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--names", required=True, type=pathlib.Path)
    parser.add_argument("--count", required=True, type=int)
    parser.add_argument("texts", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    names = arguments.names.read_text().splitlines()[:arguments.count]
    right = True
    for engine in (AhoCorasick(), FlashText(), Spacy(), OpenCC()):
        memory, begin = resident(), time.thread_time()
        try:
            engine.build(names)
        except ImportError as error:
            print(f"skipped: {engine.package}: {error}", file=sys.stderr)
            continue
        built = time.thread_time() - begin, max(0, resident() - memory)
        for path in arguments.texts:
            right &= measure(engine, built, str(arguments.count), path)
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
