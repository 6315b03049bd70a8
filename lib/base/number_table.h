// SPDX-License-Identifier: Apache-2.0
//
// Numbers of things that are kept elsewhere: a hash table of eight bytes a
// slot, open addressing. Who asks brings the hash and says which of the things
// is the one. Not thread-safe.

#ifndef KHITAI_BASE_NUMBER_TABLE_H_
#define KHITAI_BASE_NUMBER_TABLE_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace khitai::base {

class NumberTable {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;

  // The number of the first thing added with that hash (its lower 32 bits) of
  // which `same(number)` holds; kNone: there is none.
  template <typename Same>
  uint32_t find(uint64_t hash, const Same& same) const {
    if (slots_.empty()) return kNone;
    const auto low = static_cast<uint32_t>(hash);
    for (size_t at = low & mask(); slots_[at].number != kNone;
         at = (at + 1) & mask()) {
      if (slots_[at].hash == low && same(slots_[at].number)) {
        return slots_[at].number;
      }
    }
    return kNone;
  }

  // REQUIRES: number < kNone.
  void add(uint64_t hash, uint32_t number) {
    reserve(count_ + 1);
    place({static_cast<uint32_t>(hash), number});
    ++count_;
  }

  // Room for so many, so that it need not grow before.
  void reserve(size_t count) {
    size_t size = std::max<size_t>(slots_.size(), kLeast);
    while (count * 4 > size * 3) size *= 2;
    if (size == slots_.size()) return;
    std::vector<Slot> old(size);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != kNone) place(slot);
    }
  }

  // Before find(), as long before as a look into memory takes.
  void prefetch(uint64_t hash) const {
    if (slots_.empty()) return;
    __builtin_prefetch(&slots_[static_cast<uint32_t>(hash) & mask()]);
  }

  void clear() {
    std::vector<Slot>().swap(slots_);
    count_ = 0;
  }

 private:
  static constexpr size_t kLeast = 64;
  struct Slot {
    uint32_t hash = 0;
    uint32_t number = kNone;
  };
  size_t mask() const { return slots_.size() - 1; }
  void place(const Slot& slot) {
    size_t at = slot.hash & mask();
    while (slots_[at].number != kNone) at = (at + 1) & mask();
    slots_[at] = slot;
  }

  std::vector<Slot> slots_;  // a power of two of them
  size_t count_ = 0;
};

}  // namespace khitai::base

#endif  // KHITAI_BASE_NUMBER_TABLE_H_
