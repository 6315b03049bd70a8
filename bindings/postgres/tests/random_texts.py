# SPDX-License-Identifier: Apache-2.0
"""Many texts by chance, written, changed and deleted with an index on them.

What is stored must be what comes out when it is computed again, in another
session and in another order; what the index finds, what reading all rows finds.
"""
import random

from server import expect

DOCUMENTS = 20000
PIECES = ["Qara Khitai", "Kara-Khitay", "каракитаи", "قراختای", "قره‌ختای",
          "西遼", "契丹", "黑契丹", "大石", "耶律大石", "Sanjar", "سلطان سنجر",
          "Cathay", "emperor's", "the", "of", "в", "از", "於", "中", "1124",
          "-", "'", "\"", "\\", "\u200c", "\u0301", "\u202e", "\ufeff", "\ue000",
          "\U0001f600", "\u0001", "\t", "ǀ", "@qara-khitai", "#x", "!西辽",
          "xxxxxxxxxxxxxxxxxxxx", "ﷺ", "가나다", "ꡛ", "𗼇"]


def text_by_chance(chance):
    pieces = []
    for _ in range(chance.randint(0, 14)):
        piece = chance.choice(PIECES)
        if chance.random() < 0.15:  # damage
            at = chance.randrange(len(piece))
            piece = piece[:at] + chr(chance.choice(
                [chance.randint(1, 0x7f), chance.randint(0x80, 0xd7ff),
                 chance.randint(0x10000, 0x1ffff)])) + piece[at + 1:]
        pieces.append(piece)
    return chance.choice(["", " ", ", "]).join(pieces)


def copied(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t") \
        .replace("\n", "\\n").replace("\r", "\\r")


def check(server, database):
    chance = random.Random(11)
    rows = "".join(f"{i}\t{copied(text_by_chance(chance))}\n"
                   for i in range(DOCUMENTS))
    server.sql(database, """
        CREATE TABLE texts (id int PRIMARY KEY, body text, words tsvector
          GENERATED ALWAYS AS (to_tsvector('khitai', body)) STORED,
          entities text[] GENERATED ALWAYS AS (khitai_entities(body)) STORED);
        CREATE INDEX texts_words ON texts USING gin (words);
        COPY texts (id, body) FROM stdin;
        """ .replace("\n        ", "\n") + rows + "\\.\n" + """
        UPDATE texts SET body = body || ' 西遼' WHERE id % 7 = 3;
        UPDATE texts SET body = reverse(body) WHERE id % 11 = 5;
        DELETE FROM texts WHERE id % 3 = 1;
        VACUUM texts;
        UPDATE texts SET body = 'Qara Khitai ' || body WHERE id % 13 = 2;""")
    expect("texts whose stored tokens are not those of now", server.sql(
        database, "SELECT id FROM texts WHERE words <> to_tsvector('khitai', "
        "body) OR entities <> khitai_entities(body)"
        " ORDER BY md5(id::text)"), [])
    expect("texts whose ids are not among their tokens", server.sql(
        database, "SELECT id FROM texts WHERE NOT entities <@ "
        "(SELECT coalesce(array_agg(substr(lexeme, 2)), '{}') "
        "FROM unnest(words) WHERE lexeme LIKE '@%')"), [])
    for query in ("西遼", "Sanjar", "大石", "the emperor"):
        ask = ("SELECT count(*), sum(id) FROM texts "
               f"WHERE words @@ khitai_tsquery('{query}')")
        by_index = server.sql(database, f"SET enable_seqscan = off; {ask}")
        by_reading = server.sql(database, "SET enable_bitmapscan = off;"
                                "SET enable_indexscan = off;" + ask)
        expect(f"what the index finds of {query}", by_index, by_reading)
        if int(by_index[0][0]) < 100:
            raise AssertionError(f"{query} is too rare: {by_index}")
    return f"{DOCUMENTS} texts"
