// SPDX-License-Identifier: Apache-2.0
//
// Whether a word may be one of some: a look at how it begins, so that most
// words of a text need no look-up. Never wrong about those filed.

#ifndef KHITAI_CONTEXT_WORD_FILTER_H_
#define KHITAI_CONTEXT_WORD_FILTER_H_

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace khitai::context {

class WordFilter {
 public:
  // `open`: the word may go on.
  void file(std::string_view key, bool open = false) {
    if (open && key.size() < kStart) {
      all_ = true;
    } else {
      starts_.set(place(key));
    }
  }
  bool may_have(std::string_view key) const {
    return all_ || starts_.test(place(key));
  }

 private:
  static constexpr size_t kStart = 4;  // bytes
  static constexpr size_t kPlaces = size_t{1} << 12;

  static size_t place(std::string_view key) {
    uint32_t start = 0;
    const size_t size = std::min(key.size(), kStart);
    for (size_t i = 0; i < size; ++i) {
      start = start << 8 | static_cast<uint8_t>(key[i]);
    }
    constexpr uint32_t kMix = 2'654'435'761;
    return (start * kMix) >> 20;
  }

  std::bitset<kPlaces> starts_;
  bool all_ = false;
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_WORD_FILTER_H_
