// SPDX-License-Identifier: Apache-2.0
//
// What an index of SQLite finds, marks and survives.

#include "khitai/search.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "sqlite/install.h"
#include "sqlite/tests/database.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/shown_tokens.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::Case;
using tests::Database;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char byte : text)
    out += byte == '"' ? "\"\"" : std::string(1, byte);
  return out + "\"";
}

std::vector<std::string> corpora() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::string(KHITAI_SOURCE_DIR) + "/corpora")) {
    if (entry.path().extension() == ".txt") {
      texts.push_back(tests::read_file(entry.path()));
    }
  }
  return texts;
}

// A piece of a text, damaged here and there.
std::string random_text(const std::vector<std::string>& texts,
                        std::mt19937* random) {
  const std::string& source = texts[(*random)() % texts.size()];
  std::string text =
      source.substr((*random)() % source.size(), (*random)() % 300);
  for (auto left = (*random)() % 4; left > 0 && !text.empty(); --left) {
    text[(*random)() % text.size()] = static_cast<char>((*random)());
  }
  return text;
}

class SqliteTest : public testing::Test {
 protected:
  SqliteTest() : db_(":memory:", {tests::shipped_bytes()}) {
    db_.run("SELECT khitai_create('docs', 'body')");
  }
  void add(const std::string& text) {
    db_.run("INSERT INTO docs(body) VALUES (?1)", {text});
  }
  Database db_;
};

TEST_F(SqliteTest, AQueryFindsTheTextOfItsRow) {
  for (const Case& row : tests::read_cases("token_searches.tsv")) {
    db_.run("DELETE FROM docs");
    add(row["text"]);
    const std::string found =
        db_.value("SELECT count(*) FROM docs WHERE docs MATCH ?1",
                  {quoted(row["query"])});
    tests::expect_row(row, row["found"], found == "1" ? "yes" : "no");
  }
}

TEST_F(SqliteTest, WhatIsTypedBecomesAQuery) {
  for (const Case& row : tests::read_cases("sqlite_queries.tsv")) {
    const std::string query = db_.value("SELECT khitai_query(?1, ?2)",
                                        {row["typed"], row["options"]});
    tests::expect_row(row, row["query"], query);
  }
}

// As simple an engine as can be agrees on every document.
TEST_F(SqliteTest, FindsWhatTheTokensSay) {
  std::mt19937 random(1124);
  const std::vector<std::string> texts = corpora();
  std::vector<std::string> documents;
  for (int i = 0; i < 300; ++i) {
    documents.push_back(random_text(texts, &random));
    add(documents.back());
  }
  Tokenizer tokenizer(tests::shipped_lexicon(), {});
  for (int round = 0; round < 200; ++round) {
    const std::string& source = documents[random() % documents.size()];
    if (source.size() < 8) continue;
    const std::string typed =
        " " + source.substr(random() % source.size(), 1 + random() % 12);
    const Tokens query = tokenizer.query(typed);
    std::string expected;
    for (size_t i = 0; i < documents.size(); ++i) {
      if (tests::has_phrase(tokenizer.index(documents[i]), query)) {
        expected += (expected.empty() ? "" : " ") + std::to_string(i + 1);
      }
    }
    // FTS5 takes a query up to its first zero byte.
    if (typed.find('\0') != std::string::npos || query.places.empty()) continue;
    EXPECT_EQ(tests::joined(db_.run(
                  "SELECT rowid FROM docs WHERE docs MATCH ?1 ORDER BY rowid",
                  {quoted(typed)})),
              expected)
        << typed;
  }
}

// Without its marks a highlighted text is the author's.
TEST_F(SqliteTest, MarksNamesInTheAuthorsText) {
  for (const std::string& text : corpora()) add(text);
  for (const char* query :
       {"\"qara khitai\"", "\"\xe8\xa5\xbf\xe9\x81\xbc\"", "sanjar", "khit*"}) {
    const Database::Rows rows = db_.run(
        "SELECT body, highlight(docs, 0, '\x02', '\x03') FROM docs WHERE docs "
        "MATCH ?1",
        {query});
    EXPECT_FALSE(rows.empty()) << query;
    for (const Database::Row& row : rows) {
      std::string plain;
      size_t marks = 0;
      for (const char byte : row[1]) {
        marks += byte == '\x02';
        if (byte != '\x02' && byte != '\x03') plain += byte;
      }
      EXPECT_EQ(plain, row[0]);
      EXPECT_GT(marks, 0u);
    }
  }
}

TEST_F(SqliteTest, StaysWholeAfterWhateverIsWritten) {
  std::mt19937 random(1218);
  const std::vector<std::string> texts = corpora();
  db_.run("BEGIN");
  for (int i = 1; i <= 20000; ++i) {
    const std::string row = std::to_string(1 + random() % 8000);
    const std::string text = random_text(texts, &random);
    switch (random() % 4) {
      case 0:
        db_.run("DELETE FROM docs WHERE rowid = ?1", {row});
        break;
      case 1:
        db_.run("UPDATE docs SET body = ?2 WHERE rowid = ?1", {row, text});
        break;
      default:
        db_.run("INSERT OR REPLACE INTO docs(rowid, body) VALUES (?1, ?2)",
                {row, text});
    }
    if (i % 5000 == 0) {
      db_.run("COMMIT");
      EXPECT_EQ(db_.error("INSERT INTO docs(docs) VALUES ('integrity-check')"),
                "");
      db_.run("BEGIN");
    }
  }
  db_.run("COMMIT");
  EXPECT_GT(std::stoi(db_.value("SELECT count(*) FROM docs")), 1000);
  db_.run("DELETE FROM docs");
  EXPECT_EQ(db_.error("INSERT INTO docs(docs) VALUES ('integrity-check')"), "");
}

TEST_F(SqliteTest, TextsWithZeroBytesAreTakenWhole) {
  add(std::string("Sanjar\0and the Qara Khitai", 26));
  EXPECT_EQ(db_.value("SELECT count(*) FROM docs WHERE docs MATCH '\"qara "
                      "khitai\"'"),
            "1");
  EXPECT_EQ(db_.error("INSERT INTO docs(docs) VALUES ('integrity-check')"), "");
}

TEST_F(SqliteTest, EntitiesAreRows) {
  const Database::Rows rows = db_.run(
      "SELECT substr(t, place, size), name, rank, entity, type, decision FROM "
      "(SELECT ?1 AS t), khitai_entities(t)",
      {"\xf0\x9f\x8f\xb0 The Qara Khitai under Ahmad Sanjar"});
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0], (Database::Row{"Qara Khitai", "Qara Khitai", "1",
                                    "qara-khitai", "polity", "match"}));
  EXPECT_EQ(rows[1][0], "Ahmad Sanjar");
  EXPECT_EQ(rows[1][3], "ahmad-sanjar");
  EXPECT_TRUE(db_.run("SELECT * FROM khitai_entities").empty());
  EXPECT_TRUE(db_.run("SELECT * FROM khitai_entities(NULL)").empty());
  EXPECT_TRUE(db_.run("SELECT * FROM khitai_entities('')").empty());
}

TEST_F(SqliteTest, FunctionsAnswer) {
  EXPECT_EQ(db_.value("SELECT khitai_resolve('Hsi Liao')"), "qara-khitai");
  EXPECT_EQ(db_.value("SELECT khitai_resolve('Cambridge')"), "");
  EXPECT_EQ(db_.value("SELECT khitai_resolve(NULL) IS NULL"), "1");
  EXPECT_EQ(db_.value("SELECT khitai_normalize('the Kara-Khitay', 'en')"),
            "the Qara Khitai");
  EXPECT_EQ(db_.value("SELECT khitai_label('qara-khitai')"), "Qara Khitai");
  EXPECT_EQ(db_.value("SELECT khitai_label('nobody') IS NULL"), "1");
  EXPECT_EQ(db_.value("SELECT khitai_query('...')"), "\"\"");
  EXPECT_EQ(db_.error("SELECT * FROM docs WHERE docs MATCH khitai_query('')"),
            "");
}

TEST_F(SqliteTest, WrongCallsSayWhatWasExpected) {
  EXPECT_EQ(db_.error("SELECT khitai_query('x', 'expand=all')"),
            "khitai: option 'expand=all', expected table=NAME, "
            "expand=entity|name|cognates, senses=likely|all, lang=TAG, "
            "type=TYPE, ids or words");
  EXPECT_EQ(db_.error("SELECT khitai_query('x', 'table=nothing')"),
            "khitai: table 'nothing' is no index that khitai makes tokens of");
  EXPECT_EQ(db_.error("SELECT khitai_normalize('x', 'no such')"),
            "khitai: prefer is 'no such', expected a language tag such as en "
            "or a convention such as wade-giles");
  for (const char* words :
       {"khitai", "khitai 0123", "khitai 0123456789abcdef 9",
        "khitai 0123456789abcdef 1", "khitai 0123456789ABCDEF 1 a",
        "khitai 0123456789abcdef 1 a b"}) {
    EXPECT_NE(db_.error("CREATE VIRTUAL TABLE bad USING fts5(b, tokenize='" +
                        std::string(words) + "')"),
              "")
        << words;
    EXPECT_NE(db_.value("SELECT khitai_problem()"), "") << words;
  }
  db_.run(
      "CREATE VIRTUAL TABLE lost USING fts5(b, tokenize='khitai "
      "0123456789abcdef 1 a')");
  EXPECT_NE(db_.error("INSERT INTO lost VALUES ('x')"), "");
  EXPECT_NE(db_.value("SELECT khitai_problem()")
                .find("no lexicon 0123456789abcdef among the *.klex of "),
            std::string::npos);
}

TEST_F(SqliteTest, ATableIsMadeOfColumnsOnly) {
  EXPECT_NE(db_.error("SELECT khitai_create('bad', 'body) --')"), "");
  EXPECT_EQ(db_.value("SELECT count(*) FROM sqlite_schema WHERE name = 'bad'"),
            "0");
}

// What its lexicon is lost of can be read and dropped.
TEST_F(SqliteTest, ATableWithoutItsLexiconCanBeDropped) {
  db_.run(
      "CREATE VIRTUAL TABLE lost USING fts5(b, tokenize='khitai "
      "0123456789abcdef 1 a')");
  EXPECT_EQ(db_.value("SELECT count(*) FROM lost"), "0");
  db_.run("DROP TABLE lost");
}

// A second load adds nothing, and above all no second state.
TEST_F(SqliteTest, IsInstalledOnce) {
  const auto other =
      std::make_shared<sqlite::Connection>(db_.connection()->db());
  EXPECT_EQ(sqlite::install(other), SQLITE_OK);
  EXPECT_EQ(other.use_count(), 1);
}

// Each string of characters of a text is found as it is typed.
TEST_F(SqliteTest, CharactersAreFoundWhereverNamesStand) {
  add("\xe8\x80\xb6\xe5\xbe\x8b\xe5\xa4\xa7\xe7\x9f\xb3\xe5\xbb\xba\xe7\xab\x8b"
      "\xe8\xa5\xbf\xe9\x81\xbc\xe5\x9c\x8b");
  const std::string text = db_.value("SELECT body FROM docs");
  for (size_t begin = 0; begin < text.size(); begin += 3) {
    for (size_t size = 6; begin + size <= text.size(); size += 3) {
      EXPECT_EQ(db_.value("SELECT count(*) FROM docs WHERE docs MATCH "
                          "khitai_query(?1, 'words')",
                          {text.substr(begin, size)}),
                "1")
          << text.substr(begin, size);
    }
  }
}

// Whoever opens a database from elsewhere runs nothing of it that writes.
TEST_F(SqliteTest, ASchemaCannotCallWhatWrites) {
  for (const char* call : {"khitai_create('x', 'y')", "khitai_folder('/')",
                           "khitai_upgrade('0123456789abcdef')"}) {
    db_.run("CREATE VIEW trap AS SELECT " + std::string(call));
    EXPECT_NE(db_.error("SELECT * FROM trap").find("unsafe use"),
              std::string::npos)
        << call;
    db_.run("DROP VIEW trap");
  }
}

}  // namespace
}  // namespace khitai
