// SPDX-License-Identifier: Apache-2.0
//
// Where sentences begin: behind a full stop, a question or exclamation mark
// of any script, or a blank line. A full stop behind a word of one or two
// letters ("r. 1143", "Mr. Liao") or before a small letter ends none.

#ifndef KHITAI_CONTEXT_SENTENCES_H_
#define KHITAI_CONTEXT_SENTENCES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "fold/fold.h"

namespace khitai::context {

// Offsets of the first units of sentences, ascending; the first is 0.
// `units` are those of `text`. Linear.
std::vector<uint32_t> sentences_of(std::string_view text,
                                   const fold::Units& units);

// The bytes begin..end of the sentence that byte `at` stands in.
struct Sentence {
  uint32_t begin = 0;
  uint32_t end = UINT32_MAX;
  bool holds(uint32_t at) const { return begin <= at && at < end; }
};
Sentence sentence_at(const std::vector<uint32_t>& sentences, uint32_t at);

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_SENTENCES_H_
