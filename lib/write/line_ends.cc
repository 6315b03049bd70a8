// SPDX-License-Identifier: Apache-2.0

#include "write/line_ends.h"

#include "write/utf8.h"

namespace khitai::write {

size_t line_end_size(std::string_view text, size_t at) {
  const text::CodePoint point = code_point_at(text, at);
  const char32_t code = point.valid ? point.code : 0;
  const bool ends = (code >= 0xA && code <= 0xD) ||
                    (code >= 0x1C && code <= 0x1E) || code == 0x85 ||
                    code == 0x2028 || code == 0x2029;
  return ends ? point.size : 0;
}

std::string in_one_line(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint point = code_point_at(text, at);
    if (line_end_size(text, at) > 0 || point.code == '\t') {
      out += ' ';
    } else {
      text::append(point.code, &out);
    }
    at += point.size;
  }
  return out;
}

bool is_white(char32_t code) {
  return code <= ' ' || (code >= 0x7F && code <= 0xA0) || code == 0x1680 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
         code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

}  // namespace khitai::write
