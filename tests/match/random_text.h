// SPDX-License-Identifier: Apache-2.0
//
// Names and texts by chance, the same on every machine: words of few syllables
// in several scripts, so that names share beginnings, nest and overlap; texts
// in which names stand in other spellings, cut, joined and broken off.

#ifndef KHITAI_TESTS_MATCH_RANDOM_TEXT_H_
#define KHITAI_TESTS_MATCH_RANDOM_TEXT_H_

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace khitai::match {

class RandomText {
 public:
  explicit RandomText(uint32_t seed) : random_(seed) {}

  uint32_t below(uint32_t count) {
    return static_cast<uint32_t>(random_() % count);
  }
  const std::string& any_of(const std::vector<std::string>& choices) {
    return choices[below(static_cast<uint32_t>(choices.size()))];
  }
  std::string name();
  // Distinct match keys of `count` names.
  std::vector<std::string> keys(size_t count);
  // At least `size` bytes, with some of `keys` planted.
  std::string text(const std::vector<std::string>& keys, size_t size);
  // `count` symbols one after the other.
  std::string row_of(const std::vector<std::string>& symbols, uint32_t count);

 private:
  std::string word();
  std::string respelt(const std::string& key);

  std::mt19937 random_;
};

}  // namespace khitai::match

#endif  // KHITAI_TESTS_MATCH_RANDOM_TEXT_H_
