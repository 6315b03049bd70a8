// SPDX-License-Identifier: Apache-2.0
//
// The oracle's division of a text into words; see naive_fold.h.

#ifndef KHITAI_TESTS_FOLD_NAIVE_WORDS_H_
#define KHITAI_TESTS_FOLD_NAIVE_WORDS_H_

#include <unicode/umachine.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace khitai::tests {

struct Character {
  UChar32 code;  // negative: not UTF-8
  uint32_t begin;
  uint32_t end;
  char role;
};

std::vector<Character> characters_of(std::string_view text);

// Whether `role` is one of `roles`.
bool is_any(char role, const char* roles);

// A stretch of characters: a word's core, or one character, or an apostrophe.
struct Piece {
  char kind;  // w word, H, O, ' apostrophe, - anything else
  size_t first;
  size_t last;  // one past
};

std::vector<Piece> pieces_of(const std::vector<Character>& text);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_FOLD_NAIVE_WORDS_H_
