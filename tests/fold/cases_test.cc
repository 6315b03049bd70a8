// SPDX-License-Identifier: Apache-2.0
//
// The tables under tests/cases: what folds together and what does not.

#include "support/cases.h"

#include <gtest/gtest.h>

#include "fold/fold.h"
#include "khitai/keys.h"

namespace khitai::tests {
namespace {

// A row marked todo is known to fail, and must not start to pass unnoticed.
void expect_row(const Case& row, bool passed, const std::string& found) {
  if (row["state"] == "todo") {
    EXPECT_FALSE(passed) << row.where << ": passes now, mark it ok";
  } else {
    EXPECT_TRUE(passed) << row.where << ": found " << found;
  }
}

class RelationTest : public testing::TestWithParam<const char*> {};

TEST_P(RelationTest, HoldsInBothDirections) {
  for (const Case& row : read_cases(GetParam())) {
    const std::string& a = row["a"];
    const std::string& b = row["b"];
    const bool same_l0 = l0_key(a) == l0_key(b);
    const bool same_l1 = l1_key(a) == l1_key(b);
    const bool same_match = fold::match_key(a) == fold::match_key(b);
    const std::string found = std::string("L0 ") + (same_l0 ? "=" : "!") +
                              " L1 " + (same_l1 ? "=" : "!") + " match " +
                              (same_match ? "=" : "!") + ": " + l1_key(a) +
                              " | " + l1_key(b);
    const std::string& relation = row["relation"];
    const bool passed = relation == "0"   ? same_l0 && same_l1 && same_match
                        : relation == "1" ? !same_l0 && same_l1 && same_match
                                          : !same_l0 && !same_l1 && !same_match;
    expect_row(row, passed, found);
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, RelationTest,
                         testing::Values("fold_latin.tsv", "fold_cyrillic.tsv",
                                         "fold_arabic.tsv", "fold_han.tsv",
                                         "fold_other.tsv"),
                         [](const auto& table) {
                           const std::string name = table.param;
                           return name.substr(5, name.size() - 9);
                         });

TEST(KeysTest, LookLikeThis) {
  for (const Case& row : read_cases("fold_keys.tsv")) {
    const std::string l0 = l0_key(row["input"]);
    const std::string l1 = l1_key(row["input"]);
    expect_row(row, l0 == row["l0"] && l1 == row["l1"],
               "[" + l0 + "] [" + l1 + "]");
  }
}

TEST(KeysTest, NamesOfThisWorld) {
  for (const Case& row : read_cases("fold_vectors.tsv")) {
    EXPECT_EQ(row["l1"], l1_key(row["form"])) << row.where;
  }
}

std::string spell_units(const std::string& text) {
  fold::Units units;
  fold::append_units(text, &units);
  std::string out;
  for (size_t i = 0; i < units.units.size(); ++i) {
    const char* const gaps[] = {"|", " ", ",", "//"};
    if (i > 0) out += gaps[static_cast<int>(units.units[i].gap)];
    out += units.key_of(units.units[i]);
  }
  return out;
}

TEST(UnitsTest, OfTexts) {
  for (const Case& row : read_cases("fold_units.tsv")) {
    const std::string units = spell_units(row["input"]);
    expect_row(row, units == row["units"], units);
  }
}

}  // namespace
}  // namespace khitai::tests
