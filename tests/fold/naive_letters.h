// SPDX-License-Identifier: Apache-2.0
//
// The oracle's view of characters and words; see naive_fold.h.

#ifndef KHITAI_TESTS_FOLD_NAIVE_LETTERS_H_
#define KHITAI_TESTS_FOLD_NAIVE_LETTERS_H_

#include <unicode/umachine.h>

#include <string>

namespace khitai::tests {

// What a character is to the division into words, by one letter:
//   a spaced alphabets  r Arabic  h hiragana  k katakana  g hangul
//   K prolonged sound   d digit   c combining mark  x dropped with its letter
//   i ignored  m modifier apostrophe  q quote  H Han  O other unspaced
//   s space  n newline  R carriage return  p punctuation  b barrier
//   . stop  : colon  ^ caret
char role_of(UChar32 code);

// The folds of one word: a string of letters, marks and what vanishes.
std::u32string word_l0(const std::u32string& word);
std::u32string word_l1(const std::u32string& word);

// L1 fold of a character that stands alone (roles H and O).
std::u32string single_l1(UChar32 code);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_FOLD_NAIVE_LETTERS_H_
