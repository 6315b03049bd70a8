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
    if (key.empty()) return;
    const bool is_short = open && key.size() < kStart;
    if (is_short) sizes_ |= 1u << key.size();
    (is_short ? short_ : starts_).set(place(key));
  }
  bool may_have(std::string_view key) const {
    return starts_.test(place(key)) || (sizes_ != 0 && may_begin_short(key));
  }

 private:
  static constexpr size_t kStart = 4;  // bytes
  static constexpr size_t kPlaces = size_t{1} << 12;

  bool may_begin_short(std::string_view key) const {
    for (size_t size = 1; size < kStart && size <= key.size(); ++size) {
      if ((sizes_ >> size & 1) != 0 &&
          short_.test(place(key.substr(0, size)))) {
        return true;
      }
    }
    return false;
  }

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
  std::bitset<kPlaces> short_;  // words of fewer bytes that may go on
  unsigned sizes_ = 0;          // a bit for each size of those
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_WORD_FILTER_H_
