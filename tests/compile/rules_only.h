// SPDX-License-Identifier: Apache-2.0
//
// The shipped tables without the lexicon itself, and rows of a test's own.

#ifndef KHITAI_TESTS_COMPILE_RULES_ONLY_H_
#define KHITAI_TESTS_COMPILE_RULES_ONLY_H_

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "compile/tables.h"
#include "support/small_lexicon.h"

namespace khitai::compile {

// Read once a process.
inline const Tables& shipped_tables_read() {
  static const Tables tables = [] {
    std::vector<Problem> problems;
    return read_tables({tests::shipped_tables()}, &problems);
  }();
  return tables;
}

// Rules and vocabulary, and nothing that they apply to; `also` is cleared too.
inline Tables rules_only(std::initializer_list<TableKind> also = {}) {
  Tables tables = shipped_tables_read();
  for (TableKind kind :
       {TableKind::kEntities, TableKind::kNames, TableKind::kSenses,
        TableKind::kForms, TableKind::kParts, TableKind::kRelations}) {
    tables.of(kind).rows.clear();
  }
  for (TableKind kind : also) tables.of(kind).rows.clear();
  return tables;
}

// Cells that are not given are empty.
inline void add_row(TableKind kind, std::vector<std::string> cells,
                    Tables* tables) {
  Row row;
  for (std::string& cell : cells) {
    row.cells.push_back(tables->texts->add(std::move(cell)));
  }
  row.cells.resize(schema_of(kind).columns.size());
  tables->of(kind).rows.push_back(std::move(row));
}

}  // namespace khitai::compile

#endif  // KHITAI_TESTS_COMPILE_RULES_ONLY_H_
