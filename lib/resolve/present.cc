// SPDX-License-Identifier: Apache-2.0

#include "resolve/present.h"

#include <algorithm>

namespace khitai::resolve {

uint32_t Presence::gap_to(uint32_t at) const {
  const auto after = std::lower_bound(offsets.begin(), offsets.end(), at);
  uint32_t gap = UINT32_MAX;
  if (after != offsets.end()) gap = *after - at;
  if (after != offsets.begin()) gap = std::min(gap, at - *(after - 1));
  return gap;
}

bool Presence::is_before(uint32_t at, uint32_t reach) const {
  const auto after = std::lower_bound(offsets.begin(), offsets.end(), at);
  return after != offsets.begin() && at - *(after - 1) <= reach;
}

bool Presence::is_near(uint32_t at, uint32_t reach) const {
  const uint32_t low = at > reach ? at - reach : 0;
  const auto first = std::lower_bound(offsets.begin(), offsets.end(), low);
  return first != offsets.end() && *first <= uint64_t{at} + reach;
}

Presence& Present::add(uint32_t entity) {
  const uint32_t known = place_of(entity);
  if (known != kNoRow) return all_[known];
  related_.clear();
  if (2 * (all_.size() + 1) > slots_.size()) grow();
  const size_t mask = slots_.size() - 1;
  size_t at = hash_of(entity) & mask;
  while (slots_[at].place != kNoRow) at = (at + 1) & mask;
  slots_[at] = {entity, static_cast<uint32_t>(all_.size())};
  all_.emplace_back().entity = entity;
  return all_.back();
}

void Present::grow() {
  constexpr size_t kLeast = 64;
  std::vector<Slot> old(std::max(kLeast, 2 * slots_.size()));
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.place == kNoRow) continue;
    size_t at = hash_of(slot.entity) & mask;
    while (slots_[at].place != kNoRow) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

const std::vector<uint32_t>& Present::related(const Lexicon& lexicon,
                                              uint32_t entity) const {
  const auto [place, first] = related_.try_emplace(entity);
  std::vector<uint32_t>& found = place->second;
  if (!first || empty()) return found;
  for (uint32_t number : lexicon.relations_of_entity(entity)) {
    const RelationEnds ends = lexicon.relation_ends(number);
    const uint32_t other = ends.subject == entity ? ends.object : ends.subject;
    const uint32_t one = other == entity ? kNoRow : place_of(other);
    if (one == kNoRow) continue;
    if (std::find(found.begin(), found.end(), one) == found.end()) {
      found.push_back(one);
    }
  }
  return found;
}

}  // namespace khitai::resolve
