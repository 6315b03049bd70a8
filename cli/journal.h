// SPDX-License-Identifier: Apache-2.0
//
// The journal of a folder of outputs, on the disk (write/journal.h): what of
// it was written, so that a run which was stopped or repeated does not do it
// once more. A line is added when an output is whole, so a killed run leaves a
// journal that says nothing false. One run at a time has the folder.

#ifndef KHITAI_CLI_JOURNAL_H_
#define KHITAI_CLI_JOURNAL_H_

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "khitai/result.h"
#include "write/journal.h"

namespace khitai::cli {

inline constexpr std::string_view kJournalName = ".khitai-done.tsv";

// All calls are thread-safe.
class JournalFile {
 public:
  // Takes the folder for this run. REQUIRES: it exists.
  static Result<std::unique_ptr<JournalFile>> open(const std::string& folder);
  ~JournalFile();
  JournalFile(const JournalFile&) = delete;
  JournalFile& operator=(const JournalFile&) = delete;

  // Whether the output was made of just this.
  bool has(const std::string& output, const write::JournalMark& mark) const;
  // Before an output is made of something else, and when it is there: a run
  // killed between the two must not leave the word of an earlier one.
  Status forget(const std::string& output, const write::JournalMark& mark);
  Status add(const std::string& output, const write::JournalMark& mark);

 private:
  explicit JournalFile(std::string path) : path_(std::move(path)) {}
  Status lock(const std::string& folder);
  Status read();
  Status append(const std::string& line);

  std::string path_;
  int folder_ = -1;  // open and locked
  int file_ = -1;    // open to be added to
  mutable std::mutex mutex_;
  write::Journal journal_;
};

}  // namespace khitai::cli

#endif  // KHITAI_CLI_JOURNAL_H_
