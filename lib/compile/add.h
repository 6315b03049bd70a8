// SPDX-License-Identifier: Apache-2.0
//
// A form, and perhaps the entity that it names, put into the tables: which file
// a row belongs to, what of it can be filled in, what the lint says of it.

#ifndef KHITAI_COMPILE_ADD_H_
#define KHITAI_COMPILE_ADD_H_

#include <string>
#include <vector>

#include "compile/tables.h"
#include "khitai/result.h"

namespace khitai::compile {

struct Addition {
  std::string name;  // id of an entity or a name
  std::string form, lang, reading, grammar, use;
  std::string certainty = "certain", basis = "known", source = "editorial";
  // With a type, `name` is a new entity.
  std::string type, label, description, from, to;
  std::vector<std::string> parts;      // "ism Mahmud", in `lang`
  std::vector<std::string> relations;  // "ruler-of qara-khitai 1124 1143"
  // What tells it from the other entity that has the spelling: "this / that".
  std::string distinct;
};

struct NewRow {
  std::string path;  // of the table, which may be new
  TableKind kind;
  std::string row;  // without its newline
};

struct PlannedRows {
  std::vector<NewRow> rows;
  std::vector<Problem> problems;  // of the rows; empty: they can be written
};

// The rows that say `addition` in the tables of `folder`, which is the last of
// the folders that `tables` were read from: a form goes where most forms of its
// name are, else where those of its entity's type are. The form is put in NFC
// without spaces around it. Error: something that no row can say, in one line.
// Cost: a check of all tables. Thread-safe.
Result<PlannedRows> plan_addition(const Tables& tables,
                                  const std::string& folder,
                                  const Addition& addition);

// Puts the rows in their places; on an error all files are as before.
Status write_rows(const std::vector<NewRow>& rows);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_ADD_H_
