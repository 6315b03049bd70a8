// SPDX-License-Identifier: Apache-2.0
//
// SQLite's handles, given back by themselves, and errors as exceptions. What
// SQLite calls catches them (guarded()); none leaves this binding.

#ifndef KHITAI_BINDINGS_SQLITE_STATEMENT_H_
#define KHITAI_BINDINGS_SQLITE_STATEMENT_H_

#include <sqlite3ext.h>

#include <cstdint>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

SQLITE_EXTENSION_INIT3

namespace khitai::sqlite {

// One line that says what is wrong.
class Problem : public std::runtime_error {
 public:
  explicit Problem(const std::string& message, int code = SQLITE_ERROR)
      : std::runtime_error(message), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

// One statement of a connection.
class Statement {
 public:
  Statement(sqlite3* db, const std::string& sql) : db_(db) {
    check(sqlite3_prepare_v2(db, sql.c_str(), static_cast<int>(sql.size()),
                             &statement_, nullptr));
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Parameters from 1. The text must live until the next step is done.
  void bind(int index, std::string_view text) {
    check(sqlite3_bind_text64(statement_, index, text.data(), text.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
  }
  void bind(int index, int64_t number) {
    check(sqlite3_bind_int64(statement_, index, number));
  }
  void bind(int index, const sqlite3_value* value) {
    check(sqlite3_bind_value(statement_, index, value));
  }
  // Whether there is a row.
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) check(code);
    return code == SQLITE_ROW;
  }
  void reset() { sqlite3_reset(statement_); }

  // Columns from 0. Views live until the next step.
  std::string_view text(int column) const {
    const unsigned char* const bytes = sqlite3_column_text(statement_, column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
  }
  int64_t number(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  sqlite3_value* value(int column) const {
    return sqlite3_column_value(statement_, column);
  }
  int columns() const { return sqlite3_column_count(statement_); }

 private:
  void check(int code) const {
    if (code != SQLITE_OK) throw Problem(sqlite3_errmsg(db_), code);
  }

  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

inline void execute(sqlite3* db, const std::string& sql) {
  Statement statement(db, sql);
  while (statement.step()) {
  }
}

// A name as SQL has it.
inline std::string identifier(std::string_view name) {
  std::string out = "\"";
  for (const char byte : name) {
    if (byte == '"') out += byte;
    out += byte;
  }
  return out + "\"";
}

inline std::string string_literal(std::string_view text) {
  std::string out = "'";
  for (const char byte : text) {
    if (byte == '\'') out += byte;
    out += byte;
  }
  return out + "'";
}

}  // namespace khitai::sqlite

#endif  // KHITAI_BINDINGS_SQLITE_STATEMENT_H_
