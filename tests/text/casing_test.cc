// SPDX-License-Identifier: Apache-2.0

#include "text/casing.h"

#include <gtest/gtest.h>

#include "support/cases.h"
#include "support/expect_row.h"

namespace khitai::text {
namespace {

TEST(CasingTest, AFormIsPutInTheCaseOfWhatWasWritten) {
  for (const tests::Case& row : tests::read_cases("cased_like.tsv")) {
    tests::expect_row(row, row["wanted"],
                      cased_like(row["form"], row["written"], row["lang"]));
  }
}

}  // namespace
}  // namespace khitai::text
