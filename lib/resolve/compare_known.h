// SPDX-License-Identifier: Apache-2.0
//
// What the lexicon knows of two names that are spelled as it has them.

#ifndef KHITAI_RESOLVE_COMPARE_KNOWN_H_
#define KHITAI_RESOLVE_COMPARE_KNOWN_H_

#include <cstdint>

#include "khitai/lexicon.h"
#include "khitai/resolve.h"

namespace khitai::resolve {

struct Known {
  bool both = false;  // the lexicon has both names
  double shared = 0;  // how likely they mean one entity, of those they may mean
  uint32_t entity = kNoRow;         // that they share, the likeliest
  uint32_t a = kNoRow, b = kNoRow;  // the likeliest of each
  // Whether it is likely that both mean it.
  bool sure() const { return a == b && shared >= 0.75; }
};

// By the same spelling (L1) alone. Time: two look-ups.
Known known_of(const Lexicon& lexicon, const NamePair& pair);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_COMPARE_KNOWN_H_
