// SPDX-License-Identifier: Apache-2.0
//
// Indexes that become ones of another lexicon.

#include "sqlite/upgrade.h"

#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "compile/compile.h"
#include "compile/scratch_folder.h"
#include "sqlite/indexes.h"
#include "sqlite/tests/database.h"
#include "support/cases.h"
#include "support/die.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::Database;

// The small lexicon with names laid over it: rows of "id form".
std::string with_names(const std::string& rows) {
  const tests::ScratchFolder folder;
  folder.write("names.tsv", "id\tform\n" + rows);
  compile::CompileOptions options;
  options.folders = {tests::example_tables()};
  options.names = {folder.path() + "/names.tsv"};
  compile::CompileReport report;
  auto bytes = compile::compile(options, &report);
  if (!bytes.ok()) tests::die(bytes.error().message);
  return std::move(bytes).value();
}

const std::string& old_bytes() { return tests::example_bytes(); }
const std::string& new_bytes() {
  static const std::string bytes =
      with_names("qara-khitai\tZorblax the Bold\nqara-khitai\tQuxland\n");
  return bytes;
}

std::string hash_of(const std::string& bytes) {
  return Lexicon::from_bytes(bytes).value()->hash();
}

std::vector<std::string> documents(size_t count) {
  static const char* const kWords[] = {"Zorblax",
                                       "the",
                                       "Bold",
                                       "Quxland",
                                       "Quxland's",
                                       "Khitai",
                                       "rode",
                                       "Qara",
                                       "against",
                                       "Khitai",
                                       "\xe8\xa5\xbf\xe9\x81\xbc",
                                       "in",
                                       "1141"};
  std::mt19937 random(1141);
  std::vector<std::string> texts;
  for (size_t i = 0; i < count; ++i) {
    std::string text;
    // Of most texts nothing changes.
    const size_t first = i % 10 == 0 ? 0 : 5;
    for (auto left = 3 + random() % 12; left > 0; --left) {
      const size_t word = first + random() % (std::size(kWords) - first);
      text += std::string(text.empty() ? "" : " ") + kWords[word];
    }
    texts.push_back(text + (i % 50 == 0 ? " Zorblax the Bold" : ""));
  }
  return texts;
}

// Every token of an index with the row, column and place that it stands at.
Database::Rows instances(Database* db, const std::string& table) {
  const std::string words = table + "_words";
  db->run("CREATE VIRTUAL TABLE temp." + words + " USING fts5vocab(main, " +
          table + ", instance)");
  Database::Rows rows = db->run("SELECT * FROM temp." + words +
                                " ORDER BY term, doc, col, \"offset\"");
  db->run("DROP TABLE temp." + words);
  return rows;
}

class UpgradeTest : public testing::Test {
 protected:
  UpgradeTest()
      : path_(folder_.path() + "/index.db"),
        db_(path_, {old_bytes(), new_bytes()}) {
    db_.run("PRAGMA journal_mode = WAL");
    db_.run("SELECT khitai_create('docs', 'id UNINDEXED, body')");
    db_.run("BEGIN");
    for (const std::string& text : documents(500)) {
      db_.run("INSERT INTO docs(id, body) VALUES ('x', ?1)", {text});
    }
    db_.run("COMMIT");
  }
  std::string problem_of(const std::string& sql) {
    return db_.error(sql, {hash_of(new_bytes())});
  }
  std::string upgrade() {
    return db_.value("SELECT khitai_upgrade(?1)", {hash_of(new_bytes())});
  }
  std::string damage() {
    return db_.error("INSERT INTO docs(docs) VALUES ('integrity-check')");
  }

  const tests::ScratchFolder folder_;
  const std::string path_;
  Database db_;
};

TEST_F(UpgradeTest, WritesJustTheRowsThatChange) {
  std::vector<int64_t> stale;
  const auto found = sqlite::find_stale(
      db_.connection(), "main", hash_of(new_bytes()),
      [&](const sqlite::StaleRow& row) { stale.push_back(row.rowid); });
  EXPECT_EQ(found.looked, 500u);
  EXPECT_GT(found.rows, 5u);
  EXPECT_LT(found.rows, 60u);
  for (const int64_t row : stale) {
    const std::string text = db_.value("SELECT body FROM docs WHERE rowid = ?1",
                                       {std::to_string(row)});
    EXPECT_TRUE(text.find("Zorblax the Bold") != text.npos ||
                text.find("Quxland") != text.npos)
        << text;
  }
  EXPECT_EQ(upgrade(), std::to_string(found.rows));
  EXPECT_EQ(upgrade(), "0");
  EXPECT_EQ(damage(), "");
}

// Token by token what it were if it had been made so.
TEST_F(UpgradeTest, LeavesWhatANewIndexWouldBe) {
  upgrade();
  Database fresh(":memory:", {new_bytes()});
  fresh.run("SELECT khitai_create('docs', 'id UNINDEXED, body')");
  for (const Database::Row& row :
       db_.run("SELECT rowid, body FROM docs ORDER BY rowid")) {
    fresh.run("INSERT INTO docs(rowid, id, body) VALUES (?1, 'x', ?2)", row);
  }
  EXPECT_EQ(instances(&db_, "docs"), instances(&fresh, "docs"));
}

TEST_F(UpgradeTest, AnotherConnectionSeesTheOldIndexOrTheNewOne) {
  Database other(path_, {old_bytes(), new_bytes()});
  const std::string count =
      "SELECT count(*) FROM docs WHERE docs MATCH '\"@qara-khitai\"'";
  const std::string before = other.value(count);
  other.run("BEGIN");
  EXPECT_EQ(other.value(count), before);
  upgrade();
  EXPECT_EQ(other.value(count), before);  // of its own time
  other.run("COMMIT");
  EXPECT_EQ(other.value(count), db_.value(count));
  EXPECT_NE(other.value(count), before);
  other.run("INSERT INTO docs(id, body) VALUES ('y', 'Quxland fell')");
  EXPECT_EQ(damage(), "");
  EXPECT_EQ(db_.value("SELECT count(*) FROM docs WHERE docs MATCH "
                      "'\"@qara-khitai\"' AND id = 'y'"),
            "1");
}

TEST_F(UpgradeTest, QueriesGoOnWhileItIsWritten) {
  std::atomic<bool> done = false;
  std::atomic<int> asked = 0;
  std::thread reader([&] {
    Database other(path_, {old_bytes(), new_bytes()});
    while (!done) {
      other.run("SELECT rowid FROM docs WHERE docs MATCH '\"qara khitai\"'");
      ++asked;
    }
  });
  while (asked == 0) std::this_thread::yield();
  upgrade();
  done = true;
  reader.join();
  EXPECT_EQ(damage(), "");
}

TEST_F(UpgradeTest, IsTakenBackWithItsTransaction) {
  const auto before = instances(&db_, "docs");
  db_.run("BEGIN");
  upgrade();
  db_.run("ROLLBACK");
  EXPECT_EQ(instances(&db_, "docs"), before);
  EXPECT_EQ(damage(), "");
  db_.run("INSERT INTO docs(id, body) VALUES ('z', 'Quxland')");
  EXPECT_EQ(db_.value("SELECT count(*) FROM docs WHERE docs MATCH "
                      "'\"@qara-khitai\"' AND id = 'z'"),
            "0");
}

TEST_F(UpgradeTest, WritesTablesWhoseTextsAreElsewhere) {
  db_.run("CREATE TABLE texts(id INTEGER PRIMARY KEY, t TEXT)");
  db_.run("INSERT INTO texts(t) VALUES ('Quxland'), ('Takash'), (NULL)");
  db_.run("SELECT khitai_create('far', 't, content=texts, content_rowid=id')");
  db_.run("INSERT INTO far(far) VALUES ('rebuild')");
  upgrade();
  EXPECT_EQ(tests::joined(db_.run(
                "SELECT rowid FROM far WHERE far MATCH '\"@qara-khitai\"'")),
            "1");
  EXPECT_EQ(
      db_.error("INSERT INTO far(far, rank) VALUES ('integrity-check', 1)"),
      "");
}

TEST_F(UpgradeTest, ATableWithoutTextsIsRefused) {
  db_.run("SELECT khitai_create('bare', 'body, content=''''')");
  EXPECT_EQ(problem_of("SELECT khitai_upgrade(?1)"),
            "khitai: table 'bare' keeps no texts (content=''); make it anew "
            "from them");
  EXPECT_EQ(db_.value("SELECT count(*) FROM sqlite_schema WHERE name = "
                      "'khitai_upgrades'"),
            "0");
}

TEST_F(UpgradeTest, NothingIsNoLexicon) {
  for (const char* hash : {"NULL", "''", "'0123'", "'0123456789ABCDEF'"}) {
    EXPECT_NE(db_.error(std::string("SELECT khitai_upgrade(") + hash + ")"),
              "");
  }
  EXPECT_EQ(db_.value("SELECT count(*) FROM sqlite_schema WHERE name = "
                      "'khitai_upgrades'"),
            "0");
}

// What an attached database says of a key is nothing to an index elsewhere.
TEST_F(UpgradeTest, AnotherDatabaseDoesNotTell) {
  const std::string key =
      sqlite::indexed_tables(db_.connection()->db(), "main")[0].index.key;
  db_.run("ATTACH ':memory:' AS other");
  db_.run(
      "CREATE TABLE other.khitai_upgrades(\"index\" TEXT PRIMARY KEY, "
      "lexicon TEXT, tokens INTEGER)");
  db_.run("INSERT INTO other.khitai_upgrades VALUES (?1, ?2, 1)",
          {key, hash_of(new_bytes())});
  db_.run("DELETE FROM docs WHERE rowid % 2 = 0");
  EXPECT_EQ(damage(), "");
}

// Queries that are made before the index was opened, or after another
// connection upgraded it, are its own.
TEST_F(UpgradeTest, QueriesAreMadeWithTheLexiconOfTheIndex) {
  Database other(path_, {new_bytes(), old_bytes()});
  EXPECT_EQ(other.value("SELECT khitai_query('Quxland')"), "\"~Quxland\"");
  upgrade();
  EXPECT_EQ(other.value("SELECT khitai_query('Quxland')"),
            "(\"@qara-khitai\" OR \"!quxland\")");
}

TEST_F(UpgradeTest, AnIndexWithoutItsLexiconSaysSo) {
  Database other(path_, {new_bytes()});
  EXPECT_NE(other.error("SELECT * FROM docs WHERE docs MATCH 'x'"), "");
  const std::string problem = other.value("SELECT khitai_problem()");
  EXPECT_EQ(problem.find("no lexicon " + hash_of(old_bytes()) +
                         " among the *.klex of "),
            0u)
      << problem;
}

// "khitai-index", "-" or "wrong", and how its texts are kept.
std::string shown(const std::string& sql) {
  sqlite::IndexedTable table;
  try {
    std::string got =
        sqlite::read_definition(sql, &table) ? table.index.key : "-";
    if (table.index.decided) got += " decided";
    if (table.content == sqlite::IndexedTable::Content::kNone) got += " bare";
    if (table.content == sqlite::IndexedTable::Content::kExternal) {
      got += " far";
    }
    return got;
  } catch (const sqlite::Problem&) {
    return "wrong";
  }
}

TEST(ReadDefinitionTest, ReadsWhatSqliteKeeps) {
  for (const tests::Case& row : tests::read_cases("sqlite_definitions.tsv")) {
    EXPECT_EQ(shown(row["sql"]), row["index"]) << row.where;
  }
}

}  // namespace
}  // namespace khitai
