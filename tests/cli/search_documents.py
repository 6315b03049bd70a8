#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `khitai annotate` writes for engines of the Lucene family is read back by
the engines' own rules.

    search_documents.py PROGRAM

The readers (export_readers.py) are written after the engines' sources. Texts
are hostile: brackets that look like markup, quotes, characters beyond U+FFFF,
Arabic with joiners, bytes that are no UTF-8. Each must come out as it was, with
the names where `--emit docs` says they are.
"""
import csv
import io
import json
import pathlib
import random
import sys
import tempfile

import export_readers as readers
from export_run import Checks, Program, lines
from search_engines import by_chance, hostile

NAMES = ["Qara Khitai", "\u897f\u907c", "\u5951\u4e39",
         "\u0642\u0631\u0627\u062e\u062a\u0627\u06cc",
         "\u0642\u0631\u0647\u200c\u062e\u062a\u0627\u06cc",
         "\u041a\u0430\u0440\u0430\u043a\u0438\u0442\u0430\u0438",
         "Yel\u00fc Dashi", "Khitan"]
PIECES = NAMES + [
    "[", "]", "(", ")", "](", "[]()", "[a](b)", "[x](y=z)", "[[", "]](", ")(",
    "[](", "()", "[Qara Khitai](qara-khitai)", "Qara [Khitai](", "%28", "&",
    "=", "+", "\\", "\"", "\n", "\t", "\r\n", " ", "  ", ", ", ". ", "wool",
    "\U00018b00", "\U0001f3f9", "e\u0301", "\u0640", "\u064e", "\u200f",
    "\u2028", "\ufffd", "\ufeff", "\u0000", "\u001f", "{", "}", "#", "=>"]
TEXTS = 300


def texts():
    chance = random.Random(11)
    made = ["".join(chance.choice(PIECES) + chance.choice(["", " "])
                    for _ in range(chance.randint(1, 14)))
            for _ in range(TEXTS)]
    return ["", " "] + hostile() + made


def spans_of(record, text):
    """What --emit docs says, as the markup can say it."""
    out, done = [], 0
    for span in record["khitai_spans"]:
        begin, end = span["start"], span["end"]
        if begin < done:
            continue
        name = text[begin:end]
        cut = min([name.find(one) for one in "[]" if one in name] or [len(name)])
        if cut < len(name):
            name = name[:cut].rstrip(" ")
        done = begin + len(name)
        out += [(begin, done, id_) for id_ in span["ids"]]
    return out


def check_annotated(program, all_texts, checks):
    records = [{"id": i, "body": text} for i, text in enumerate(all_texts)]
    told = lines(program.records(["--emit", "docs"], records, "--offsets",
                                 "codepoint"))
    written = lines(program.records(["--format", "es-annotated-text"], records))
    names = 0
    for text, truth, record in zip(all_texts, told, written):
        plain, found = readers.annotated_text(record["body_annotated"])
        checks.same("annotated text", plain, text)
        checks.same(f"annotations of {text!r}", found, spans_of(truth, text))
        checks.same("ids", record["khitai_ids"], truth["khitai_ids"])
        names += len(found)
    checks.same("there are names", names > 100, True)
    bulk = readers.bulk(program.records(["--format", "es-bulk", "--index", "d",
                                         "--id-field", "id"], records))
    checks.same("documents of a bulk request", len(bulk), len(records))
    for record, (action, document), line in zip(records, bulk, written):
        checks.same("action", action,
                    {"_index": "d", "_id": str(record["id"])})
        checks.same("document", document, line)
    return written


def check_documents(program, all_texts, checks, folder):
    """Documents that are no records: the text of the file, and nothing else."""
    for number, text in enumerate(all_texts[::7]):
        path = folder / f"{number}.txt"
        path.write_bytes(text.encode())
        (action, document), = readers.bulk(
            program.run("annotate", "--format", "es-bulk", "--id-field", "doc",
                        str(path)))
        checks.same("action", action, {"_id": str(path)})
        body = document["body"]
        plain, _ = readers.annotated_text(document["body_annotated"])
        checks.same("annotated body", plain, body)
        alone = program.run("annotate", "--format", "es-annotated-text",
                            str(path))
        checks.same("the text alone", alone, document["body_annotated"])
        if "\ufeff" not in text:
            checks.same("body", body, text)
    page = folder / "page.html"
    page.write_text("<p>The <b>Qara</b> Khitai &amp; <i>[x](y)</i></p>", "utf-8")
    (_, document), = readers.bulk(
        program.run("annotate", "--format", "es-bulk", str(page)))
    checks.same("plain text of a page",
                readers.annotated_text(document["body_annotated"]),
                (document["body"], [(4, 15, "qara-khitai")]))
    checks.same("no markup", "<" in document["body"], False)


def check_tokens(program, all_texts, checks):
    records = [{"body": text} for text in all_texts]
    solr = lines(program.records(["--format", "solr-preanalyzed"], records))
    lucene = lines(program.records(["--format", "lucene-tokens"], records))
    kinds = set()
    for text, one, other in zip(all_texts, solr, lucene):
        string, tokens = readers.pre_analyzed(one["body_preanalyzed"])
        checks.same("str", string, text)
        checks.same("tokens of both", readers.tokens(other["body_tokens"], text),
                    tokens)
        kinds |= {token["y"] for token in tokens}
        # What a name spans is the name.
        for token in tokens:
            if token["t"] == "@qara-khitai" and "Khitai" in token["text"]:
                checks.same("a name", token["text"].split()[-1][:6], "Khitai")
    checks.same("kinds", {"word", "name"} <= kinds, True)
    checks.same("kinds", kinds <= {"word", "name", "spelled"}, True)


def check_tables(program, all_texts, checks):
    """CSV: cells come back, and a bulk request has them as texts."""
    rows = [[str(i), text] for i, text in enumerate(all_texts)
            if "\0" not in text and "\ufeff" not in text]
    table = io.StringIO(newline="")
    csv.writer(table).writerows([["id", "body"]] + rows)
    given = table.getvalue().encode()
    options = ["annotate", "--input", "csv", "--field", "body", "-", "--format"]
    out = program.run(*options, "es-annotated-text", given=given)
    read = list(csv.reader(io.StringIO(out, newline="")))
    checks.same("columns", read[0], ["id", "body", "khitai_ids",
                                     "khitai_names", "body_annotated"])
    checks.same("rows", len(read) - 1, len(rows))
    bulk = readers.bulk(program.run(*options, "es-bulk", "--id-field", "id",
                                    given=given))
    checks.same("documents", len(bulk), len(rows))
    for row, cells, (action, document) in zip(rows, read[1:], bulk):
        checks.same("cells", cells[:2], row)
        checks.same("annotated cell",
                    readers.annotated_text(cells[4])[0], row[1])
        checks.same("action", action, {"_id": row[0]})
        checks.same("document", [document["id"], document["body"],
                                 document["body_annotated"]], row + cells[4:])


def check_bytes(program, checks):
    """Bytes that are no UTF-8: every output is UTF-8 all the same."""
    for text in by_chance(NAMES + PIECES[8:20], 60):
        text = text.replace(b"\n", b"").replace(b"\r", b"")
        for form in ("es-bulk", "solr-preanalyzed", "lucene-tokens"):
            out = program.run("annotate", "--input", "txt", "--format", form,
                              "-", given=text)
            if form == "es-bulk":
                (_, document), = readers.bulk(out)
                checks.same("body", readers.annotated_text(
                    document["body_annotated"])[0], document["body"])
            elif form == "solr-preanalyzed":
                readers.pre_analyzed(out)
            else:
                lines(out)
            checks.done += 1
        raw = b'{"id": 1, "a": "' + text.replace(b"\\", b"").replace(
            b'"', b"").translate(None, bytes(range(32))) + b'", "body": "x"} \r'
        (_, document), = readers.bulk(program.run(
            "annotate", "--input", "jsonl", "--field", "body", "--format",
            "es-bulk", "-", given=raw))
        checks.same("members", list(document)[:3], ["id", "a", "body"])


def check_bulk_refusals(program, checks):
    """What an index would refuse is told, and does not spoil the rest."""
    given = ('{"body":"x"}\n{"id":null,"body":"x"}\n{"id":"","body":"x"}\n'
             '{"id":[1],"body":"x"}\n{"id":"%s","body":"x"}\n'
             '{"id":1,"_id":2,"body":"x"}\n{"id":1,"":2,"body":"x"}\n'
             '{"id":1,"body_annotated":2,"body":"x"}\n\n'
             '{"id":1.50,"body":"x"}\n' % ("i" * 513)).encode()
    out = program.run("annotate", "--input", "jsonl", "--field", "body",
                      "--format", "es-bulk", "--id-field", "id", "-",
                      given=given, code=3)
    checks.same("what is left", [action for action, _ in readers.bulk(out)],
                [{"_id": "1.50"}])
    checks.same("told", program.said.count("\n"), 8)
    for index in ("A", "_a", "a b", "-", ".", "a/b", "x" * 256, "a\"b"):
        program.run("annotate", "--input", "jsonl", "--field", "body",
                    "--format", "es-bulk", "--index", index, "-", code=2)
        checks.done += 1


def main():
    program = Program(sys.argv[1])
    checks = Checks()
    all_texts = texts()
    check_annotated(program, all_texts, checks)
    check_tokens(program, all_texts, checks)
    check_tables(program, all_texts, checks)
    check_bytes(program, checks)
    check_bulk_refusals(program, checks)
    with tempfile.TemporaryDirectory() as folder:
        check_documents(program, all_texts, checks, pathlib.Path(folder))
    return checks.end(4000)


if __name__ == "__main__":
    sys.exit(main())
