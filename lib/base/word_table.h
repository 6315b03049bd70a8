// SPDX-License-Identifier: Apache-2.0
//
// Numbers of words: a hash table that is asked for every word of a text. Open
// addressing; who asks brings the hash. Words of up to 16 bytes are compared
// without a look at where they are kept. Not thread-safe.

#ifndef KHITAI_BASE_WORD_TABLE_H_
#define KHITAI_BASE_WORD_TABLE_H_

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::base {

class WordTable {
 public:
  WordTable() : slots_(kLeast) {}

  size_t size() const { return count_; }

  // The number of a word; null: it has none. Good until the next add(). The
  // hash is the asker's, of 64 bits, of which the upper ones count.
  const uint32_t* find(std::string_view word, uint64_t hash) const {
    const Slot wanted = slot_of(word, hash);
    for (size_t at = wanted.hash & mask();; at = (at + 1) & mask()) {
      const Slot& slot = slots_[at];
      if (slot.size == kFree) return nullptr;
      if (slot.hash == wanted.hash && slot.head == wanted.head &&
          slot.tail == wanted.tail && slot.size == wanted.size &&
          (word.size() <= kWhole || word_at(slot) == word)) {
        return &slot.number;
      }
    }
  }

  // Before find(), as long before as a look into memory takes.
  void prefetch(uint64_t hash) const {
    __builtin_prefetch(&slots_[static_cast<uint32_t>(hash >> 32) & mask()]);
  }

  // REQUIRES: it has none yet.
  void add(std::string_view word, uint64_t hash, uint32_t number) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot slot = slot_of(word, hash);
    if (word.size() > kWhole) {
      slot.begin = static_cast<uint32_t>(words_.size());
      words_.append(word);
    }
    slot.number = number;
    place(slot);
    ++count_;
  }

  void clear() {
    slots_.assign(kLeast, Slot());
    words_.clear();
    count_ = 0;
  }

 private:
  static constexpr size_t kLeast = 1024;
  static constexpr size_t kWhole = 16;  // bytes that head and tail tell
  static constexpr uint32_t kFree = UINT32_MAX;
  struct Slot {
    uint64_t head = 0;  // the first bytes
    uint64_t tail = 0;  // the last 8 of a longer one
    uint32_t hash = 0;
    uint32_t begin = 0;  // bytes of words_, if it is longer still
    uint32_t size = kFree;
    uint32_t number = 0;
  };

  template <typename Bytes>
  static uint64_t load(const char* at) {
    Bytes bytes;
    std::memcpy(&bytes, at, sizeof(Bytes));
    return bytes;
  }
  // All bytes of a word of up to 8; with its size they tell it.
  static uint64_t short_word(std::string_view word) {
    const size_t size = word.size();
    const char* const at = word.data();
    if (size >= 4) {
      return load<uint32_t>(at) | load<uint32_t>(at + size - 4) << 32;
    }
    if (size >= 2) {
      return load<uint16_t>(at) | load<uint16_t>(at + size - 2) << 16;
    }
    return size == 0 ? 0 : load<uint8_t>(at);
  }
  static Slot slot_of(std::string_view word, uint64_t hash) {
    Slot slot;
    slot.hash = static_cast<uint32_t>(hash >> 32);
    slot.size = static_cast<uint32_t>(word.size());
    if (word.size() > 8) {
      slot.head = load<uint64_t>(word.data());
      slot.tail = load<uint64_t>(word.data() + word.size() - 8);
    } else {
      slot.head = short_word(word);
    }
    return slot;
  }

  size_t mask() const { return slots_.size() - 1; }
  std::string_view word_at(const Slot& slot) const {
    return std::string_view(words_).substr(slot.begin, slot.size);
  }

  void place(const Slot& slot) {
    size_t at = slot.hash & mask();
    while (slots_[at].size != kFree) at = (at + 1) & mask();
    slots_[at] = slot;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.size != kFree) place(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two
  std::string words_;        // those longer than kWhole
  size_t count_ = 0;
};

}  // namespace khitai::base

#endif  // KHITAI_BASE_WORD_TABLE_H_
