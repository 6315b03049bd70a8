// SPDX-License-Identifier: Apache-2.0
//
// Small tables that users make: tab-separated with a header, in any encoding
// that a spreadsheet writes, columns in any order, further ones their own. Read
// whole; every row that is wrong is told.

#ifndef KHITAI_CLI_USER_TABLE_H_
#define KHITAI_CLI_USER_TABLE_H_

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/result.h"

namespace khitai::cli {

struct UserRow {
  std::string where;               // "decisions.tsv:12"
  std::vector<std::string> cells;  // in the order of the columns asked for
};

// What is wrong with a row, "" if nothing.
using TakeRow = std::function<std::string(UserRow row)>;

// Error: every row that cannot be read, a line each, with what was expected;
// the others were taken. "-" is standard input.
Status read_user_table(const std::string& path,
                       std::span<const std::string_view> columns,
                       const TakeRow& take);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_USER_TABLE_H_
