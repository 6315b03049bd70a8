# SPDX-License-Identifier: Apache-2.0
"""Dump and restore, other encodings, and what a database cannot have."""
import pathlib
import re

from server import expect

README = pathlib.Path(__file__).resolve().parents[1] / "README.md"


def check_dump(server, database):
    server.sql(database, """
        CREATE TABLE docs (id int PRIMARY KEY, body text, words tsvector
          GENERATED ALWAYS AS (to_tsvector('khitai', body)) STORED);
        CREATE INDEX docs_words ON docs USING gin (words);
        INSERT INTO docs VALUES (1, 'The Qara Khitai'), (2, '西遼國'),
                                (3, 'A stone');""")
    dump = server.run("pg_dump", "-h", server.own, "-U", "postgres", database)
    copy = server.database(database + "_copy", extension=False)
    server.sql(copy, dump)
    for ask in ("SELECT id FROM docs WHERE words @@ khitai_tsquery('契丹國')",
                "SELECT id FROM docs WHERE words @@ khitai_tsquery('西遼') "
                "ORDER BY id",
                "SELECT id, words FROM docs ORDER BY id"):
        expect(ask, server.sql(copy, ask), server.sql(database, ask))
    expect("documents of the copy", server.sql(
        copy, "SELECT id FROM docs WHERE words @@ khitai_tsquery('каракитаи') "
        "ORDER BY id"), [["1"], ["2"]])
    server.sql(copy, "DROP EXTENSION khitai CASCADE; CREATE EXTENSION khitai")
    return "a dump"


def check_encodings(server):
    server.sql("postgres", "CREATE DATABASE latin TEMPLATE template0 "
               "ENCODING 'LATIN1' LOCALE 'C'; CREATE DATABASE bytes "
               "TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
    error = server.error("latin", "CREATE EXTENSION khitai")
    expect(f"the encodings in {error}",
           "UTF8" in error and "LATIN1" in error, True)
    # Bytes are taken for UTF-8; what is none separates words.
    server.sql("bytes", "CREATE EXTENSION khitai")
    found = server.sql("bytes", r"""
        SELECT to_tsvector('khitai', E'Qara Khitai \xff\xc3 \xe8\xa5\xbf\xe9')
               @@ khitai_tsquery('Qara Khitai'),
               ts_headline('khitai', E'\xff\xfe Qara Khitai', khitai_tsquery('Qara Khitai'))
               = E'\xff\xfe <b>Qara Khitai</b>',
               (SELECT "begin" FROM khitai_annotate(E'\xff\xfe Qara Khitai'));
        SELECT count(*) FROM (SELECT to_tsvector('khitai', string_agg(
            chr(1 + (a * 7 + b * b * 13 + a * b) % 255), '')),
          khitai_tsquery(string_agg(chr(1 + (a + b * a * 31) % 255), ''))
          FROM generate_series(1, 300) AS a, generate_series(1, 40) AS b
         GROUP BY a) AS t""")
    expect("texts of bytes", found, [["t", "t", "4"], ["300"]])
    return "3 encodings"


def check_readme(server, database):
    """The first SQL of README.md, and the answer that stands behind it."""
    text = README.read_text("utf-8")
    example = re.search(r"```sql\n(.*?)```\s*```text\n(.*?)```", text, re.S)
    got = server.sql(database, example.group(1))
    expect("README.md", "".join("|".join(row) + "\n" for row in got),
           example.group(2))
    return "an example"


def check_parallel(server, database):
    """Workers have the lexicon, too."""
    server.sql(database, """
        CREATE TABLE many AS SELECT n, 'The Qara Khitai, ' || n AS body
          FROM generate_series(1, 4000) AS n;
        ALTER TABLE many SET (parallel_workers = 2);""")
    rows = server.sql(database, """
        SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0;
        SET min_parallel_table_scan_size = 0; SET force_parallel_mode = on;
        EXPLAIN (COSTS OFF) SELECT count(*) FROM many
          WHERE to_tsvector('khitai', body) @@ khitai_tsquery('西遼');
        SELECT count(*) FROM many
          WHERE to_tsvector('khitai', body) @@ khitai_tsquery('西遼');""")
    expect("workers", any("Parallel Seq Scan" in row[0] for row in rows), True)
    expect("rows found by workers", rows[-1], ["4000"])
    return "2 workers"
