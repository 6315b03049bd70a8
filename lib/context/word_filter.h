// SPDX-License-Identifier: Apache-2.0
//
// Whether a word may be one of some: a look at its bytes, so that most words of
// a text need no look-up. Never wrong about those filed.

#ifndef KHITAI_CONTEXT_WORD_FILTER_H_
#define KHITAI_CONTEXT_WORD_FILTER_H_

#include <algorithm>
#include <bit>
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
      starts_.set(place(key.substr(0, size)));
    } else {
      wholes_.set(place(key));
    }
  }
  bool may_have(std::string_view key) const {
    return wholes_.test(place(key)) || (sizes_ != 0 && may_go_on(key));
  }

 private:
  static constexpr size_t kMostStart = 4;  // bytes that tell how a word begins
  static constexpr size_t kPlaces = size_t{1} << 13;

  bool may_go_on(std::string_view key) const {
    for (unsigned sizes = sizes_; sizes != 0; sizes &= sizes - 1) {
      const auto size = static_cast<size_t>(std::countr_zero(sizes));
      if (size > key.size()) return false;
      if (starts_.test(place(key.substr(0, size)))) return true;
    }
    return false;
  }

  // Of a word, by how many bytes it has and the first and last eight of them;
  // they may overlap.
  static size_t place(std::string_view key) {
    constexpr uint64_t kMix = 0x9e3779b97f4a7c15;
    const char* const end = key.data() + key.size();
    uint64_t bytes = 0;
    if (key.size() >= 8) {
      bytes = load<uint64_t>(key.data()) ^ load<uint64_t>(end - 8) * kMix;
    } else if (key.size() >= 4) {
      bytes = load<uint32_t>(key.data()) | load<uint32_t>(end - 4) << 32;
    } else if (!key.empty()) {
      bytes = load<uint8_t>(key.data()) | load<uint8_t>(end - 1) << 8 |
              load<uint8_t>(key.data() + key.size() / 2) << 16;
    }
    return ((bytes ^ key.size() << 56) * kMix) >> 51;
  }
  template <typename Bytes>
  static uint64_t load(const char* at) {
    Bytes bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
  }

  std::bitset<kPlaces> wholes_;
  std::bitset<kPlaces> starts_;  // of words that may go on
  unsigned sizes_ = 0;           // a bit for each size of those starts
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_WORD_FILTER_H_
