// SPDX-License-Identifier: Apache-2.0
//
// What a reader takes for one character: a letter with its marks, an emoji of
// several parts, a syllable of hangul (Unicode Annex 29, extended grapheme
// clusters). Ill-formed parts stand each for themselves. Thread-safe.

#ifndef KHITAI_TEXT_GRAPHEME_H_
#define KHITAI_TEXT_GRAPHEME_H_

#include <cstddef>
#include <string_view>

namespace khitai::text {

// Whether a text may be cut before byte `at` without cutting a character; its
// ends may. REQUIRES: `at` is the begin of a code point or the text's end.
// Constant, but for rows of regional indicators and of marks behind an emoji,
// of which at most kMaxBack code points are looked at.
bool may_cut(std::string_view text, size_t at);

inline constexpr size_t kMaxBack = 64;

// Where the code point before `at` begins. REQUIRES: 0 < at <= text.size().
size_t code_point_before(std::string_view text, size_t at);

}  // namespace khitai::text

#endif  // KHITAI_TEXT_GRAPHEME_H_
