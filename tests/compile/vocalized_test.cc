// SPDX-License-Identifier: Apache-2.0
//
// The lint of vocalized readings: rows of tests/cases/check_vocalized.tsv.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compile/check.h"
#include "compile/rules_only.h"
#include "support/cases.h"

namespace khitai::compile {
namespace {

// The letters of the shipped tables and one form.
Tables with_form(const std::string& form, const std::string& reading) {
  const Tables& shipped = shipped_tables_read();
  Tables tables;
  tables.files = shipped.files;
  tables.of(TableKind::kVocalized) = shipped.of(TableKind::kVocalized);
  add_row(TableKind::kForms, {"x", form, "ar", reading}, &tables);
  return tables;
}

TEST(VocalizedTest, ReadingsAreSpelledAsTheForm) {
  for (const tests::Case& row : tests::read_cases("check_vocalized.tsv")) {
    const std::vector<Problem> problems =
        check(with_form(row["form"], row["reading"]), {});
    const bool told = std::any_of(
        problems.begin(), problems.end(), [](const Problem& problem) {
          return problem.message.find("is not spelled") != std::string::npos;
        });
    EXPECT_EQ(told, row["fits"] == "no") << row.where;
  }
}

}  // namespace
}  // namespace khitai::compile
