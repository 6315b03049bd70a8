// SPDX-License-Identifier: Apache-2.0
//
// The oracle's view of single characters; see naive_fold.h.

#ifndef KHITAI_TESTS_FOLD_NAIVE_ROLES_H_
#define KHITAI_TESTS_FOLD_NAIVE_ROLES_H_

#include <unicode/umachine.h>
#include <unicode/uscript.h>

#include <string>

namespace khitai::tests {

using Text = std::u32string;

// What a character is to the division into words, by one letter:
//   a spaced alphabets  r Arabic  h hiragana  k katakana  g hangul
//   K prolonged sound   d digit   c combining mark  x dropped with its letter
//   i ignored  m modifier apostrophe  q quote  H Han  O other unspaced
//   s space  n newline  R carriage return  p punctuation  b barrier
//   . stop  : colon  ^ caret
char role_of(UChar32 code);

// A mark in the sense of the rules: not every one of category M, those of one
// script that do not combine are letters of it.
bool is_mark(UChar32 code);

// Stays at L0, goes at L1: vowel points and the like.
bool is_dropped_l1(UChar32 code);

UScriptCode script_of(UChar32 code);

// The L0 sequence of one character of a word, before canonical order.
Text character_l0(UChar32 code);

// The normal form nfc, nfd or nfkd.
Text normalized(const Text& text, const char* form);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_FOLD_NAIVE_ROLES_H_
