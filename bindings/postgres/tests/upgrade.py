# SPDX-License-Identifier: Apache-2.0
"""Another lexicon: just the affected rows are written again, while others read.

The lexicon afterwards has a name more: Kuchlug.
"""
import pathlib

from server import Session, expect

README = pathlib.Path(__file__).resolve().parents[1] / "README.md"
ROWS = 3000


def fill(server, database, before):
    """Every hundredth text has the name that only the later lexicon knows."""
    server.sql(database, f"""
        ALTER TEXT SEARCH DICTIONARY khitai (lexicon = '{before}');
        CREATE TABLE docs (id int PRIMARY KEY, body varchar, words tsvector
          GENERATED ALWAYS AS (to_tsvector('khitai', body)) STORED);
        CREATE INDEX docs_words ON docs USING gin (words);
        INSERT INTO docs SELECT n, 'Text ' || n || ' of the Qara Khitai' ||
          CASE WHEN n % 100 = 0 THEN ' and Kuchlug' ELSE '' END
          FROM generate_series(1, {ROWS}) AS n;
        -- Made of two columns, of something else, and beside the text.
        CREATE TABLE "Odd ""notes" (id int, "a title" text, body text,
          words tsvector GENERATED ALWAYS AS (to_tsvector('khitai',
            coalesce("a title", '') || ' ' || coalesce(body, ''))) STORED,
          loud tsvector GENERATED ALWAYS AS
            (to_tsvector('khitai', replace(body, '_', ' '))) STORED,
          entities text[] GENERATED ALWAYS AS (khitai_entities(body)) STORED);
        INSERT INTO "Odd ""notes" VALUES (1, 'Kuchlug', 'x'), (2, NULL, NULL),
          (3, 'x', 'a_Kuchlug_b'), (4, 'Qara Khitai', 'x'),
          (5, 'x', 'of Kuchlug');
        CREATE TABLE lines (body text);
        INSERT INTO lines VALUES ('of Kuchlug'), ('the Qara Khitai');
        CREATE INDEX lines_words ON lines USING gin (to_tsvector('khitai', body));
        CREATE TABLE years (year int, body text, words tsvector
          GENERATED ALWAYS AS (to_tsvector('khitai', body)) STORED)
          PARTITION BY LIST (year);
        CREATE TABLE years_1 PARTITION OF years FOR VALUES IN (1);
        CREATE TABLE years_2 PARTITION OF years FOR VALUES IN (2);
        INSERT INTO years VALUES (1, 'of Kuchlug'), (2, 'x'), (2, 'Qara Khitai');
        """)


FOUND = "SELECT count(*) FROM docs WHERE words @@ khitai_tsquery('{}')"
STALE = """SELECT count(*) FROM docs
            WHERE words IS DISTINCT FROM to_tsvector('khitai', body)"""


def check_stale(server, database, after):
    direct = server.sql(database, """
        SELECT "table", "column" FROM khitai_dependent
         WHERE CASE WHEN index IS NULL THEN khitai_stale_condition(
           "column", sources, expression, 'a', 'b') LIKE '%khitai_differs%' END
         ORDER BY "table"::text, 2""")
    expect("columns whose texts are compared", direct,
           [['"Odd ""notes"', "entities"], ["docs", "words"],
            ["years_1", "words"], ["years_2", "words"]])
    stale = server.sql(
        database, "SELECT id FROM docs WHERE ctid IN "
        f"(SELECT khitai_stale('docs', 'body', '{after}')) ORDER BY id")
    expect("stale rows", stale,
           [[str(n)] for n in range(100, ROWS + 1, 100)])
    error = server.error(database, f"SELECT khitai_stale('docs', 'boby', '{after}')")
    expect("a column that is not there", "boby" in error, True)
    error = server.error(
        database, f"BEGIN ISOLATION LEVEL REPEATABLE READ; "
        f"SELECT khitai_upgrade('{after}')")
    expect("an upgrade that would miss rows",
           "needs the isolation level read committed" in error, True)


def check_meanwhile(server, database, before, after):
    """One session upgrades; one reads, one writes, one has read already."""
    with Session(server, database) as upgrade, \
            Session(server, database) as reader, \
            Session(server, database) as writer:
        reader.ask("PREPARE ask AS " + FOUND.format("Кучлук"))
        expect("a prepared query", [reader.ask("EXECUTE ask")
                                    for _ in range(7)][-1], ["0"])
        writer.ask("BEGIN; INSERT INTO docs VALUES (9001, 'An early Kuchlug')")
        # Waits for who has written and not yet ended.
        upgrade.send("BEGIN; SELECT * FROM khitai_upgrade("
                     f"'{after}') ORDER BY \"table\"::text, index")
        wait_for_lock(server, database, 1)
        writer.ask("COMMIT")
        rows = upgrade.answer()
        # The early one was written before, and so is written again.
        expect("what was written again", rows,
               ['"Odd ""notes"||3', f"docs||{ROWS // 100 + 1}",
                "lines|lines_words|", "years_1||1", "years_2||0"])
        # Others still see, and ask, what was before.
        expect("the reader's lexicon",
               reader.ask("SELECT khitai_lexicon_version()")[0][:16], before)
        expect("what the reader finds", reader.ask(FOUND.format("西遼")),
               [str(ROWS)])
        expect("names that are not known yet",
               reader.ask(FOUND.format("Кучлук")), ["0"])
        writer.send("INSERT INTO docs VALUES (9002, 'A late Kuchlug')")
        wait_for_lock(server, database, 1)
        upgrade.ask("COMMIT")
        writer.answer()
        expect("the reader's lexicon, at once",
               reader.ask("SELECT khitai_lexicon_version()")[0][:16], after)
        expect("the new name, by another spelling",
               reader.ask(FOUND.format("Кучлук")), [str(ROWS // 100 + 2)])
        expect("the prepared query", reader.ask("EXECUTE ask"),
               [str(ROWS // 100 + 2)])
        expect("what the reader finds now", reader.ask(FOUND.format("西遼")),
               [str(ROWS)])
        expect("rows that are stale", reader.ask(STALE), ["0"])


def wait_for_lock(server, database, count):
    for _ in range(600):
        rows = server.sql(database, "SELECT count(*) FROM pg_stat_activity "
                          "WHERE datname = current_database() "
                          "AND wait_event_type = 'Lock'; SELECT pg_sleep(0.02)")
        if int(rows[0][0]) >= count:
            return
    raise AssertionError("nobody waits for a lock")


def check_after(server, database, before, after):
    odd = server.sql(database, """
        SELECT id FROM "Odd ""notes" WHERE words @@ khitai_tsquery('Кучлук')
            OR loud @@ khitai_tsquery('Кучлук') ORDER BY id""")
    expect("rows of other columns", odd, [["1"], ["3"], ["5"]])
    lines = server.sql(database, """SET enable_seqscan = off;
        SELECT body FROM lines
         WHERE to_tsvector('khitai', body) @@ khitai_tsquery('Кучлук')""")
    expect("the index of an expression", lines, [["of Kuchlug"]])
    years = server.sql(database, """SELECT body FROM years
         WHERE words @@ khitai_tsquery('Кучлук')""")
    expect("rows of partitions", years, [["of Kuchlug"]])
    error = server.error(database,
                         f"SELECT khitai_stale('years', 'body', '{before}')")
    expect("rows of a partitioned table", "each partition" in error, True)
    expect("an upgrade to the same lexicon", server.sql(
        database, f"SELECT sum(rows) FROM khitai_upgrade('{after}')"), [["0"]])
    expect("a way back", server.sql(
        database, f"SELECT sum(rows) FROM khitai_upgrade('{before}')"),
        [[str(ROWS // 100 + 2 + 3 + 1)]])
    expect("stale rows on the way back", server.sql(database, STALE), [["0"]])


def check_lost(server, database, before, after):
    """The old lexicon is gone: all is written again."""
    server.sql(database, f"SELECT khitai_upgrade('{after}')")
    path = server.lexica / "after.klex"
    bytes_ = path.read_bytes()
    path.unlink()
    error = server.error(database, "SELECT count(*) FROM docs "
                         "WHERE words @@ khitai_tsquery('西遼')")
    for part in (after, str(server.lexica), "khitai.lexica", "HINT"):
        expect(f"'{part}' in the error {error}", part in error, True)
    error = server.error(database, "INSERT INTO docs VALUES (9003, 'x')")
    expect("a text cannot be written", after in error, True)
    expect("rows that are there", server.sql(
        database, "SELECT count(*) FROM docs"), [[str(ROWS + 2)]])
    rows = server.sql(database, "SELECT sum(rows) FROM "
                      f"khitai_upgrade('{before}') WHERE \"table\" = 'docs'::regclass")
    expect("all rows are written again", rows, [[str(ROWS + 2)]])
    path.write_bytes(bytes_)
    expect("stale rows", server.sql(database, STALE), [["0"]])


def check_version(server, database, before):
    """Tokens of another version: refused, until all is written again."""
    server.sql(database, "ALTER TEXT SEARCH DICTIONARY khitai (tokens = '999')")
    error = server.error(database, "SELECT to_tsvector('khitai', 'x')")
    expect(f"the version in {error}",
           "version 999" in error and "khitai_upgrade" in error, True)
    rows = server.sql(database, "SELECT rows FROM "
                      f"khitai_upgrade('{before}') WHERE \"table\" = 'docs'::regclass")
    expect("all rows are written again", rows, [[str(ROWS + 2)]])


def check_by_hand(server, database, after):
    """The statements of README.md."""
    text = README.read_text("utf-8")
    begin = text.index("    BEGIN;")
    end = text.index("COMMIT;", begin) + len("COMMIT;")
    others = ("SELECT id FROM docs WHERE id % 100 <> 0 AND id < 9000 "
              "ORDER BY ctid")
    before = server.sql(database, others)
    server.sql(database, text[begin:end].replace("0123456789abcdef", after))
    expect("rows that are stale", server.sql(database, STALE), [["0"]])
    expect("what is found", server.sql(database, FOUND.format("Кучлук")),
           [[str(ROWS // 100 + 2)]])
    # The others stand where they stood.
    expect("other rows", server.sql(database, others), before)


def check(server, database, before, after):
    fill(server, database, before)
    check_stale(server, database, after)
    check_meanwhile(server, database, before, after)
    check_after(server, database, before, after)
    check_lost(server, database, before, after)
    check_version(server, database, before)
    check_by_hand(server, database, after)
    return f"{ROWS} rows"
