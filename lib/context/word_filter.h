// SPDX-License-Identifier: Apache-2.0
//
// Whether a word may be one of some: a look at its bytes, so that most words of
// a text need no look-up. Never wrong about those filed.

#ifndef KHITAI_CONTEXT_WORD_FILTER_H_
#define KHITAI_CONTEXT_WORD_FILTER_H_

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace khitai::context {

class WordFilter {
 public:
  // `open`: the word may go on.
  void file(std::string_view key, bool open = false) {
    if (key.empty()) return;
    if (open) {
      const size_t size = std::min(key.size(), kMostStart);
      sizes_ |= 1u << size;
      starts_.set(place(head_of(key.substr(0, size)), 0, size));
    } else {
      wholes_.set(place(key));
    }
  }
  bool may_have(std::string_view key) const {
    return wholes_.test(place(key)) || (sizes_ != 0 && may_go_on(key));
  }

 private:
  static constexpr size_t kMostStart = 8;  // bytes that tell how a word begins
  static constexpr size_t kPlaces = size_t{1} << 13;

  bool may_go_on(std::string_view key) const {
    const uint64_t head = head_of(key);
    const size_t most = std::min(key.size(), kMostStart);
    for (size_t size = 1; size <= most; ++size) {
      if ((sizes_ >> size & 1) == 0) continue;
      const uint64_t start = head & ~uint64_t{0} >> (64 - 8 * size);
      if (starts_.test(place(start, 0, size))) return true;
    }
    return false;
  }

  // Of a word: by its first and last eight bytes, and how many it has.
  static size_t place(std::string_view key) {
    const std::string_view tail =
        key.size() <= kMostStart ? "" : key.substr(key.size() - kMostStart);
    return place(head_of(key), head_of(tail), key.size());
  }
  static size_t place(uint64_t head, uint64_t tail, size_t size) {
    constexpr uint64_t kMix = 0x9e3779b97f4a7c15;
    constexpr uint64_t kMore = 0xd1b54a32d192ed03;
    return (head * kMix ^ (tail + size) * kMore) >> 51;
  }
  // The first eight bytes, the first lowest; 0 for those it lacks.
  static uint64_t head_of(std::string_view key) {
    uint64_t head = 0;
    if (key.size() >= sizeof head) {
      std::memcpy(&head, key.data(), sizeof head);
    } else {
      for (size_t i = key.size(); i-- > 0;) {
        head = head << 8 | static_cast<uint8_t>(key[i]);
      }
    }
    return head;
  }

  std::bitset<kPlaces> wholes_;
  std::bitset<kPlaces> starts_;  // of words that may go on
  unsigned sizes_ = 0;           // a bit for each size of those starts
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_WORD_FILTER_H_
