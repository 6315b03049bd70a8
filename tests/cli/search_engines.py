#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `khitai query` writes for search engines is syntax around text.

    search_engines.py PROGRAM

Every hostile string (tests/cases/query_hostile.tsv), and strings made of
pieces of them by chance, is asked for each engine. A small parser of the
engine's grammar reads what comes out; what it reads must be the parts that
`--format json` tells, no more and no less. SQLite runs the queries for FTS5
and LIKE.
"""
import json
import pathlib
import random
import re
import sqlite3
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOSTILE = ROOT / "tests" / "cases" / "query_hostile.tsv"
BAR = "\u01c0"
RANDOM_QUERIES = 400
OTHER = "\u2c00"  # a text that has nothing of any query


def hostile():
    rows = [line for line in HOSTILE.read_text("utf-8").split("\n")
            if line and not line.startswith("# ")][1:]
    spelled = re.compile(r"\\(\\|u[0-9a-f]{4})")
    return [spelled.sub(lambda m: "\\" if m[1] == "\\" else
                        chr(int(m[1][1:], 16)), row.split("\t")[0])
            for row in rows]


def by_chance(rows, count):
    """Strings of pieces of the rows; also bytes that are no UTF-8."""
    chance = random.Random(7)
    out = []
    for _ in range(count):
        pieces = []
        for _ in range(chance.randint(1, 5)):
            row = chance.choice(rows)
            begin = chance.randrange(len(row))
            piece = row[begin:begin + chance.randint(1, 12)].encode()
            if chance.random() < 0.1:
                piece = piece[:-1] + bytes([chance.choice(
                    [0, 1, 9, 0x1b, 0x7f, 0x80, 0xc3, 0xf0, 0xff])])
            pieces.append(piece)
        out.append(chance.choice([b"", b" "]).join(pieces))
    return out


class Reader:
    """A cursor over what was written."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def has(self, word):
        return self.text.startswith(word, self.at)

    def take(self, word):
        if not self.has(word):
            raise ValueError(f"expected {word!r} at {self.at}: {self.text}")
        self.at += len(word)

    def string(self, quote, escape=None):
        """Between quotes; the quote is doubled, or stands behind an escape."""
        self.take(quote)
        out = ""
        while True:
            if self.at >= len(self.text):
                raise ValueError(f"a string without end: {self.text}")
            char = self.text[self.at]
            self.at += 1
            if escape and char == escape:
                out += self.text[self.at]
                self.at += 1
            elif char == quote:
                if escape or not self.has(quote):
                    return out
                self.at += 1
                out += quote
            else:
                out += char

    def all_of(self, alternative):
        """(a OR b) AND (c), to the end."""
        required = []
        while self.at < len(self.text):
            if required:
                self.take(" AND ")
            self.take("(")
            any_of = alternative(self)
            while self.has(" OR "):
                self.take(" OR ")
                any_of += alternative(self)
            self.take(")")
            required.append(any_of)
        return required

    def group(self, one):
        """x, or (x OR y)."""
        if not self.has("("):
            return [one()]
        self.take("(")
        out = [one()]
        while self.has(" OR "):
            self.take(" OR ")
            out.append(one())
        self.take(")")
        return out


def bare_id(text):
    if not (text.startswith(BAR + " ") and text.endswith(" " + BAR)):
        raise ValueError(f"an id without its bars: {text}")
    return text[2:-2]


def fts5(reader):
    field = reader.string('"')
    reader.take(" : ")
    found = reader.group(lambda: reader.string('"'))
    if field == "khitai_ids":
        return [("id", bare_id(one)) for one in found]
    return [("text", one) for one in found]


def lucene(reader):
    ids = reader.has("khitai_ids:")
    reader.take("khitai_ids:" if ids else "body:")
    found = reader.group(lambda: reader.string('"', "\\"))
    return [("id" if ids else "text", one) for one in found]


def postgres_string(reader):
    if not reader.has("E'"):
        text = reader.string("'")
        if "\\" in text:
            raise ValueError("a backslash in a plain string")
        return text
    reader.take("E")
    # Both quote and backslash stand doubled.
    reader.take("'")
    out = ""
    while True:
        char = reader.text[reader.at]
        reader.at += 1
        if char in "\\'":
            if not reader.has(char):
                if char == "'":
                    return out
                raise ValueError("a backslash that is not doubled")
            reader.at += 1
        out += char


def postgres(reader):
    if reader.has('"khitai_ids"'):
        reader.take('"khitai_ids" && ARRAY[')
        found = [("id", postgres_string(reader))]
        while reader.has(", "):
            reader.take(", ")
            found.append(("id", postgres_string(reader)))
        reader.take("]::text[]")
        return found
    reader.take("to_tsvector('simple', \"body\") @@ phraseto_tsquery('simple', ")
    found = [("text", postgres_string(reader))]
    reader.take(")")
    return found


def like(reader):
    ids = reader.has("khitai_ids")
    reader.take(("khitai_ids" if ids else "body") + " LIKE ")
    pattern = reader.string("'")
    reader.take(" ESCAPE '!'")
    if not (pattern.startswith("%") and pattern.endswith("%")):
        raise ValueError(f"no substring: {pattern}")
    inner = pattern[1:-1]
    if re.search(r"(?<!!)(?:!!)*%", inner) or "\\" in inner:
        raise ValueError(f"a wildcard: {pattern}")
    # A lone _ is what a backslash became.
    text = re.sub(r"!(.)|_", lambda m: m[1] or "\\", inner)
    return [("id", bare_id(text)) if ids else ("text", text)]


def elasticsearch(line):
    if not line:
        return []
    required = []
    query = json.loads(line)
    assert list(query) == ["query"] and list(query["query"]) == ["bool"]
    assert list(query["query"]["bool"]) == ["must"]
    for choice in query["query"]["bool"]["must"]:
        assert list(choice) == ["bool"]
        assert set(choice["bool"]) == {"should", "minimum_should_match"}
        any_of = []
        for one in choice["bool"]["should"]:
            (kind, value), = one.items()
            if kind == "terms":
                (field, ids), = value.items()
                assert field == "khitai_ids"
                any_of += [("id", id_) for id_ in ids]
            else:
                assert kind == "match_phrase"
                (field, text), = value.items()
                assert field == "body"
                any_of.append(("text", text))
        required.append(any_of)
    return required


PARSERS = {
    "fts5": lambda line: Reader(line).all_of(fts5),
    "postgres": lambda line: Reader(line).all_of(postgres),
    "lucene": lambda line: Reader(line).all_of(lucene),
    "solr": lambda line: Reader(line).all_of(lucene),
    "sql-like": lambda line: Reader(line).all_of(like),
    "elasticsearch": elasticsearch,
}


class Program:
    def __init__(self, path):
        self.path = path

    def lines(self, queries, *options):
        ran = subprocess.run([self.path, "query", "-", *options],
                             input=b"\n".join(queries) + b"\n",
                             stdout=subprocess.PIPE, check=True)
        out = ran.stdout.decode("utf-8").split("\n")[:-1]
        if len(out) != len(queries):
            raise AssertionError(f"{len(out)} lines of {len(queries)} queries")
        return out


def expected(part, terms):
    any_of = []
    if not terms:
        any_of += [("id", id_) for id_ in part.get("ids", [])]
    any_of.append(("text", part["text"]))
    if terms:
        any_of += [("text", one) for one in part.get("spellings", [])]
    return any_of


def check_grammar(program, queries):
    wrong = 0
    for terms in (False, True):
        options = ["--terms", "--limit", "7"] if terms else []
        told = [json.loads(line) for line in
                program.lines(queries, "--format", "json", *options)]
        for engine, parse in PARSERS.items():
            written = program.lines(queries, "--for", engine, *options)
            for query, line, truth in zip(queries, written, told):
                try:
                    read = parse(line)
                except (ValueError, AssertionError, KeyError) as error:
                    read = repr(error)
                wanted = [expected(part, terms) for part in truth["parts"]]
                if read != wanted:
                    wrong += 1
                    print(f"{engine}: {query!r}\n  wrote {line}\n  read {read}\n"
                          f"  expected {wanted}")
    return wrong


def check_sqlite(program, queries):
    """No error, no row but those that have the words, and the text itself."""
    wrong = 0
    told = [json.loads(line)
            for line in program.lines(queries, "--format", "json")]
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE d USING fts5(body, khitai_ids)")
    database.execute("CREATE TABLE plain(body TEXT, khitai_ids TEXT)")
    for fts, like_ in zip(zip(queries, told,
                              program.lines(queries, "--for", "fts5")),
                          program.lines(queries, "--for", "sql-like")):
        query, truth, match = fts
        if not match:
            continue
        # What SQLite takes for the end of a text is no part of it.
        body = "".join(c if c.isprintable() else " " for c in truth["query"])
        same = body == truth["query"]
        for table in ("d", "plain"):
            database.execute(f"DELETE FROM {table}")
            database.executemany(
                f"INSERT INTO {table} VALUES (?, ?)",
                [(body, ""), (OTHER, "")])
        try:
            found = {
                "fts5": database.execute(
                    "SELECT body FROM d WHERE d MATCH ?", (match,)).fetchall(),
                "like": database.execute(
                    f"SELECT body FROM plain WHERE {like_}").fetchall()}
        except sqlite3.Error as error:
            wrong += 1
            print(f"sqlite: {query!r}: {error}\n  {match}\n  {like_}")
            continue
        latin = all(ord(c) < 0x250 for c in body)
        for engine, rows in found.items():
            strange = [row for row in rows if row[0] != body]
            missed = same and not rows and (engine == "like" or latin)
            if strange or missed:
                wrong += 1
                print(f"{engine}: {query!r} found {rows}: {match} {like_}")
    return wrong


def main():
    program = Program(sys.argv[1])
    rows = hostile()
    queries = [row.encode() for row in rows]
    queries += [query.replace(b"\n", b"").replace(b"\r", b"")
                for query in by_chance(rows, RANDOM_QUERIES)]
    wrong = check_grammar(program, queries) + check_sqlite(program, queries)
    print(f"{len(queries)} queries for {len(PARSERS)} engines, {wrong} wrong")
    return 1 if wrong or len(rows) < 50 else 0


if __name__ == "__main__":
    sys.exit(main())
