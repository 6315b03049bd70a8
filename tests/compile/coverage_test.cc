// SPDX-License-Identifier: Apache-2.0

#include "compile/coverage.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "compile/rules_only.h"
#include "support/cases.h"

namespace khitai::compile {
namespace {

std::vector<std::string> split(std::string_view text, std::string_view by) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const size_t end = std::min(text.find(by), text.size());
    pieces.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + by.size(), text.size()));
  }
  return pieces;
}

// The cells of rows that a case gives, each filled up to `width`.
std::vector<std::vector<std::string>> rows_of(const std::string& text,
                                              size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& row : split(text, " / ")) {
    rows.push_back(split(row, "|"));
    rows.back().resize(width);
  }
  return rows;
}

// The shipped rules and three entities.
const Tables& coverage_rules() {
  static const Tables tables = [] {
    Tables read = rules_only();
    const TableKind kind = TableKind::kEntities;
    add_row(kind, {"liao", "polity", "Liao", "", "0916", "1125"}, &read);
    add_row(kind, {"khwarazm", "place", "Khwarazm"}, &read);
    add_row(kind, {"yelu-dashi", "person", "Yelu Dashi", "", "", "1143"},
            &read);
    add_row(TableKind::kNames, {"great", "en", "Great"}, &read);
    return read;
  }();
  return tables;
}

Coverage counted(const tests::Case& row) {
  Tables tables = coverage_rules();
  for (const auto& cells : rows_of(row["forms"], 5)) {
    add_row(TableKind::kForms,
            {cells[0], cells[1], cells[2], cells[3], "", "", "certain",
             cells[4], "x:1;y"},
            &tables);
  }
  for (const auto& cells : rows_of(row["senses"], 3)) {
    add_row(TableKind::kSenses,
            {cells[0], cells[1], "name", "", "", "", cells[2]}, &tables);
  }
  size_t order = 0;
  for (const auto& cells : rows_of(row["parts"], 3)) {
    add_row(TableKind::kParts,
            {cells[0], cells[1], cells[2], "zh-Hant", std::to_string(++order)},
            &tables);
  }
  return coverage_of(tables);
}

// "Hani 1, Latn 2"
std::string told(const Counts& counts) {
  std::string text;
  for (const auto& [what, count] : counts) {
    text += (text.empty() ? "" : ", ") + what + " " + std::to_string(count);
  }
  return text;
}

TEST(CoverageTest, FormsThatNoRuleMakesAreCounted) {
  for (const tests::Case& row : tests::read_cases("coverage.tsv")) {
    const Coverage coverage = counted(row);
    EXPECT_EQ(std::to_string(coverage.forms), row["counted"]) << row.where;
    EXPECT_EQ(std::to_string(coverage.made), row["made"]) << row.where;
    EXPECT_EQ(told(coverage.by_script), row["scripts"]) << row.where;
    EXPECT_EQ(told(coverage.by_language), row["languages"]) << row.where;
    size_t by_type = 0;
    for (const auto& [type, count] : coverage.by_type) by_type += count;
    EXPECT_EQ(by_type, coverage.forms) << row.where;
    if (coverage.forms == 0) continue;
    EXPECT_EQ(told(coverage.by_source), "x " + std::to_string(coverage.forms));
  }
}

TEST(CoverageTest, RowsAndEntitiesAreCounted) {
  const Coverage coverage = coverage_of(coverage_rules());
  EXPECT_EQ(coverage.rows[0].first, "entities");
  EXPECT_EQ(coverage.rows[0].second, 3u);
  EXPECT_EQ(told(coverage.entities_by_type), "person 1, place 1, polity 1");
  EXPECT_EQ(told(coverage.entities_by_century), "10 1, 12 1, undated 1");
}

}  // namespace
}  // namespace khitai::compile
