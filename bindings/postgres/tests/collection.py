# SPDX-License-Identifier: Apache-2.0
"""One small collection, indexed three ways, answers alike.

tests/cli/files/search.jsonl, in fifteen documents and twelve languages, is
indexed by PostgreSQL with the extension, by SQLite with the other one, and by
the program in a column of ids beside the text. Any form of a name finds the
same documents in all three, with the same words of the author marked.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from server import expect

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests" / "cli"))
from search_recipes import DOCUMENTS, FORMS, MAY_MEAN, NAMED  # noqa: E402

# What is asked, and the documents; each is a word or a name by itself.
WORDS = [
    ("wool", {"en-4", "en-5"}),
    ("Tarqush", {"en-4"}),  # whom nobody knows
    ("saddles", {"en-2"}),
    ("caravanserai", {"en-3"}),
    ("逐水草", {"zh-3"}),
    ("войско", {"ru-1"}),
]


def literal(text):
    return "'" + text.replace("'", "''") + "'"


class Postgres:
    name = "PostgreSQL"

    def __init__(self, own, database, records):
        self.own, self.database = own, database
        values = ", ".join(f"({literal(one['id'])}, {literal(one['body'])})"
                           for one in records)
        own.sql(database, f"""
            CREATE TABLE docs (id text, body text, words tsvector
              GENERATED ALWAYS AS (to_tsvector('khitai', body)) STORED);
            CREATE INDEX ON docs USING gin (words);
            INSERT INTO docs(id, body) VALUES {values}""")

    def search(self, typed, options=""):
        return dict(self.own.sql(self.database, f"""
            SELECT id, ts_headline('khitai', body, q,
                     'HighlightAll=true, StartSel="<<", StopSel=">>"')
              FROM docs, khitai_tsquery({literal(typed)}, {literal(options)}) q
             WHERE words @@ q"""))


class Sqlite:
    name = "SQLite"

    def __init__(self, extension, folder, records):
        self.extension, self.folder = extension, folder
        self.fill = "SELECT khitai_create('docs', 'id UNINDEXED, body');\n"
        for one in records:
            self.fill += (f"INSERT INTO docs VALUES ({literal(one['id'])}, "
                          f"{literal(one['body'])});\n")

    def search(self, typed, options=""):
        script = (f".load {self.extension}\n.output /dev/null\n{self.fill}"
                  ".output\n.mode json\n"
                  "SELECT id, highlight(docs, 1, '<<', '>>') AS body FROM docs "
                  f"WHERE docs MATCH khitai_query({literal(typed)}, "
                  f"{literal(options)});\n")
        ran = subprocess.run(
            ["sqlite3", "-batch", ":memory:"], input=script.encode(),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
            env={**os.environ, "KHITAI_LEXICA": self.folder})
        expect("SQLite says", ran.stderr.decode(), "")
        rows = json.loads(ran.stdout.decode() or "[]")
        return {row["id"]: row["body"] for row in rows}


class SideColumn:
    """Ids, and where they are from, as `annotate --emit docs` writes them."""
    name = "the column of ids"

    def __init__(self, program, records):
        self.program = program
        told = subprocess.run(
            [program, "annotate", "--field", "body", "--emit", "docs",
             str(DOCUMENTS)], check=True, stdout=subprocess.PIPE).stdout
        self.records = [json.loads(line) for line in told.splitlines()]
        expect("records", len(self.records), len(records))

    def search(self, typed, _options=""):
        told = subprocess.run([self.program, "query", "--format", "json",
                               typed], check=True, stdout=subprocess.PIPE)
        ids = {one for part in json.loads(told.stdout)["parts"]
               for one in part.get("ids", [])}
        found = {}
        for record in self.records:
            if not ids & set(record["khitai_ids"]):
                continue
            body = record["body"].encode()
            for span in reversed(record["khitai_spans"]):
                if not ids & set(span["ids"]):
                    continue
                body = (body[:span["start"]] + b"<<" +
                        body[span["start"]:span["end"]] + b">>" +
                        body[span["end"]:])
            found[record["id"]] = body.decode()
        return found


def marked(text):
    return re.findall("<<(.*?)>>", text, re.S)


def check_form(engines, form, bodies):
    answers = {engine.name: engine.search(form) for engine in engines}
    for name, found in answers.items():
        expect(f"{name}: {form}", set(found), NAMED | MAY_MEAN)
        for document, text in found.items():
            expect(f"{name}: {form}: the author's text",
                   text.replace("<<", "").replace(">>", ""), bodies[document])
            expect(f"{name}: {form}: one name is marked in {document}",
                   len(marked(text)), 1)
    first, *others = answers.values()
    for other in others:
        expect(f"what is marked for {form}", other, first)


def check(own, database, extension, program, lexicon):
    records = [json.loads(line)
               for line in DOCUMENTS.read_text("utf-8").splitlines()]
    bodies = {one["id"]: one["body"] for one in records}
    engines = [Postgres(own, database, records), SideColumn(program, records)]
    if extension and shutil.which("sqlite3"):
        engines.append(Sqlite(pathlib.Path(extension).with_suffix(""),
                              str(pathlib.Path(lexicon).parent), records))
    for form in FORMS:
        check_form(engines, form, bodies)
    for engine in engines:
        # Another name, unless all that is written is asked for.
        expect(f"{engine.name}: 契丹", set(engine.search("契丹")),
               {"zh-3", "en-2"})
    for engine in engines:
        if isinstance(engine, SideColumn):
            continue  # knows names only; words are the engine's own
        expect(f"{engine.name}: 契丹 as words",
               set(engine.search("契丹", "words")), {"zh-2", "zh-3"})
        for typed, wanted in WORDS:
            found = engine.search(typed)
            expect(f"{engine.name}: {typed}", set(found), wanted)
            for text in found.values():
                expect(f"{engine.name}: {typed} is marked",
                       bool(marked(text)), True)
    return f"{len(FORMS)} forms, {', '.join(one.name for one in engines)}"
