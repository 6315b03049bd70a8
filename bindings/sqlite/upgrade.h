// SPDX-License-Identifier: Apache-2.0
//
// Indexes of one lexicon made indexes of another, row by row: only what the
// other lexicon gives other tokens is written. All happens in one transaction,
// so that other connections see the old index with its lexicon or the new one
// with its own; where the database is in WAL mode they go on reading.

#ifndef KHITAI_BINDINGS_SQLITE_UPGRADE_H_
#define KHITAI_BINDINGS_SQLITE_UPGRADE_H_

#include <cstdint>
#include <functional>
#include <string>

#include "sqlite/connection.h"

namespace khitai::sqlite {

struct StaleRow {
  std::string table;
  int64_t rowid = 0;
};

struct Upgraded {
  size_t tables = 0;  // that were of another lexicon
  size_t looked = 0;  // rows that were read
  size_t rows = 0;    // ... whose tokens differ
};

// Tells the rows of a schema's indexes whose tokens are others with that
// lexicon. Throws a Problem. Linear in the texts.
Upgraded find_stale(Connection* connection, const std::string& schema,
                    const std::string& hash,
                    const std::function<void(const StaleRow&)>& tell);

// Writes these rows anew, and notes that the indexes are of that lexicon.
// Within the caller's transaction, or one of its own. Throws a Problem and
// leaves all as it was.
Upgraded upgrade_indexes(Connection* connection, const std::string& schema,
                         const std::string& hash);

}  // namespace khitai::sqlite

#endif  // KHITAI_BINDINGS_SQLITE_UPGRADE_H_
