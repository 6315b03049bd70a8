// SPDX-License-Identifier: Apache-2.0
//
// What a lexicon holds, in numbers: rows of its tables, and its forms by
// script, language, type, century and basis.

#ifndef KHITAI_COMPILE_COVERAGE_H_
#define KHITAI_COMPILE_COVERAGE_H_

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "compile/tables.h"

namespace khitai::compile {

// Counts by what they are counted by, in byte order.
using Counts = std::map<std::string, size_t>;

struct Coverage {
  // Rows of the tables that say what exists, in the order of the schema.
  std::vector<std::pair<std::string, size_t>> rows;
  Counts entities_by_type;
  Counts entities_by_century;  // of their beginning, else their end: "12"
  // Forms: pairs of an entity and a spelling key (L1) that no rule makes of
  // another row. A pair stands under each language its spellings have; under
  // the script, basis and source of the first of its rows.
  size_t forms = 0;
  Counts by_script, by_language, by_type, by_century, by_basis, by_source;
  std::map<std::string, Counts> scripts_by_type;
  size_t made = 0;  // pairs with a row that a rule makes too
};

// Cost: as to compile without the indexes. Thread-safe.
Coverage coverage_of(const Tables& tables);

// As Markdown: lexicon/COVERAGE.md.
std::string format_coverage(const Coverage& coverage);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_COVERAGE_H_
