// SPDX-License-Identifier: Apache-2.0
//
// Files of queries for `resolve --batch`: one query a line, or a table with a
// header.

#ifndef KHITAI_CLI_BATCH_H_
#define KHITAI_CLI_BATCH_H_

#include <string>
#include <vector>

#include "khitai/resolve.h"
#include "khitai/result.h"
#include "khitai/write.h"

namespace khitai::cli {

// Which columns hold the queries. A column that is named here is appended to
// the answers like any that is not known, so that no input is lost.
struct BatchColumns {
  std::string query;                  // empty: "query"
  std::vector<std::string> parallel;  // beside those called "parallel"
};

struct Batch {
  size_t first = 0;                // lines before the first query
  std::vector<std::string> extra;  // names of the columns to append
  std::vector<ResolvedQuery> queries;
};

// Every query starts as `start`. Errors name file and line.
Result<Batch> read_batch(const std::string& path, const BatchColumns& columns,
                         const Query& start);

// What makes a text no cell of a table without quoting; "" if nothing.
std::string cell_problem(const std::string& text);
// The same of names on the command line: "name 2: a tab ...".
std::string names_problem(const std::vector<std::string>& names);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_BATCH_H_
