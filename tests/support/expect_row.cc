// SPDX-License-Identifier: Apache-2.0

#include "support/expect_row.h"

#include <gtest/gtest.h>

namespace khitai::tests {

void expect_row(const Case& row, const std::string& expected,
                const std::string& got) {
  if (row["state"] == "todo") {
    EXPECT_NE(got, expected)
        << row.where << ": comes out right now, make it `ok`";
    return;
  }
  EXPECT_EQ(row["state"], "ok") << row.where << ": no such state";
  EXPECT_EQ(got, expected) << row.where;
}

}  // namespace khitai::tests
