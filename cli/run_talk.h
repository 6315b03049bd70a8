// SPDX-License-Identifier: Apache-2.0
//
// What a run over documents tells on standard error: how far it is, on a
// terminal only, in one line that is written over; and the summary at the end.

#ifndef KHITAI_CLI_RUN_TALK_H_
#define KHITAI_CLI_RUN_TALK_H_

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/run_words.h"

namespace khitai::cli {

// What one document, or a piece of one, adds to the counts.
struct DocumentCounts {
  bool is_end = true;  // of the document
  uint64_t bytes = 0;
  size_t mentions = 0;
  size_t matched = 0;
  size_t ambiguous = 0;
  std::vector<uint32_t> entities;  // matched, each once
};

class RunTalk {
 public:
  struct Wish {
    bool summary = true;
    bool progress = true;
    uint64_t bytes = 0;   // of all documents, as far as they are known
    size_t entities = 0;  // of the lexicon
  };
  explicit RunTalk(const Wish& wish);

  // Before anything else is told: takes the line of progress away.
  void clear();
  void annotated(const DocumentCounts& counts);
  void done_before(uint64_t bytes);
  // A document that cannot be used, or a folder. Returns the exit code.
  int failed(const std::string& message);
  void end();

 private:
  double seconds() const;
  void show_progress();

  Wish wish_;
  std::chrono::steady_clock::time_point begin_, shown_at_;
  RunCounts counts_;
  uint64_t idle_ = 0;           // bytes of documents that were done before
  std::vector<bool> entities_;  // met so far
  size_t shown_ = 0;            // columns of the line of progress
};

}  // namespace khitai::cli

#endif  // KHITAI_CLI_RUN_TALK_H_
