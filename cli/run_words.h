// SPDX-License-Identifier: Apache-2.0
//
// What a run over many documents has to say of itself: while it works, and at
// its end, in the user's language. MB are millions of bytes of the documents'
// files. Thread-safe.

#ifndef KHITAI_CLI_RUN_WORDS_H_
#define KHITAI_CLI_RUN_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string>

namespace khitai::cli {

struct RunCounts {
  size_t documents = 0;    // annotated
  size_t done_before = 0;  // and so not annotated again
  size_t errors = 0;       // documents and folders that could not be used
  size_t mentions = 0;
  size_t matched = 0;
  size_t ambiguous = 0;
  size_t entities = 0;  // that something was matched to
  uint64_t bytes = 0;   // of the documents annotated
};

// "12 documents annotated, 30 were done already, 1 error: 350 mentions (340
// matched, 10 ambiguous), 55 entities; 1.2 MB in 0.5 s, 2.4 MB/s"
std::string summary_words(const RunCounts& counts, double seconds);

// "3.1 of 12.0 MB, 6.2 MB/s, 2 s left"; `all` 0: not known. What was done
// before counts for the bytes done, but not for the speed: `idle` of the bytes
// `done`.
std::string progress_words(uint64_t done, uint64_t idle, uint64_t all,
                           double seconds);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_RUN_WORDS_H_
