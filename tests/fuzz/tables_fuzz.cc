// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a table: read in lines and cells, judged, and repaired. What is
// repaired needs no repair, and what the reader hands out is UTF-8.

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/year.h"
#include "compile/fix.h"
#include "compile/tables_text.h"

namespace {

using namespace khitai::compile;  // NOLINT

void require(bool holds) {
  if (!holds) std::abort();
}

void read_as(TextRules rules, std::string_view bytes) {
  std::vector<Problem> problems;
  for (const Line& line : split_lines("fuzz.tsv", bytes, rules, &problems)) {
    require(is_utf8(line.text));
    for (std::string_view cell : split_cells(line.text)) {
      cell_text_problem(cell);
      const auto date = khitai::base::parse_year_range(cell);
      if (date.ok()) require(date->first <= date->last);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // In a buffer of exactly its size.
  const std::unique_ptr<char[]> exact(new char[size]);
  for (size_t i = 0; i < size; ++i) exact[i] = static_cast<char>(data[i]);
  const std::string_view bytes(exact.get(), size);
  read_as(TextRules::kLexicon, bytes);
  read_as(TextRules::kUser, bytes);
  Repairs repairs;
  const std::string once = repair(bytes, &repairs);
  Repairs again;
  require(repair(once, &again) == once);
  require(describe(again).empty());
  return 0;
}
