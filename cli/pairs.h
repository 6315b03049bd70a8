// SPDX-License-Identifier: Apache-2.0
//
// Tables of pairs of names for `compare --batch`: a header with `a` and `b`,
// perhaps `lang_a` and `lang_b`, and any other columns.

#ifndef KHITAI_CLI_PAIRS_H_
#define KHITAI_CLI_PAIRS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "base/line_blocks.h"
#include "khitai/result.h"
#include "khitai/write.h"

namespace khitai::cli {

// The columns of a table of pairs. Read-only once made.
class Pairs {
 public:
  // By the file's first lines; `path` for errors.
  static Result<Pairs> open(const std::string& path,
                            const std::string& first_lines);

  // The pairs of a block of lines; `lang` where a row tells none. Errors name
  // file and line. Thread-safe.
  Result<std::vector<ComparedPair>> read(const base::LineBlock& block,
                                         const std::string& lang) const;

  const std::vector<std::string>& columns() const { return columns_; }

 private:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  std::string fill(const std::string& line, ComparedPair* pair) const;

  std::string path_;
  std::vector<std::string> columns_;
  size_t a_ = kNone, b_ = kNone, lang_a_ = kNone, lang_b_ = kNone;
};

}  // namespace khitai::cli

#endif  // KHITAI_CLI_PAIRS_H_
