// SPDX-License-Identifier: Apache-2.0

#include "write/cut.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "document/readers.h"
#include "support/cases.h"
#include "support/expect_row.h"

namespace khitai::write {
namespace {

bool is_among(const std::string& words, const std::string& wanted) {
  std::istringstream in(words);
  for (std::string word; in >> word;) {
    if (word == wanted) return true;
  }
  return false;
}

std::string cut_object(const std::string& line, const std::string& cut) {
  const auto read = document::read_json_record("r", 1, line, "x");
  if (!read.ok()) return read.error().message;
  std::vector<bool> is_cut;
  for (const std::string& member : read->members) {
    is_cut.push_back(is_among(cut, member));
  }
  return without_members(line, is_cut);
}

std::string cut_row(const std::string& row, const std::string& cut) {
  document::TableRows rows(row, ',');
  std::vector<document::TableCell> cells;
  std::string problem;
  if (!rows.next(&cells, &problem)) return problem;
  std::vector<bool> is_cut;
  for (size_t i = 0; i < cells.size(); ++i) {
    is_cut.push_back(is_among(cut, std::to_string(i)));
  }
  return without_cells(row, cells, is_cut, ',');
}

TEST(CutTest, LeavesTheRestAsItIs) {
  for (const tests::Case& row : tests::read_cases("write_cut.tsv")) {
    const auto& cut = row["kind"] == "jsonl" ? cut_object : cut_row;
    tests::expect_row(row, row["wanted"], cut(row["record"], row["cut"]));
  }
}

}  // namespace
}  // namespace khitai::write
