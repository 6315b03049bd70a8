// SPDX-License-Identifier: Apache-2.0
//
// UTF-8, one code point at a time, for bytes from anywhere: ill-formed input
// is cut into maximal subparts as Unicode recommends (section 3.9), each of
// which counts as one code point that is not valid. O(1), no state.

#ifndef KHITAI_TEXT_UTF8_H_
#define KHITAI_TEXT_UTF8_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::text {

struct CodePoint {
  char32_t code;  // U+FFFD when not valid
  uint32_t size;  // bytes it takes up, at least 1
  bool valid;
};

// The code point at `at`. REQUIRES: at < end.
inline CodePoint decode(const char* at, const char* end) {
  const auto byte = [at](int i) { return static_cast<uint8_t>(at[i]); };
  const uint32_t lead = byte(0);
  const auto continues = [&](int i, uint32_t low, uint32_t high) {
    return end - at > i && byte(i) >= low && byte(i) <= high;
  };
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xC2 || lead > 0xF4) return {0xFFFD, 1, false};
  if (lead < 0xE0) {
    if (!continues(1, 0x80, 0xBF)) return {0xFFFD, 1, false};
    return {((lead & 0x1F) << 6) | (byte(1) & 0x3Fu), 2, true};
  }
  if (lead < 0xF0) {
    const uint32_t low = lead == 0xE0 ? 0xA0 : 0x80;
    const uint32_t high = lead == 0xED ? 0x9F : 0xBF;
    if (!continues(1, low, high)) return {0xFFFD, 1, false};
    if (!continues(2, 0x80, 0xBF)) return {0xFFFD, 2, false};
    return {
        ((lead & 0x0F) << 12) | ((byte(1) & 0x3Fu) << 6) | (byte(2) & 0x3Fu), 3,
        true};
  }
  const uint32_t low = lead == 0xF0 ? 0x90 : 0x80;
  const uint32_t high = lead == 0xF4 ? 0x8F : 0xBF;
  if (!continues(1, low, high)) return {0xFFFD, 1, false};
  if (!continues(2, 0x80, 0xBF)) return {0xFFFD, 2, false};
  if (!continues(3, 0x80, 0xBF)) return {0xFFFD, 3, false};
  return {((lead & 0x07) << 18) | ((byte(1) & 0x3Fu) << 12) |
              ((byte(2) & 0x3Fu) << 6) | (byte(3) & 0x3Fu),
          4, true};
}

// The code points of a text, one after the other; views into it. Linear.
inline std::vector<std::string_view> code_points_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at < text.size();) {
    const size_t size =
        decode(text.data() + at, text.data() + text.size()).size;
    out.push_back(text.substr(at, size));
    at += size;
  }
  return out;
}

// Writes `code` and returns the end. REQUIRES: a scalar value; 4 bytes of room.
inline char* encode(char32_t code, char* out) {
  const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
  return out;
}

inline void append(char32_t code, std::string* out) {
  char bytes[4];
  out->append(bytes, encode(code, bytes));
}

}  // namespace khitai::text

#endif  // KHITAI_TEXT_UTF8_H_
