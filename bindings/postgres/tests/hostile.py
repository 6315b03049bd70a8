# SPDX-License-Identifier: Apache-2.0
"""Whatever is typed is text: no query is an error, none finds everything.

The queries are those of tests/cli/search_engines.py.
"""
import pathlib
import sys

from server import Failure, expect

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] /
                       "tests" / "cli"))
from search_engines import OTHER, by_chance, hostile  # noqa: E402

RANDOM_QUERIES = 400
QUERIES = {  # how a query may be asked
    "khitai_tsquery": "khitai_tsquery(query)",
    "as words": "khitai_tsquery(query, 'words')",
    "of all senses": "khitai_tsquery(query, 'senses=all, expand=cognates')",
    "of this name": "khitai_tsquery(query, 'expand=name')",
    "by ids": "khitai_tsquery(query, 'ids')",
    "plainto": "plainto_tsquery('khitai_query', query)",
    "phraseto": "phraseto_tsquery('khitai_query', query)",
    "websearch": "websearch_to_tsquery('khitai_query', query)",
}


def texts():
    rows = hostile()
    chance = [query.decode("utf-8", "replace").replace("\0", "")
              for query in by_chance(rows, RANDOM_QUERIES)]
    if len(rows) < 50:
        raise Failure("hostile queries are missing")
    return rows + chance


def quoted(text):
    return "E'" + text.replace("\\", "\\\\").replace("'", "''") \
        .replace("\n", "\\n").replace("\r", "\\r") + "'"


def check(server, database):
    queries = texts()
    values = ",\n".join(f"({i}, {quoted(text)})"
                        for i, text in enumerate(queries))
    server.sql(database, "SET client_min_messages = error;"
               "CREATE TABLE typed (id int PRIMARY KEY, query text);"
               f"INSERT INTO typed VALUES {values};")
    for name, call in QUERIES.items():
        # A negative query finds what it does not name, rightly so: the search
        # box alone has none.
        negative = "AND query !~ '-'" if name == "websearch" else ""
        strange = server.sql(
            database,
            "SET client_min_messages = error;"
            f"SELECT query, {call} FROM typed WHERE to_tsvector('khitai', "
            f"{quoted(OTHER)}) @@ {call} {negative}")
        expect(f"{name}: queries that find what they do not name", strange, [])
    # Of what has no names, each finds itself. (Within a name words stand at one
    # place, and so are no phrase there.)
    for call in ("khitai_tsquery(query)", "khitai_tsquery(query, 'words')"):
        missed = server.sql(
            database,
            f"SELECT query, {call} FROM typed WHERE numnode({call}) > 0 AND "
            f"NOT to_tsvector('khitai', query) @@ {call} AND NOT EXISTS (SELECT "
            "FROM ts_parse('khitai', query) WHERE tokid IN (24, 25))")
        expect(f"{call}: queries that do not find themselves", missed, [])
    broken = server.sql(
        database,
        "SELECT query FROM typed WHERE query <> "
        "ts_headline('khitai', query, 'absent', 'HighlightAll=true') OR query <> "
        "(SELECT coalesce(string_agg(token, '' ORDER BY n), '') FROM "
        "ts_parse('khitai', query) WITH ORDINALITY AS t(tokid, token, n))")
    expect("texts that do not come out whole", broken, [])
    return f"{len(queries)} queries, {len(QUERIES)} ways to ask"
