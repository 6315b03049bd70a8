#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `khitai synonyms` and `khitai mapping` write is read back by the rules
of the engines it is for, and keeps within what these take.

    search_synonyms.py PROGRAM
"""
import json
import pathlib
import sys
import tempfile

import export_readers as readers
from export_run import Checks, Program

HOSTILE_NAMES = [
    ("h.x-1", "Foo, Bar => \"Baz\"\\qux #x"), ("h.x-1", "#Hash Tag"),
    ("h.x-1", "Plain Khan"), ("h.x-1", "One Two Three Four"),
    ("h.x--2", "Amb Khan"), ("h.x-3", "Amb Khan"), ("h.x-3", "\u00c4mb Kh\u0101n"),
    ("h.x-3", "Third = Name"), ("h.x-3", "\u897f\u57df\u738b"),
    ("h.x-3", "Third Khan")]


def compiled(program, folder, rows):
    table, lexicon = folder / "names.tsv", folder / "names.klex"
    table.write_text("id\tform\tlang\ttype\tlabel\n" + "".join(
        f"{id_}\t{form}\ten\tperson\tA ](b) \"c\" {id_}\n"
        for id_, form in rows), "utf-8")
    program.run("compile", "--no-lexicon", "--names", str(table), "--out",
                str(lexicon))
    return ["--lexicon", str(lexicon)]


def check_hostile_synonyms(program, checks, folder):
    lexicon = compiled(program, folder, HOSTILE_NAMES)

    def rules(*options):
        return readers.solr_synonyms(
            program.run("synonyms", *lexicon, *options))

    first = {form for id_, form in HOSTILE_NAMES if id_ == "h.x-1"}
    third = {"Third = Name", "Third Khan"}
    token = {"h.x-1": "khitai_h__2ex_1", "h.x--2": "khitai_h__2ex__2d__2d2",
             "h.x-3": "khitai_h__2ex_3"}
    for engine in ("solr", "elasticsearch", "opensearch"):
        got = rules("--for", engine)
        checks.same(engine, sorted((sorted(a), b) for a, b in got),
                    sorted([(sorted(first), [token["h.x-1"]]),
                            (sorted(third), [token["h.x-3"]])]))
        checks.same("told", "3 ambiguous spellings" in program.said and
                    "1 spellings in scripts without spaces" in program.said,
                    True)
        got = rules("--for", engine, "--ambiguous")
        checks.same("ambiguous", {b[0] for a, b in got if "Amb Khan" in a},
                    {token["h.x--2"], token["h.x-3"]})
        got = rules("--for", engine, "--expand")
        checks.same("equivalents", sorted(sorted(a) for a, b in got if b is None),
                    sorted([sorted(first), sorted(third)]))
        got = rules("--for", engine, "--limit", "1", "--entity", "h.x-1")
        checks.same("limit", [len(a) for a, _ in got], [1])
    one = json.loads(program.run("synonyms", *lexicon, "--for", "meilisearch"))
    checks.same("too long to be looked up", "One Two Three Four" in one, False)
    checks.same("but found", "One Two Three Four" in one["Plain Khan"], True)
    program.run("synonyms", *lexicon, "--for", "solr", "--entity", "nobody",
                code=1)


def check_api_limit(program, checks, folder):
    lexicon = compiled(program, folder,
                       [(f"e{i}", f"Name{i} Khan{i}") for i in range(10007)])
    got = json.loads(program.run("synonyms", *lexicon, "--for", "elasticsearch",
                                 "--format", "json"))
    checks.same("rules of a set", len(got["synonyms_set"]), 10000)
    checks.same("told", "7 entities beyond the 10000 rules" in program.said,
                True)


def check_synonyms(program, checks):
    """The shipped lexicon, whole."""
    text = program.run("synonyms", "--for", "solr")
    rules = readers.solr_synonyms(text)
    checks.same("rules", len(rules) > 1000, True)
    checks.same("comment", text.startswith("# "), True)
    tokens = {}
    for spellings, out in rules:
        checks.same("a token", (len(out), readers.is_word(out[0])), (1, True))
        checks.same("limit", len(spellings) <= 50, True)
        for spelling in spellings:
            tokens.setdefault(readers.bare(spelling), set()).add(out[0])
    checks.same("no spelling has two tokens",
                {k: v for k, v in tokens.items() if len(v) > 1}, {})
    checks.same("no Han", [k for k in tokens if "\u4e00" <= k[0] < "\ua000"], [])
    api = json.loads(program.run("synonyms", "--for", "elasticsearch",
                                 "--format", "json"))["synonyms_set"]
    checks.same("API", [readers.solr_synonyms(one["synonyms"] + "\n")[0]
                        for one in api], rules)
    checks.same("ids of rules", len({one["id"] for one in api}), len(api))
    sets = json.loads(program.run("synonyms", "--for", "typesense"))
    checks.same("typesense", list(sets), ["items"])
    for item in sets["items"]:
        checks.same("item", list(item), ["id", "synonyms"])
        plain = [readers.bare(one) for one in item["synonyms"]]
        checks.same("spellings", len(plain) > 1 and all(plain), True)
    terms = json.loads(program.run("synonyms", "--for", "meilisearch"))
    checks.same("terms", len(terms) > 1000, True)
    for term, others in terms.items():
        words = [len(readers.words(one)) for one in others]
        checks.same(term, (len(readers.words(term)) <= 3, term in others,
                           0 < len(others) <= 50, sum(words) <= 100),
                    (True, False, True, True))
    chinese = readers.solr_synonyms(
        program.run("synonyms", "--for", "solr", "--lang", "zh", "--lang",
                    "lzh", "--entity", "qara-khitai"))
    checks.same("Han where it is asked for", "\u897f\u907c" in chinese[0][0],
                True)


def check_mapping(program, checks):
    """Both ways to write it say the same; nothing is said twice."""
    quoted = readers.mapping(program.run("mapping", "--for", "solr"))
    plain = readers.mapping_without_quotes(
        program.run("mapping", "--for", "opensearch"))
    checks.same("both", quoted, plain)
    checks.same("rules", len(quoted) > 5000, True)
    parts = {}
    for script in ("arabic", "cyrillic", "greek", "han", "hangul", "hebrew",
                   "kana", "latin", "other", "spaces", "invisible"):
        part = readers.mapping(program.run("mapping", "--for", "lucene",
                                           "--script", script))
        checks.same("in one part only", set(part) & set(parts), set())
        parts.update(part)
    checks.same("parts", parts, quoted)
    for given, wanted in (("Qar\u0101", "Qara"), ("\u907c", "\u8fbd"),
                          ("\u0642\u064e\u0631\u0640\u0627", "\u0642\u0631\u0627"),
                          ("\u064a\u0643", "\u06cc\u06a9"), ("\u200c", " "),
                          ("\u845b\U000e0100", "\u845b"), ("\u00fc-\u0439'",
                                                           "\u00fc-\u0439'")):
        checks.same(given, readers.mapped(quoted, given), wanted)


def main():
    program = Program(sys.argv[1])
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        check_hostile_synonyms(program, checks, pathlib.Path(folder))
        check_api_limit(program, checks, pathlib.Path(folder))
    check_synonyms(program, checks)
    check_mapping(program, checks)
    return checks.end(4000)


if __name__ == "__main__":
    sys.exit(main())
