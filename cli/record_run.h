// SPDX-License-Identifier: Apache-2.0
//
// Files of records, read and answered in blocks on several threads, in the
// order of the input; what is held does not grow with it.

#ifndef KHITAI_CLI_RECORD_RUN_H_
#define KHITAI_CLI_RECORD_RUN_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/line_blocks.h"
#include "cli/documents.h"
#include "khitai/write.h"

namespace khitai::cli {

// The kind of a file: as it was told, else by its name.
Input input_of_path(const ReadWish& wish, const std::string& path);
bool has_records(Input input);

// What the text of records is, of the file at `path`.
RecordTable record_table(const ReadWish& wish, const std::string& path);

struct RecordRun {
  std::string path;  // "-": standard input
  RecordTable table;
  unsigned jobs = 0;  // as --jobs has it
  // Of a table: reads its header, appends what is written first, returns where
  // the rows begin.
  std::function<Result<size_t>(std::string_view block, RecordTable* table,
                               std::string* header)>
      begin;
  // Of whole records. Thread-safe.
  std::function<WrittenRecords(const RecordTable& table,
                               const base::LineBlock& block)>
      work;
};

struct RecordCounts {
  size_t records = 0;
  size_t written = 0;
  bool left = false;  // nobody reads on
};

// Writes what comes of the file to standard output and adds to the counts.
// Returns the exit code; broken records are told, and the others come out.
int run_records(const RecordRun& run, RecordCounts* counts);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_RECORD_RUN_H_
