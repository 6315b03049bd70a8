// SPDX-License-Identifier: Apache-2.0

#include "sqlite/upgrade.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "sqlite/indexes.h"

namespace khitai::sqlite {
namespace {

constexpr size_t kRowsAtOnce = 500;

struct FreeChanges {
  void operator()(khitai_changes* one) const { khitai_changes_free(one); }
};
struct FreeValue {
  void operator()(sqlite3_value* one) const { sqlite3_value_free(one); }
};
using Values = std::vector<std::unique_ptr<sqlite3_value, FreeValue>>;

TokenizerHandle new_tokenizer(const khitai_lexicon* lexicon, bool decided) {
  khitai_tokenizer* made = nullptr;
  khitai_error error;
  check(khitai_tokenizer_new(lexicon, decided ? KHITAI_DECIDED : 0, &made,
                             &error),
        error);
  return TokenizerHandle(made);
}

// Tells whether a text has other tokens with the one lexicon than with the
// other.
class Comparison {
 public:
  Comparison(const khitai_lexicon* before, const khitai_lexicon* after,
             bool decided)
      : decided_(decided),
        before_(new_tokenizer(before, decided)),
        after_(new_tokenizer(after, decided)) {
    khitai_changes* made = nullptr;
    khitai_error error;
    check(khitai_changes_new(before, after, &made, &error), error);
    changes_.reset(made);
  }

  bool differs(std::string_view text) {
    if (text.empty()) return false;
    // Decisions weigh all that is known.
    if (!decided_ && khitai_changes_may_affect(changes_.get(), text.data(),
                                               text.size()) == 0) {
      return false;
    }
    int differ = 0;
    khitai_error error;
    check(khitai_tokens_differ(before_.get(), after_.get(), text.data(),
                               text.size(), &differ, &error),
          error);
    return differ != 0;
  }

 private:
  const bool decided_;
  TokenizerHandle before_, after_;
  std::unique_ptr<khitai_changes, FreeChanges> changes_;
};

std::string full_name(const IndexedTable& table) {
  return identifier(table.schema) + "." + identifier(table.name);
}

std::string columns_of(const IndexedTable& table) {
  std::string all;
  for (const std::string& column : table.columns) {
    all += ", " + identifier(column);
  }
  return all;
}

class TableUpgrade {
 public:
  TableUpgrade(Connection* connection, IndexedTable table,
               const std::string& hash)
      : connection_(*connection),
        table_(std::move(table)),
        before_(connection->current(table_.index)),
        after_(hash) {
    if (!is_needed()) return;
    if (table_.content == IndexedTable::Content::kNone) {
      throw Problem("table '" + table_.name +
                    "' keeps no texts (content=''); make it anew from them");
    }
  }

  bool is_needed() const { return before_ != after_; }
  const IndexedTable& table() const { return table_; }

  // The rows whose tokens differ.
  std::vector<int64_t> find(size_t* looked) {
    if (!comparison_) {
      comparison_ = std::make_unique<Comparison>(connection_.lexicon(before_),
                                                 connection_.lexicon(after_),
                                                 table_.index.decided);
    }
    std::vector<int64_t> stale;
    Statement rows(connection_.db(), "SELECT rowid" + columns_of(table_) +
                                         " FROM " + full_name(table_));
    while (rows.step()) {
      ++*looked;
      for (int column = 1; column < rows.columns(); ++column) {
        if (!comparison_->differs(rows.text(column))) continue;
        stale.push_back(rows.number(0));
        break;
      }
    }
    return stale;
  }

  // Takes them out as the old lexicon has them and puts them in as the new one
  // does.
  void rewrite(const std::vector<int64_t>& rows) {
    for (size_t begin = 0; begin < rows.size(); begin += kRowsAtOnce) {
      const size_t end = std::min(rows.size(), begin + kRowsAtOnce);
      std::vector<Values> texts;
      for (size_t i = begin; i < end; ++i) texts.push_back(read(rows[i]));
      connection_.read_as(table_.index, before_);
      for (size_t i = begin; i < end; ++i) take_out(rows[i], texts[i - begin]);
      connection_.read_as(table_.index, after_);
      for (size_t i = begin; i < end; ++i) put_in(rows[i], texts[i - begin]);
    }
  }

 private:
  Values read(int64_t row) {
    Statement one(connection_.db(), "SELECT rowid" + columns_of(table_) +
                                        " FROM " + full_name(table_) +
                                        " WHERE rowid = ?1");
    one.bind(1, row);
    Values values;
    if (!one.step()) throw Problem("table '" + table_.name + "' lost a row");
    for (int column = 1; column < one.columns(); ++column) {
      values.emplace_back(sqlite3_value_dup(one.value(column)));
      if (!values.back()) throw std::bad_alloc();
    }
    return values;
  }

  void take_out(int64_t row, const Values& values) {
    if (table_.content == IndexedTable::Content::kOwn) {
      Statement one(connection_.db(),
                    "DELETE FROM " + full_name(table_) + " WHERE rowid = ?1");
      one.bind(1, row);
      one.step();
      return;
    }
    put("INSERT INTO " + full_name(table_) + "(" + identifier(table_.name) +
            ", rowid" + columns_of(table_) + ") VALUES ('delete', ?1",
        row, values);
  }

  void put_in(int64_t row, const Values& values) {
    put("INSERT INTO " + full_name(table_) + "(rowid" + columns_of(table_) +
            ") VALUES (?1",
        row, values);
  }

  void put(std::string sql, int64_t row, const Values& values) {
    for (size_t i = 0; i < values.size(); ++i) {
      sql += ", ?" + std::to_string(i + 2);
    }
    Statement one(connection_.db(), sql + ")");
    one.bind(1, row);
    for (size_t i = 0; i < values.size(); ++i) {
      one.bind(static_cast<int>(i + 2), values[i].get());
    }
    one.step();
  }

  Connection& connection_;
  const IndexedTable table_;
  const std::string before_, after_;
  std::unique_ptr<Comparison> comparison_;
};

std::vector<TableUpgrade> upgrades_of(Connection* connection,
                                      const std::string& schema,
                                      const std::string& hash) {
  connection->lexicon(hash);  // that it is there
  std::vector<TableUpgrade> all;
  for (IndexedTable& table : indexed_tables(connection->db(), schema)) {
    TableUpgrade one(connection, std::move(table), hash);
    if (one.is_needed()) all.push_back(std::move(one));
  }
  return all;
}

int64_t data_version(sqlite3* db, const std::string& schema) {
  Statement version(db, "PRAGMA " + identifier(schema) + ".data_version");
  return version.step() ? version.number(0) : 0;
}

// A transaction that is taken back unless it is finished: one of its own, or a
// part of the caller's.
class Transaction {
 public:
  explicit Transaction(Connection* connection)
      : connection_(*connection),
        own_(sqlite3_get_autocommit(connection->db()) != 0) {
    execute(connection_.db(),
            own_ ? "BEGIN IMMEDIATE" : "SAVEPOINT khitai_upgrade");
  }
  ~Transaction() {
    connection_.read_as_noted();
    if (finished_) return;
    const char* const back =
        own_ ? "ROLLBACK"
             : "ROLLBACK TO khitai_upgrade; RELEASE khitai_upgrade";
    sqlite3_exec(connection_.db(), back, nullptr, nullptr, nullptr);
    connection_.renew();
  }
  void finish() {
    execute(connection_.db(), own_ ? "COMMIT" : "RELEASE khitai_upgrade");
    finished_ = true;
  }

 private:
  Connection& connection_;
  const bool own_;
  bool finished_ = false;
};

}  // namespace

Upgraded find_stale(Connection* connection, const std::string& schema,
                    const std::string& hash,
                    const std::function<void(const StaleRow&)>& tell) {
  Upgraded sum;
  for (TableUpgrade& one : upgrades_of(connection, schema, hash)) {
    ++sum.tables;
    for (const int64_t row : one.find(&sum.looked)) {
      ++sum.rows;
      tell({one.table().name, row});
    }
  }
  return sum;
}

// The rows are looked for before the database is locked; where it was written
// to since, once more.
Upgraded upgrade_indexes(Connection* connection, const std::string& schema,
                         const std::string& hash) {
  sqlite3* const db = connection->db();
  const int64_t version = data_version(db, schema);
  std::vector<TableUpgrade> upgrades = upgrades_of(connection, schema, hash);
  Upgraded sum;
  std::vector<std::vector<int64_t>> stale;
  for (TableUpgrade& one : upgrades) stale.push_back(one.find(&sum.looked));
  Transaction transaction(connection);
  if (data_version(db, schema) != version) {
    upgrades = upgrades_of(connection, schema, hash);
    stale.clear();
    sum.looked = 0;
    for (TableUpgrade& one : upgrades) stale.push_back(one.find(&sum.looked));
  }
  for (size_t i = 0; i < upgrades.size(); ++i) {
    ++sum.tables;
    sum.rows += stale[i].size();
    upgrades[i].rewrite(stale[i]);
  }
  connection->read_as_noted();
  for (const TableUpgrade& one : upgrades) {
    connection->set_current(schema, one.table().index, hash);
  }
  transaction.finish();
  return sum;
}

}  // namespace khitai::sqlite
