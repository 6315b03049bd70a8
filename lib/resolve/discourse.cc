// SPDX-License-Identifier: Apache-2.0

#include "resolve/discourse.h"

#include <algorithm>

namespace khitai::resolve {

void Discourse::note(uint32_t pattern, Decision decision,
                     const std::vector<Candidate>& candidates) {
  if (decision != Decision::kMatch ||
      candidates.front().probability < kConfident) {
    return;
  }
  const uint32_t entity = candidates.front().entity;
  const auto [place, first] = spellings_.try_emplace(pattern);
  Reading& reading = place->second;
  if (first) reading.entity = entity;
  if (reading.entity != entity) reading.entity = kNoRow;
  ++reading.times;
  Named& named = entities_[entity];
  ++named.times;
  ++named.by_spelling[pattern];
}

uint32_t Discourse::times(uint32_t pattern, uint32_t entity) const {
  const auto found = spellings_.find(pattern);
  if (found == spellings_.end() || found->second.entity != entity) return 0;
  return found->second.times;
}

uint32_t Discourse::times_otherwise(uint32_t pattern, uint32_t entity) const {
  const auto found = entities_.find(entity);
  if (found == entities_.end()) return 0;
  const Named& named = found->second;
  const auto own = named.by_spelling.find(pattern);
  return named.times - (own == named.by_spelling.end() ? 0 : own->second);
}

bool Discourse::speaks_of(uint32_t pattern,
                          const std::vector<Candidate>& candidates) const {
  return std::any_of(candidates.begin(), candidates.end(),
                     [&](const Candidate& one) {
                       return times(pattern, one.entity) > 0 ||
                              times_otherwise(pattern, one.entity) > 0;
                     });
}

}  // namespace khitai::resolve
