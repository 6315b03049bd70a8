// SPDX-License-Identifier: Apache-2.0

#include "write/utf8.h"

namespace khitai::write {
namespace {

// What may follow a lead byte: how many bytes, and the bounds of the first.
struct Lead {
  size_t trail;
  unsigned low;
  unsigned high;
};

Lead lead_of(unsigned byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  return {0, 0, 0};
}

unsigned byte_at(std::string_view text, size_t at) {
  return static_cast<unsigned char>(text[at]);
}

}  // namespace

CodePoint code_point_at(std::string_view text, size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80) return {first, 1, true};
  Lead lead = lead_of(first);
  if (lead.trail == 0) return {kReplacement, 1, false};
  char32_t value = first & (0x3Fu >> lead.trail);
  for (size_t i = 1; i <= lead.trail; ++i) {
    const unsigned byte = at + i < text.size() ? byte_at(text, at + i) : 0;
    if (byte < lead.low || byte > lead.high) return {kReplacement, i, false};
    value = value << 6 | (byte & 0x3F);
    lead.low = 0x80;
    lead.high = 0xBF;
  }
  return {value, lead.trail + 1, true};
}

void append_utf8(char32_t value, std::string* out) {
  const auto put = [out](char32_t byte) {
    out->push_back(static_cast<char>(static_cast<unsigned char>(byte)));
  };
  if (value < 0x80) {
    put(value);
    return;
  }
  if (value < 0x800) {
    put(0xC0 | value >> 6);
  } else {
    if (value < 0x10000) {
      put(0xE0 | value >> 12);
    } else {
      put(0xF0 | value >> 18);
      put(0x80 | (value >> 12 & 0x3F));
    }
    put(0x80 | (value >> 6 & 0x3F));
  }
  put(0x80 | (value & 0x3F));
}

void append_clean(std::string_view text, std::string* out) {
  size_t copied = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    if (!next.valid) {
      out->append(text, copied, at - copied);
      append_utf8(kReplacement, out);
      copied = at + next.size;
    }
    at += next.size;
  }
  out->append(text, copied, text.size() - copied);
}

std::string clean(std::string_view text) {
  std::string out;
  append_clean(text, &out);
  return out;
}

bool is_control(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0);
}

bool is_space(char32_t value) {
  return value == ' ' || (value >= 0x09 && value <= 0x0D) || value == 0x1680 ||
         (value >= 0x2000 && value <= 0x200A && value != 0x2007) ||
         value == 0x2028 || value == 0x2029 || value == 0x205F ||
         value == 0x3000;
}

}  // namespace khitai::write
