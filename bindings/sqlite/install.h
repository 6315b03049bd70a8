// SPDX-License-Identifier: Apache-2.0
//
// Adds all that khitai has for SQLite to a connection: the tokenizer `khitai`
// of FTS5, the SQL functions, the table khitai_entities. For a program that has
// this binding linked in; SQLite itself loads the extension khitai_sqlite.so.

#ifndef KHITAI_BINDINGS_SQLITE_INSTALL_H_
#define KHITAI_BINDINGS_SQLITE_INSTALL_H_

#include <memory>

namespace khitai::sqlite {

class Connection;

// Returns a code of SQLite; Connection::problem() tells more. What it adds
// shares the connection's state.
int install(const std::shared_ptr<Connection>& connection);

}  // namespace khitai::sqlite

#endif  // KHITAI_BINDINGS_SQLITE_INSTALL_H_
