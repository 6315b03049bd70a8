// SPDX-License-Identifier: Apache-2.0
//
// Bytes that may be UTF-8, one code point at a time. What is ill-formed is cut
// as Unicode advises: each maximal part of a well-formed sequence, or else one
// byte, stands for one U+FFFD. So whatever came in, what is written is valid,
// and every reader counts the same characters. No allocation but for output.

#ifndef KHITAI_WRITE_UTF8_H_
#define KHITAI_WRITE_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace khitai::write {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value;  // kReplacement when ill-formed
  size_t size;     // bytes; 1 at least
  bool valid;
};

// REQUIRES: at < text.size().
CodePoint code_point_at(std::string_view text, size_t at);

// REQUIRES: value is a Unicode scalar value.
void append_utf8(char32_t value, std::string* out);

// The same text, every ill-formed part as U+FFFD.
void append_clean(std::string_view text, std::string* out);
std::string clean(std::string_view text);

// C0 and C1 controls and DEL; newline and tab are among them.
bool is_control(char32_t value);

// Spaces that a line may break at, tab and newline among them; not U+00A0.
bool is_space(char32_t value);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_UTF8_H_
