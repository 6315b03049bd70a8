// SPDX-License-Identifier: Apache-2.0
//
// What SQLite calls when it loads the extension.

#include "sqlite/install.h"

#include "sqlite/connection.h"

SQLITE_EXTENSION_INIT1

namespace khitai::sqlite {

namespace {

// A connection has one state: what is loaded again adds nothing.
bool is_installed(sqlite3* db) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(db, "SELECT khitai_version()", -1,
                                      &statement, nullptr);
  sqlite3_finalize(statement);
  return code == SQLITE_OK;
}

}  // namespace

int install(const std::shared_ptr<Connection>& connection) {
  if (is_installed(connection->db())) return SQLITE_OK;
  for (const auto add : {add_tokenizer, add_functions, add_tables}) {
    const int code = add(connection);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace khitai::sqlite

extern "C" __attribute__((visibility("default"))) int sqlite3_khitaisqlite_init(
    sqlite3* db, char** message, const sqlite3_api_routines* api) {
  SQLITE_EXTENSION_INIT2(api);
  (void)api;
  using khitai::sqlite::Connection;
  try {
    const auto connection = std::make_shared<Connection>(db);
    const int code = khitai::sqlite::install(connection);
    if (code != SQLITE_OK && message != nullptr &&
        !connection->problem().empty()) {
      *message = sqlite3_mprintf("khitai: %s", connection->problem().c_str());
    }
    return code;
  } catch (...) {
    return SQLITE_NOMEM;
  }
}
