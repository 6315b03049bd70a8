// SPDX-License-Identifier: Apache-2.0

#include "cli/stale_database.h"

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include "cli/command.h"

#ifdef KHITAI_HAS_SQLITE
#include "sqlite/connection.h"
#include "sqlite/indexes.h"
#include "sqlite/install.h"
#include "sqlite/upgrade.h"
#endif

namespace khitai::cli {

bool is_database(const std::string& path) {
  constexpr char kMagic[] = "SQLite format 3";
  char bytes[sizeof kMagic] = {};
  // What is read of a pipe is gone.
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;
  std::ifstream(path, std::ios::binary).read(bytes, sizeof bytes);
  return std::memcmp(bytes, kMagic, sizeof kMagic) == 0;
}

#ifdef KHITAI_HAS_SQLITE
namespace {

using sqlite::Problem;

constexpr int kPatience = 30000;  // milliseconds for another writer

class OpenDatabase {
 public:
  OpenDatabase(const std::string& path, bool write) {
    const int flags = write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    const int code = sqlite3_open_v2(path.c_str(), &db_, flags, nullptr);
    if (code != SQLITE_OK) throw Problem(sqlite3_errmsg(db_), code);
    sqlite3_busy_timeout(db_, kPatience);
    connection_ = std::make_shared<sqlite::Connection>(db_);
    if (sqlite::install(connection_) != SQLITE_OK) {
      throw Problem(connection_->problem());
    }
  }
  ~OpenDatabase() { sqlite3_close_v2(db_); }
  OpenDatabase(const OpenDatabase&) = delete;
  OpenDatabase& operator=(const OpenDatabase&) = delete;

  sqlite::Connection* connection() { return connection_.get(); }
  // Opens a lexicon and returns its hash.
  std::string add_lexicon(const std::string& path) {
    khitai_lexicon* opened = nullptr;
    khitai_error error;
    sqlite::check(khitai_lexicon_open(path.c_str(), &opened, &error), error);
    return connection_->adopt(opened);
  }

 private:
  sqlite3* db_ = nullptr;
  std::shared_ptr<sqlite::Connection> connection_;
};

// That each index is of the one lexicon or the other.
void check_lexica(OpenDatabase* database, const std::string& before,
                  const std::string& after) {
  sqlite::Connection* const connection = database->connection();
  const auto tables = sqlite::indexed_tables(connection->db(), "main");
  if (tables.empty()) {
    throw Problem("has no index that khitai makes tokens of");
  }
  for (const sqlite::IndexedTable& table : tables) {
    const std::string now = connection->current(table.index);
    if (now == before || now == after) continue;
    throw Problem("table '" + table.name + "' is of the lexicon " + now +
                  ", expected " + before + " (OLD) or " + after + " (NEW)");
  }
}

void tell(const sqlite::Upgraded& done, const StaleWish& wish) {
  if (wish.common.quiet) return;
  std::fprintf(stderr, "%zu of %zu rows %s\n", done.rows, done.looked,
               wish.write ? "written anew" : "have other tokens");
}

}  // namespace

int stale_database(const std::string& path, const StaleWish& wish) {
  try {
    OpenDatabase database(path, wish.write);
    const std::string before = database.add_lexicon(wish.before);
    const std::string after = database.add_lexicon(wish.after);
    check_lexica(&database, before, after);
    sqlite::Upgraded done;
    if (wish.write) {
      done = sqlite::upgrade_indexes(database.connection(), "main", after);
    } else {
      std::string rows = "table\trow\n";
      done = sqlite::find_stale(database.connection(), "main", after,
                                [&](const sqlite::StaleRow& row) {
                                  rows += row.table + "\t" +
                                          std::to_string(row.rowid) + "\n";
                                });
      put(rows);
    }
    tell(done, wish);
    return done.rows > 0 || wish.write ? kDone : kNothingFound;
  } catch (const Problem& problem) {
    return fail(kInputError, path + ": " + problem.what());
  }
}

#else

int stale_database(const std::string& path, const StaleWish&) {
  return fail(kInputError,
              path +
                  ": a database of SQLite, which this program was built "
                  "without (libsqlite3-dev)");
}

#endif

}  // namespace khitai::cli
