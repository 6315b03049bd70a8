// SPDX-License-Identifier: Apache-2.0

#include "fold/pinyin.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "fold/table.h"

namespace khitai::fold {
namespace {

constexpr std::ptrdiff_t kMaxLetters = 48;
constexpr size_t kMaxSyllable = 6;

// Whether `letters`, in lower case, can be cut into syllables.
bool is_syllables(std::string_view letters) {
  bool reached[kMaxLetters + 1] = {true};
  for (size_t end = 1; end <= letters.size(); ++end) {
    for (size_t size = 1; size <= std::min(end, kMaxSyllable); ++size) {
      const size_t begin = end - size;
      if (reached[begin] && is_syllable(letters.substr(begin, size))) {
        reached[end] = true;
        break;
      }
    }
  }
  return reached[letters.size()];
}

}  // namespace

bool is_syllable(std::string_view letters) {
  if (letters.empty() || letters.size() > kMaxSyllable) return false;
  uint32_t number = 0;
  for (char c : letters) {
    number = number * 27 + static_cast<uint32_t>(c - 'a' + 1);
  }
  return std::binary_search(std::begin(kSyllables), std::end(kSyllables),
                            number);
}

bool ends_in_umlaut_syllable(const char* begin, const char* at) {
  char letters[kMaxLetters];
  const char* from = at;
  while (from > begin && is_ascii_letter(from[-1])) {
    if (at - from == kMaxLetters) return false;
    --from;
  }
  const std::ptrdiff_t size = at - from;
  if (size < 2) return false;
  for (std::ptrdiff_t i = 0; i < size; ++i) {
    letters[i] = static_cast<char>(from[i] | 0x20);
  }
  const bool after_l_or_n =
      letters[size - 2] == 'l' || letters[size - 2] == 'n';
  if (letters[size - 1] != 'u' || !after_l_or_n) return false;
  if (from > begin && from[-1] != '\'' && from[-1] != ':' &&
      !(from[-1] >= '0' && from[-1] <= '9')) {
    return false;
  }
  return is_syllables({letters, static_cast<size_t>(size)});
}

}  // namespace khitai::fold
