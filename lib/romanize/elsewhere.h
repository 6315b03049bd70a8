// SPDX-License-Identifier: Apache-2.0
//
// Chinese characters as they are read elsewhere and were read earlier: what
// the readers of the script Hani start from. A foreign name in Chinese
// characters was written by the sounds of its day.
//
// Columns of lexicon/tables/han_elsewhere.tsv; "mandarin" is modern pinyin,
// each syllable behind the Korean letter of its initial, which tells old k from
// old ts. Syllables are joined by "."; Hangul is taken apart and not joined.
// Linear; thread-safe.

#ifndef KHITAI_ROMANIZE_ELSEWHERE_H_
#define KHITAI_ROMANIZE_ELSEWHERE_H_

#include <string>
#include <string_view>

#include "romanize/tables.h"

namespace khitai::romanize {

// Whether `column` is one of these.
bool is_read_elsewhere(std::string_view column);

// The customary readings of the characters of an L1 key. Empty where a
// character has none.
std::string read_elsewhere(const Tables& tables, std::string_view column,
                           std::string_view l1);

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_ELSEWHERE_H_
