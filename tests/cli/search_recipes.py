#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The recipes of docs/search.md at work on a small collection.

    search_recipes.py PROGRAM

files/search.jsonl is annotated, its ids go into a column of an FTS5 table and
of a plain one, and queries are made by `khitai query`. SQLite runs them; of
PostgreSQL the statements are held against what they must be, letter by letter.
"""
import json
import pathlib
import sqlite3
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
DOCUMENTS = HERE / "files" / "search.jsonl"
CORPORA = HERE.parents[1] / "corpora"
GUIDE = HERE.parents[1] / "docs" / "search.md"

# Forms of the Qara Khitai in seven scripts.
FORMS = ["Qara Khitai", "kara-khitan khanate", "Hsi Liao", "Karahıtaylar",
         "Кара-Китай", "каракитаи", "قراختاییان", "القراخطائيون", "西遼",
         "カラ・キタイ", "카라 키타이", "ᠬᠠᠷᠠ ᠬᠢᠲᠠᠨ"]
# Documents that name them, and nothing but them.
NAMED = {"en-1", "ru-1", "fa-1", "ar-1", "zh-1", "zh-2", "ja-1", "ko-1", "mn-1",
         "tr-1"}
# 契丹 may mean them, too, and the short text does not tell.
MAY_MEAN = {"zh-3"}

POSTGRES = [
    (["Qara Khitai"],
     "(\"khitai_ids\" && ARRAY['qara-khitai']::text[] OR "
     "to_tsvector('simple', \"body\") @@ "
     "phraseto_tsquery('simple', 'Qara Khitai'))"),
    (["--ids-only", "Qara Khitai's \"price of wool\""],
     "(\"khitai_ids\" && ARRAY['qara-khitai']::text[]) AND "
     "(to_tsvector('simple', \"body\") @@ "
     "phraseto_tsquery('simple', 'price of wool'))"),
    (["--field", "d.text", "O'Brien \\"],
     "(to_tsvector('simple', \"d\".\"text\") @@ "
     "phraseto_tsquery('simple', 'O''Brien'))"),
    (["a\\b"],
     "(to_tsvector('simple', \"body\") @@ "
     "phraseto_tsquery('simple', E'a\\\\b'))"),
]


class Recipes:
    def __init__(self, program):
        self.program = program
        self.wrong = 0
        self.database = sqlite3.connect(":memory:")

    def khitai(self, *arguments):
        return subprocess.run([self.program, *arguments], check=True,
                              stdout=subprocess.PIPE).stdout.decode("utf-8")

    def expect(self, what, found, wanted):
        if found != wanted:
            self.wrong += 1
            print(f"{what}\n  found    {found}\n  expected {wanted}")

    def fill(self, tokenizer):
        """The first recipe of docs/search.md."""
        records = [json.loads(line) for line in self.khitai(
            "annotate", "--input", "jsonl", "--field", "body", "--emit",
            "docs", str(DOCUMENTS)).splitlines()]
        rows = [(record["id"], record["body"],
                 "".join(f"\u01c0 {id_} " for id_ in record["khitai_ids"]) +
                 "\u01c0" * bool(record["khitai_ids"])) for record in records]
        run = self.database.execute
        run("DROP TABLE IF EXISTS docs")
        run("DROP TABLE IF EXISTS plain")
        run("CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, body, "
            f"khitai_ids, tokenize='{tokenizer}')")
        run("CREATE TABLE plain(id TEXT, body TEXT, khitai_ids TEXT)")
        for table in ("docs", "plain"):
            self.database.executemany(
                f"INSERT INTO {table} VALUES (?, ?, ?)", rows)

    def fts5(self, *arguments):
        query = self.khitai("query", "--for", "fts5", *arguments).rstrip("\n")
        return {row[0] for row in self.database.execute(
            "SELECT id FROM docs WHERE docs MATCH ?", (query,))}

    def like(self, *arguments):
        query = self.khitai("query", "--for", "sql-like", *arguments)
        return {row[0] for row in self.database.execute(
            f"SELECT id FROM plain WHERE {query}")}

    def names(self, tokenizer):
        self.fill(tokenizer)
        for form in FORMS:
            for search in (self.fts5, self.like):
                self.expect(f"{tokenizer}: {search.__name__}: {form}",
                            search(form), NAMED | MAY_MEAN)
        # 契丹 is not 黑契丹, where words are not looked for within others.
        self.expect(f"{tokenizer}: 契丹", self.fts5("--ids-only", "契丹"),
                    {"zh-3", "en-2"})
        self.expect("like: 契丹", self.like("--ids-only", "契丹"),
                    {"zh-3", "en-2"})
        if tokenizer != "trigram":
            self.expect(f"{tokenizer}: 契丹 as typed", self.fts5("契丹"),
                        {"zh-3", "en-2"})
        # By their words: unknown names, ambiguous ones, names and words.
        for query, wanted in (
                ("Bolyak Tarqush", {"en-4"}), ("\"Bolyak Tarqush\" wool",
                                               {"en-4"}),
                ("wool", {"en-4", "en-5"}), ("khitan saddles", {"en-2"}),
                ("Sanjar caravanserai", {"en-3"}), ("Санджар caravanserai",
                                                    {"en-3"}),
                ("Tarqush Qara Khitai", set())):
            self.expect(f"{tokenizer}: {query}", self.fts5(query), wanted)
            self.expect(f"like: {query}", self.like(query), wanted)
        # Without ids, by spellings.
        for form in FORMS:
            found = self.like("--terms", "--limit", "0", form)
            self.expect(f"spellings: {form}", NAMED - found, set())

    def ids_are_whole(self):
        """An id that another one begins with is not found by it."""
        self.database.execute(
            "INSERT INTO docs VALUES ('x', 'x', "
            "'\u01c0 qara-khitai-of-kirman \u01c0 new-qara-khitai \u01c0')")
        self.expect("whole ids", "x" in self.fts5("Qara Khitai"), False)

    def cognates(self):
        """Words of one origin, but not all that are called black."""
        def ids(*arguments):
            told = json.loads(self.khitai("query", "--format", "json",
                                          "--expand", "cognates", *arguments))
            return told["parts"][0]["ids"]
        cathay = ids("Cathay")
        self.expect("cognates of Cathay", [one for one in (
            "china", "khitan-people", "qara-khitai") if one not in cathay], [])
        self.expect("sorted", cathay, sorted(set(cathay)))
        self.expect("cognates of Qara Khitai", ids("Qara Khitai"),
                    ["qara-khitai"])

    def postgres(self):
        for arguments, wanted in POSTGRES:
            self.expect(f"postgres: {arguments}", self.khitai(
                "query", "--for", "postgres", *arguments).rstrip("\n"), wanted)

    def table_says_the_same(self):
        """CSV: the column is what the recipe makes of JSON Lines."""
        records = [json.loads(line) for line in
                   DOCUMENTS.read_text("utf-8").splitlines()]
        text = "id,body\n" + "".join(
            f"{one['id']},\"{one['body']}\"\n" for one in records)
        ran = subprocess.run(
            [self.program, "annotate", "--input", "csv", "--field", "body",
             "--emit", "docs", "-"], check=True, input=text.encode(),
            stdout=subprocess.PIPE).stdout.decode()
        cells = [line.split(",")[-2] for line in ran.splitlines()[1:]]
        kept = [row[0] for row in self.database.execute(
            "SELECT khitai_ids FROM plain")]
        self.expect("ids in CSV", cells, kept)

    def same_as_mentions(self):
        """The ids of records are those of `annotate`'s mentions."""
        lines = "".join(
            json.dumps({"body": text}, ensure_ascii=number % 2 == 0) + "\n"
            for number, text in enumerate(
                part for path in sorted(CORPORA.glob("*.txt"))
                for part in path.read_text("utf-8").split("\n\n")))
        def said(*arguments):
            ran = subprocess.run(
                [self.program, "annotate", "--input", "jsonl", "--field",
                 "body", "--jobs", "2", *arguments, "-"],
                check=True, input=lines.encode(), stdout=subprocess.PIPE)
            return [json.loads(line)
                    for line in ran.stdout.decode("utf-8").splitlines()]
        spans = [span["ids"] for record in said("--emit", "docs")
                 for span in record["khitai_spans"]]
        mentions = [[one["entity"]] if one["entity"] else
                    sorted(other["entity"] for other in one["candidates"])
                    for one in said("--format", "jsonl", "--limit", "0")]
        self.expect("ids of records", spans, mentions)
        self.expect("enough of them", len(spans) > 500, True)

    def guide_has_them(self):
        guide = GUIDE.read_text("utf-8")
        for words in ("fts5(id UNINDEXED, body, khitai_ids", "U+01C0",
                      "khitai query --for fts5", "USING gin (khitai_ids)"):
            self.expect(f"docs/search.md has {words}", words in guide, True)


def main():
    recipes = Recipes(sys.argv[1])
    for tokenizer in ("unicode61", "porter unicode61", "trigram"):
        recipes.names(tokenizer)
        recipes.ids_are_whole()
    recipes.table_says_the_same()
    recipes.postgres()
    recipes.cognates()
    recipes.same_as_mentions()
    recipes.guide_has_them()
    print(f"{recipes.wrong} wrong")
    return 1 if recipes.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
