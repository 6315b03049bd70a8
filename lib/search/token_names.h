// SPDX-License-Identifier: Apache-2.0
//
// The names of a block of text, for an index: where they stand and what they
// may mean, undecided. Of names that overlap the first and longest counts.

#ifndef KHITAI_SEARCH_TOKEN_NAMES_H_
#define KHITAI_SEARCH_TOKEN_NAMES_H_

#include <cstdint>
#include <vector>

#include "annotate/reading.h"
#include "lexicon/options.h"

namespace khitai::search {

struct TokenName {
  uint32_t begin = 0;  // bytes of the block
  uint32_t end = 0;
  bool meant = false;                    // an entity may be meant here
  bool inflected = false;                // not spelled as the lexicon has it
  std::vector<lexicon::Option> options;  // empty unless `meant`
  std::vector<uint32_t> patterns;        // spelled so, or as forms of these
};

// By begin. `covered`: bytes of the block before it belong to a name that began
// before the block. Linear.
std::vector<TokenName> names_to_index(annotate::Reading* reading,
                                      uint32_t covered);

// The same of a query, where no context speaks for or against a name: whatever
// is spelled as one may be it, and means what it usually does.
std::vector<TokenName> names_to_ask(annotate::Reading* reading);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_TOKEN_NAMES_H_
