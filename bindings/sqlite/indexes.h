// SPDX-License-Identifier: Apache-2.0
//
// The full-text indexes of a database that khitai makes the tokens of.

#ifndef KHITAI_BINDINGS_SQLITE_INDEXES_H_
#define KHITAI_BINDINGS_SQLITE_INDEXES_H_

#include <string>
#include <string_view>
#include <vector>

#include "sqlite/connection.h"

namespace khitai::sqlite {

struct IndexedTable {
  std::string schema;
  std::string name;
  Index index;
  // How FTS5 keeps what is indexed.
  enum class Content { kOwn, kExternal, kNone };
  Content content = Content::kOwn;
  std::vector<std::string> columns;
};

// What CREATE VIRTUAL TABLE says, as SQLite keeps it; false where it is no
// index of khitai. Throws a Problem where it is one and its words are wrong.
bool read_definition(std::string_view sql, IndexedTable* table);

std::vector<IndexedTable> indexed_tables(sqlite3* db,
                                         const std::string& schema);

// The lexicon that queries are made with: of the table of that name in any
// schema; with "" the one that all indexes are of, and where there is none that
// of new ones. Throws a Problem where the table is no index, or indexes are of
// several.
const khitai_lexicon* lexicon_of_query(Connection* connection,
                                       const std::string& table);

}  // namespace khitai::sqlite

#endif  // KHITAI_BINDINGS_SQLITE_INDEXES_H_
