// SPDX-License-Identifier: Apache-2.0
//
// What a row of a table of cases says, held against what is.

#ifndef KHITAI_TESTS_SUPPORT_EXPECT_ROW_H_
#define KHITAI_TESTS_SUPPORT_EXPECT_ROW_H_

#include <string>

#include "support/cases.h"

namespace khitai::tests {

// Fails with the place of the row when `got` is not `expected`. A row whose
// `state` is todo is known to be wrong: it fails when it comes out right, so
// that it is promoted to ok.
void expect_row(const Case& row, const std::string& expected,
                const std::string& got);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_EXPECT_ROW_H_
