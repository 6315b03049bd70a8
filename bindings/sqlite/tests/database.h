// SPDX-License-Identifier: Apache-2.0
//
// A database with khitai in it, for tests.

#ifndef KHITAI_BINDINGS_SQLITE_TESTS_DATABASE_H_
#define KHITAI_BINDINGS_SQLITE_TESTS_DATABASE_H_

#include <memory>
#include <string>
#include <vector>

#include "sqlite/connection.h"

namespace khitai::tests {

class Database {
 public:
  using Row = std::vector<std::string>;
  using Rows = std::vector<Row>;

  // With lexica, compiled; the first is that of new indexes.
  Database(const std::string& path, const std::vector<std::string>& lexica);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Of one statement, with texts for its parameters. Dies at an error.
  Rows run(const std::string& sql, const Row& parameters = {});
  // The first value; "" where there is none.
  std::string value(const std::string& sql, const Row& parameters = {});
  // What SQLite says of a statement that fails; "" where it does not.
  std::string error(const std::string& sql, const Row& parameters = {});

  sqlite::Connection* connection() { return connection_.get(); }

 private:
  int step_all(const std::string& sql, const Row& parameters, Rows* rows);

  sqlite3* db_ = nullptr;
  std::shared_ptr<sqlite::Connection> connection_;
};

// The names of rows: "1 3 4".
std::string joined(const Database::Rows& rows);

}  // namespace khitai::tests

#endif  // KHITAI_BINDINGS_SQLITE_TESTS_DATABASE_H_
