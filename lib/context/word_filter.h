// SPDX-License-Identifier: Apache-2.0
//
// Whether a word may be one of some: a look at how it begins, so that most
// words of a text need no look-up. Never wrong about those filed.

#ifndef KHITAI_CONTEXT_WORD_FILTER_H_
#define KHITAI_CONTEXT_WORD_FILTER_H_

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
    constexpr uint32_t kMix = 2'654'435'761;
    return (start_of(key) * kMix) >> 20;
  }
  // The first kStart bytes, or all of them.
  static uint32_t start_of(std::string_view key) {
    const auto byte = [&](size_t at) {
      return uint32_t{static_cast<uint8_t>(key[at])};
    };
    switch (key.size()) {
      case 0:
        return 0;
      case 1:
        return byte(0);
      case 2:
        return byte(0) | byte(1) << 8;
      case 3:
        return byte(0) | byte(1) << 8 | byte(2) << 16;
      default:
        return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
    }
  }

  std::bitset<kPlaces> starts_;
  bool all_ = false;
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_WORD_FILTER_H_
