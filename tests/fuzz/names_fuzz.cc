// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a user's table of names, with their own header and behind a
// good one: rows that can be used have an id, a form and UTF-8 in NFC; for
// others there is a problem.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "compile/tables.h"
#include "compile/tables_text.h"

namespace {

using namespace khitai::compile;  // NOLINT

void require(bool holds) {
  if (!holds) std::abort();
}

void lay_over(const std::string& bytes) {
  Tables tables;
  std::vector<Problem> problems;
  read_names_text("fuzz.tsv", bytes, &tables, &problems);
  for (const Problem& problem : problems) {
    require(problem.file == "fuzz.tsv" && !problem.message.empty());
  }
  for (const Row& row : tables.of(TableKind::kForms).rows) {
    const std::string& form = row[forms::kForm];
    require(!row[forms::kName].empty() && !form.empty());
    require(is_utf8(form) && is_nfc(form) && cell_text_problem(form).empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  lay_over(bytes);
  lay_over("form\tid\tfrom\tto\tlang\ttype\tlabel\tnote\n" + bytes);
  lay_over("form\tid\n" + bytes);
  return 0;
}
