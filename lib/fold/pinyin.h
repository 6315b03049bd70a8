// SPDX-License-Identifier: Apache-2.0
//
// Pinyin as far as folding needs it: tone digits (Qi4dan1) and the colon that
// stands for an umlaut (Yelu:). A function of the letters alone.

#ifndef KHITAI_FOLD_PINYIN_H_
#define KHITAI_FOLD_PINYIN_H_

#include <string_view>

namespace khitai::fold {

// Whether `letters` (a-z, v for u with diaeresis) is one syllable.
bool is_syllable(std::string_view letters);

// Whether the letters before `at`, back to `begin`, a digit, an apostrophe or
// a colon, are syllables, the last of them lu or nu. O(1): gives up on more
// than 48 letters.
bool ends_in_umlaut_syllable(const char* begin, const char* at);

inline bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_PINYIN_H_
