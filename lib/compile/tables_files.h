// SPDX-License-Identifier: Apache-2.0
//
// The files of a lexicon folder and the tables they belong to. Paths are
// relative to the folder, with / between their parts.

#ifndef KHITAI_COMPILE_TABLES_FILES_H_
#define KHITAI_COMPILE_TABLES_FILES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compile/schema.h"
#include "khitai/result.h"

namespace khitai::compile {

// Where the rows of a file go.
struct Place {
  std::optional<TableKind> kind;  // kVocabulary for vocabulary/*.tsv
  std::string name;               // of a vocabulary or a rule table
};

// Nothing: no table of the lexicon.
std::optional<Place> place_of(const std::string& path);

// The places there are, for messages.
std::string expected_places();

// Made by a program: in no order, of any size, not to be repaired by hand.
bool is_generated(std::string_view path);

// All *.tsv below `folder`, in byte order.
Result<std::vector<std::string>> list_tables(const std::string& folder);

// "lexicon/" -> "lexicon"
std::string without_slash(std::string folder);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_TABLES_FILES_H_
