// SPDX-License-Identifier: Apache-2.0
//
// The oracle's folds of words; see naive_fold.h.

#ifndef KHITAI_TESTS_FOLD_NAIVE_LETTERS_H_
#define KHITAI_TESTS_FOLD_NAIVE_LETTERS_H_

#include <unicode/umachine.h>

#include <string>

namespace khitai::tests {

// The folds of one word: a string of letters, marks and what vanishes.
std::u32string word_l0(const std::u32string& word);
std::u32string word_l1(const std::u32string& word);

// L1 fold of a character that stands alone (roles H and O).
std::u32string single_l1(UChar32 code);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_FOLD_NAIVE_LETTERS_H_
