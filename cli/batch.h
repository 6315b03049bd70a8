// SPDX-License-Identifier: Apache-2.0
//
// Files of queries for `resolve --batch`: one query a line, or a table with a
// header.

#ifndef KHITAI_CLI_BATCH_H_
#define KHITAI_CLI_BATCH_H_

#include <functional>
#include <string>
#include <vector>

#include "base/line_blocks.h"
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

// The columns of a file of queries. Read-only once made.
class Batch {
 public:
  // By the file's first lines; `path` for errors.
  static Result<Batch> open(const std::string& path,
                            const BatchColumns& columns,
                            const std::string& first_lines);

  // The queries of a block of lines; each starts as `start`. Errors name file
  // and line. Thread-safe.
  Result<std::vector<ResolvedQuery>> read(const base::LineBlock& block,
                                          const Query& start) const;

  size_t first() const { return first_; }  // lines before the first query
  // Names of the columns to append to the answers.
  const std::vector<std::string>& extra() const { return extra_; }

 private:
  enum class Role {
    kExtra,
    kQuery,
    kParallel,
    kLang,
    kType,
    kContext,
    kYear,
    kWritten
  };

  std::string query_column() const;
  Role role_of(const std::string& column) const;
  bool is_appended(size_t column) const;
  bool has_column(const std::string& column) const;
  std::string missing(const std::string& column) const;
  Status read_header(const std::string& first_lines);
  std::string read_line(const std::string& line, ResolvedQuery* query) const;
  static std::string fill(Role role, const std::string& cell, Query* query);

  std::string path_;
  BatchColumns columns_;
  size_t first_ = 0;
  std::vector<std::string> names_;
  std::vector<Role> roles_;
  std::vector<std::string> extra_;
};

// The lines of a text, without their ends; the cells of one, by its tabs.
std::vector<std::string> lines_of(const std::string& text);
std::vector<std::string> cells_of(const std::string& line);

// Answers each line of standard input as it comes: who asks waits. Returns the
// exit code.
using AnswerLine = std::function<void(const std::string&, std::string*)>;
int answer_lines(const AnswerLine& answer);

// What makes a text no cell of a table without quoting; "" if nothing.
std::string cell_problem(const std::string& text);
// The same of names on the command line: "name 2: a tab ...".
std::string names_problem(const std::vector<std::string>& names);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_BATCH_H_
