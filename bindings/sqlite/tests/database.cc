// SPDX-License-Identifier: Apache-2.0

#include "sqlite/tests/database.h"

#include "sqlite/install.h"
#include "support/die.h"

namespace khitai::tests {

Database::Database(const std::string& path,
                   const std::vector<std::string>& lexica) {
  if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) die("cannot open " + path);
  sqlite3_busy_timeout(db_, 5000);
  connection_ = std::make_shared<sqlite::Connection>(db_);
  for (const std::string& bytes : lexica) {
    khitai_lexicon* opened = nullptr;
    khitai_error error;
    if (khitai_lexicon_open_bytes(bytes.data(), bytes.size(), &opened,
                                  &error) != KHITAI_OK) {
      die(error.message);
    }
    connection_->adopt(opened);
  }
  if (sqlite::install(connection_) != SQLITE_OK) die("cannot install");
}

Database::~Database() { sqlite3_close_v2(db_); }

int Database::step_all(const std::string& sql, const Row& parameters,
                       Rows* rows) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr);
  for (size_t i = 0; code == SQLITE_OK && i < parameters.size(); ++i) {
    sqlite3_bind_text(statement, static_cast<int>(i + 1), parameters[i].data(),
                      static_cast<int>(parameters[i].size()), SQLITE_TRANSIENT);
  }
  while (code == SQLITE_OK || code == SQLITE_ROW) {
    code = sqlite3_step(statement);
    if (code != SQLITE_ROW) break;
    Row row;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
      const auto* text = sqlite3_column_text(statement, i);
      const auto size = static_cast<size_t>(sqlite3_column_bytes(statement, i));
      row.emplace_back(
          text == nullptr
              ? std::string()
              : std::string(reinterpret_cast<const char*>(text), size));
    }
    rows->push_back(std::move(row));
  }
  sqlite3_finalize(statement);
  return code;
}

Database::Rows Database::run(const std::string& sql, const Row& parameters) {
  Rows rows;
  if (step_all(sql, parameters, &rows) != SQLITE_DONE) {
    die(sql + ": " + sqlite3_errmsg(db_) + "; " + connection_->problem());
  }
  return rows;
}

std::string Database::value(const std::string& sql, const Row& parameters) {
  const Rows rows = run(sql, parameters);
  return rows.empty() || rows[0].empty() ? "" : rows[0][0];
}

std::string Database::error(const std::string& sql, const Row& parameters) {
  Rows rows;
  if (step_all(sql, parameters, &rows) == SQLITE_DONE) return "";
  return sqlite3_errmsg(db_);
}

std::string joined(const Database::Rows& rows) {
  std::string all;
  for (const Database::Row& row : rows) {
    all += (all.empty() ? "" : " ") + row[0];
  }
  return all;
}

}  // namespace khitai::tests
