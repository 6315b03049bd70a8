// SPDX-License-Identifier: Apache-2.0
//
// The table of `annotate --stats` on its way: to a file, whole or not at all,
// or to standard output; and the years of documents (`--years`) in it.

#ifndef KHITAI_CLI_STATS_FILE_H_
#define KHITAI_CLI_STATS_FILE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/new_file.h"
#include "cli/file_tree.h"
#include "khitai/annotate.h"
#include "khitai/result.h"
#include "write/stats.h"

namespace khitai::cli {

// The year of each document, in their order: what the table at `path` says,
// else `written`. A row speaks of the document with its path, else of the one
// that lies so below its folder; rows of others are counted on standard error.
// Error: every row that is wrong, a line each.
Result<std::vector<std::optional<int32_t>>> years_of(
    const std::vector<DocumentPath>& documents, const std::string& path,
    std::optional<int32_t> written, bool quiet);

class StatsFile {
 public:
  // "-" is standard output.
  static Result<std::unique_ptr<StatsFile>> begin(const std::string& path);

  // The rows of a document. Thread-safe.
  std::string rows_of(const Lexicon& lexicon, const Annotation& annotation,
                      std::optional<int32_t> year) const {
    return table_.rows_of(lexicon, annotation, year);
  }
  // In the order of the documents.
  Status add(const std::string& rows);
  // Without it, nothing is left.
  Status end();

 private:
  explicit StatsFile(const std::string& path)
      : table_(write::stats_shape_of(path)) {}
  Status put_out(const std::string& text);

  write::StatsTable table_;
  std::unique_ptr<base::NewFile> file_;  // null: standard output
};

}  // namespace khitai::cli

#endif  // KHITAI_CLI_STATS_FILE_H_
