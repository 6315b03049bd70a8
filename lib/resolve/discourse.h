// SPDX-License-Identifier: Apache-2.0
//
// How a stretch of text reads its spellings: those of its mentions that are
// decided with confidence, counted. One spelling mostly means one thing
// throughout a text, so they speak for the undecided ones. One entry a
// spelling. Not thread-safe while it is filled.

#ifndef KHITAI_RESOLVE_DISCOURSE_H_
#define KHITAI_RESOLVE_DISCOURSE_H_

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "khitai/resolve.h"

namespace khitai::resolve {

// From here on a match is taken for granted.
inline constexpr double kConfident = 0.8;

class Discourse {
 public:
  // Counts a mention of that spelling (the matcher's pattern), if it is decided
  // with confidence.
  void note(uint32_t pattern, Decision decision,
            const std::vector<Candidate>& candidates);

  // How often the spelling means the entity; 0 where it means others, too.
  uint32_t times(uint32_t pattern, uint32_t entity) const;
  // How often other spellings do.
  uint32_t times_otherwise(uint32_t pattern, uint32_t entity) const;

  // Whether something is known of one of the candidates.
  bool speaks_of(uint32_t pattern,
                 const std::vector<Candidate>& candidates) const;

  void clear() {
    spellings_.clear();
    entities_.clear();
  }

 private:
  struct Reading {
    uint32_t entity = kNoRow;  // kNoRow: several
    uint32_t times = 0;
  };
  struct Named {
    uint32_t times = 0;
    std::unordered_map<uint32_t, uint32_t> by_spelling;
  };
  std::unordered_map<uint32_t, Reading> spellings_;
  std::unordered_map<uint32_t, Named> entities_;
};

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_DISCOURSE_H_
