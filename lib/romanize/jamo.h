// SPDX-License-Identifier: Apache-2.0
//
// Hangul syllables taken apart.

#ifndef KHITAI_ROMANIZE_JAMO_H_
#define KHITAI_ROMANIZE_JAMO_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "text/utf8.h"

namespace khitai::romanize {

// Hangul syllables as the letters they are made of (Unicode, section 3.12).
inline std::string jamo_of(std::string_view text) {
  std::string out;
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end;) {
    const text::CodePoint point = text::decode(at, end);
    at += point.size;
    const uint32_t index = point.code - 0xAC00;
    if (index >= 11172) {
      text::append(point.code, &out);
      continue;
    }
    text::append(0x1100 + index / 588, &out);
    text::append(0x1161 + index % 588 / 28, &out);
    if (index % 28 != 0) text::append(0x11A7 + index % 28, &out);
  }
  return out;
}

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_JAMO_H_
