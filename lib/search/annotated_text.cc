// SPDX-License-Identifier: Apache-2.0

#include "search/annotated_text.h"

#include <algorithm>

#include "write/utf8.h"

namespace khitai::search {
namespace {

constexpr std::string_view kNothing = "[]()";

void append_literal(std::string_view text, std::string* out) {
  size_t done = 0;
  for (size_t at = text.find("]("); at != text.npos;
       at = text.find("](", done)) {
    write::append_clean(text.substr(done, at + 1 - done), out);
    out->append(kNothing);
    done = at + 1;
  }
  write::append_clean(text.substr(done), out);
}

// Where the part of a name ends that markup can hold.
size_t end_of_marked(std::string_view text, const write::NamedSpan& span) {
  const size_t end = std::min(span.end, text.size());
  size_t stop = text.find_first_of("[]", span.begin);
  if (stop >= end) return end;
  while (stop > span.begin && text[stop - 1] == ' ') --stop;
  return stop;
}

}  // namespace

void append_url(std::string_view id, std::string* out) {
  constexpr char kHex[] = "0123456789ABCDEF";
  for (const char byte : id) {
    const auto value = static_cast<unsigned char>(byte);
    const bool plain = (byte >= 'a' && byte <= 'z') ||
                       (byte >= 'A' && byte <= 'Z') ||
                       (byte >= '0' && byte <= '9') || byte == '-' ||
                       byte == '.' || byte == '_';
    if (plain) {
      *out += byte;
    } else {
      *out += '%';
      *out += kHex[value >> 4];
      *out += kHex[value & 15];
    }
  }
}

void append_annotated(const Lexicon& lexicon, std::string_view text,
                      const std::vector<write::NamedSpan>& spans,
                      std::string* out) {
  size_t done = 0;
  for (const write::NamedSpan& span : spans) {
    if (span.begin < done || span.begin >= text.size()) continue;
    const size_t end = end_of_marked(text, span);
    if (end <= span.begin) continue;
    append_literal(text.substr(done, span.begin - done), out);
    *out += '[';
    write::append_clean(text.substr(span.begin, end - span.begin), out);
    *out += "](";
    for (const uint32_t entity : span.entities) {
      if (entity != span.entities.front()) *out += '&';
      append_url(lexicon.entity(entity).id, out);
    }
    *out += ')';
    done = end;
  }
  append_literal(text.substr(done), out);
}

}  // namespace khitai::search
