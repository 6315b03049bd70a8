// SPDX-License-Identifier: Apache-2.0
//
// Forms that a spelling may be another spelling of: by the same reading in
// another convention (L2), by letters or a skeleton that nearly agree (L3).
// Long lists are thinned by digests first, the rest is compared letter by
// letter and sound by sound (romanize/costs.h). Proposals, no decisions.

#ifndef KHITAI_RESOLVE_PROPOSE_H_
#define KHITAI_RESOLVE_PROPOSE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "romanize/keys.h"

namespace khitai::resolve {

enum class Level : uint8_t { kL1, kInflected, kL2, kNear };

struct Proposal {
  uint32_t form = kNoRow;
  Level level = Level::kNear;
  double letters = 0;      // cost of the letters, by the model of the scripts
  double sounds = 0;       // ... of the sounds of the readings
  double distance = 0;     // both, weighed: the least comes first
  size_t size = 0;         // letters of the spelling asked for
  bool fitted = true;      // whether `letters` comes of a model
  bool unwritten = false;  // whether one of the two leaves vowels out
  bool across = false;     // from Chinese characters to another script, or back
  bool small = false;      // of kInflected: an adjective or a demonym
  std::string rule;        // ... how, in words
};

// Best first, at most `most`. Time: bounded by the lists looked at, some
// hundred comparisons. Thread-safe.
std::vector<Proposal> propose(const Lexicon& lexicon,
                              const romanize::Spelling& spelling, size_t most);

// The forms that an inflected word or name may be of, by the morphology of
// `lang` (BCP 47; empty: of its script): what is written onto them comes off.
std::vector<Proposal> propose_stems(const Lexicon& lexicon, std::string_view l1,
                                    std::string_view lang);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_PROPOSE_H_
