// SPDX-License-Identifier: Apache-2.0
//
// Bytes that may be UTF-8, made fit to be written: what is ill-formed comes
// out as U+FFFD, one for each maximal subpart (text/utf8.h), so that whatever
// came in, the output is valid and every reader counts the same characters.

#ifndef KHITAI_WRITE_UTF8_H_
#define KHITAI_WRITE_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "text/utf8.h"

namespace khitai::write {

inline constexpr char32_t kReplacement = 0xFFFD;

// REQUIRES: at < text.size().
inline text::CodePoint code_point_at(std::string_view text, size_t at) {
  return text::decode(text.data() + at, text.data() + text.size());
}

// The same text, every ill-formed part as U+FFFD.
void append_clean(std::string_view text, std::string* out);
std::string clean(std::string_view text);

// C0 and C1 controls and DEL; newline and tab are among them.
bool is_control(char32_t code);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_UTF8_H_
