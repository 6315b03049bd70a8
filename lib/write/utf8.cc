// SPDX-License-Identifier: Apache-2.0

#include "write/utf8.h"

namespace khitai::write {

void append_clean(std::string_view text, std::string* out) {
  size_t copied = 0;
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {  // most of most texts
      ++at;
      continue;
    }
    const text::CodePoint next = code_point_at(text, at);
    if (!next.valid) {
      out->append(text, copied, at - copied);
      text::append(kReplacement, out);
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

bool is_control(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

}  // namespace khitai::write
