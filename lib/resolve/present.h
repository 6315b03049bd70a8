// SPDX-License-Identifier: Apache-2.0
//
// Which entities a stretch of text names beyond doubt, and where. Asked for
// every relation of every candidate, so it is a flat table, and what an
// entity's relations come to is kept. Not thread-safe, not even for reading.

#ifndef KHITAI_RESOLVE_PRESENT_H_
#define KHITAI_RESOLVE_PRESENT_H_

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "khitai/lexicon.h"

namespace khitai::resolve {

// Where a text names an entity beyond doubt.
struct Presence {
  uint32_t entity = kNoRow;
  uint32_t pattern = kNoRow;      // by which spelling; kNoRow: by several
  std::vector<uint32_t> offsets;  // bytes, ascending

  // Bytes to the nearest offset; UINT32_MAX where there is none. Logarithmic,
  // as the others.
  uint32_t gap_to(uint32_t at) const;
  // Whether one lies before `at`, at most `reach` bytes.
  bool is_before(uint32_t at, uint32_t reach) const;
  // Whether one lies at most `reach` bytes from `at`.
  bool is_near(uint32_t at, uint32_t reach) const;
};

class Present {
 public:
  bool empty() const { return all_.empty(); }
  // In the order in which they were added.
  const std::vector<Presence>& all() const { return all_; }

  // Null: not there. Good until the next add().
  const Presence* find(uint32_t entity) const {
    const uint32_t place = place_of(entity);
    return place == kNoRow ? nullptr : &all_[place];
  }
  // The entity's, made where there is none: then without pattern and offsets.
  Presence& add(uint32_t entity);

  // The entities that the lexicon relates to this one and that are there, each
  // once, in the order of the relations: places in all(). Linear in the
  // relations at the first call for the entity. Good until the next add().
  const std::vector<uint32_t>& related(const Lexicon& lexicon,
                                       uint32_t entity) const;

 private:
  static size_t hash_of(uint32_t entity) {
    constexpr uint64_t kMix = 0x9e3779b97f4a7c15;
    return static_cast<size_t>(entity * kMix >> 32);
  }
  uint32_t place_of(uint32_t entity) const {
    if (slots_.empty()) return kNoRow;
    const size_t mask = slots_.size() - 1;
    for (size_t at = hash_of(entity) & mask;; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.place == kNoRow || slot.entity == entity) return slot.place;
    }
  }
  void grow();

  struct Slot {
    uint32_t entity = kNoRow;
    uint32_t place = kNoRow;  // of all_; kNoRow: free
  };
  std::vector<Slot> slots_;  // a power of two
  std::vector<Presence> all_;
  mutable std::unordered_map<uint32_t, std::vector<uint32_t>> related_;
};

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_PRESENT_H_
