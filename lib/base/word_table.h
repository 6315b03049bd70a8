// SPDX-License-Identifier: Apache-2.0
//
// Numbers of words: a hash table that is asked for every word of a text. Open
// addressing, words one behind the other, so that common ones stay in the
// cache. Not thread-safe.

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

  // The number of a word; null: it has none. Good until the next add().
  const uint32_t* find(std::string_view word) const {
    const uint32_t hash = hash_of(word);
    const uint64_t head = head_of(word);
    for (size_t at = hash & mask();; at = (at + 1) & mask()) {
      const Slot& slot = slots_[at];
      if (slot.end == 0) return nullptr;
      if (slot.hash == hash && slot.head == head && is(slot, word)) {
        return &slot.number;
      }
    }
  }

  // REQUIRES: it has none yet.
  void add(std::string_view word, uint32_t number) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot slot;
    slot.hash = hash_of(word);
    slot.head = head_of(word);
    slot.begin = static_cast<uint32_t>(words_.size());
    words_.append(word);
    words_ += '\n';  // so that no word ends at 0
    slot.end = static_cast<uint32_t>(words_.size());
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
  struct Slot {
    uint64_t head = 0;  // the first bytes
    uint32_t hash = 0;
    uint32_t begin = 0;  // bytes of words_
    uint32_t end = 0;    // behind its newline; 0: free
    uint32_t number = 0;
  };

  static uint64_t head_of(std::string_view word) {
    uint64_t head = 0;
    std::memcpy(&head, word.data(), word.size() < 8 ? word.size() : 8);
    return head;
  }
  bool is(const Slot& slot, std::string_view word) const {
    if (slot.end - slot.begin - 1 != word.size()) return false;
    return word.size() <= 8 || word_at(slot) == word;
  }
  static uint32_t hash_of(std::string_view word) {
    constexpr uint64_t kMix = 0x9e3779b97f4a7c15ull;
    uint64_t hash = word.size() * kMix;
    while (word.size() >= 8) {
      uint64_t piece;
      std::memcpy(&piece, word.data(), 8);
      hash = (hash ^ piece) * kMix;
      hash ^= hash >> 29;
      word.remove_prefix(8);
    }
    uint64_t rest = 0;
    std::memcpy(&rest, word.data(), word.size());
    hash = (hash ^ rest) * kMix;
    return static_cast<uint32_t>(hash >> 32);
  }

  size_t mask() const { return slots_.size() - 1; }
  std::string_view word_at(const Slot& slot) const {
    return std::string_view(words_).substr(slot.begin,
                                           slot.end - slot.begin - 1);
  }

  void place(const Slot& slot) {
    size_t at = slot.hash & mask();
    while (slots_[at].end != 0) at = (at + 1) & mask();
    slots_[at] = slot;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.end != 0) place(slot);
    }
  }

  std::vector<Slot> slots_;  // a power of two
  std::string words_;
  size_t count_ = 0;
};

}  // namespace khitai::base

#endif  // KHITAI_BASE_WORD_TABLE_H_
