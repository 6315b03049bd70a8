// SPDX-License-Identifier: Apache-2.0

#include "resolve/subfields.h"

#include <algorithm>
#include <initializer_list>

namespace khitai::resolve {
namespace {

constexpr size_t kMostTag = 12;  // bytes of "=100  1\" and the like

// The bytes of the mark that stands at `at`, or 0.
size_t mark_at(std::string_view text, size_t at) {
  for (std::string_view mark : {"$", "\xE2\x80\xA1", "\xC7\x82", "|", "\x1F"}) {
    if (text.substr(at, mark.size()) == mark) return mark.size();
  }
  return 0;
}

bool is_code(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

// A mark stands at the beginning or behind what ends a subfield: "US$a" is
// none.
bool may_open(std::string_view text, size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  return (before & 0x80) != 0 ||
         !(is_code(before) || (before >= 'A' && before <= 'Z'));
}

bool is_tag(std::string_view text) {
  return text.size() <= kMostTag &&
         std::all_of(text.begin(), text.end(), [](char byte) {
           return (byte >= '0' && byte <= '9') || byte == ' ' || byte == '=' ||
                  byte == '#' || byte == '\\' || byte == '_';
         });
}

}  // namespace

std::vector<Subfield> subfields_of(std::string_view text) {
  std::vector<Subfield> subfields;
  size_t begin = 0;  // of the subfield at hand
  char code = 'a';
  const auto close = [&](size_t end) {
    const std::string_view slice = text.substr(begin, end - begin);
    if (begin == 0 && is_tag(slice)) return;
    subfields.push_back({code, slice});
  };
  bool marked = false;
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t size = mark_at(text, at);
    if (size == 0 || at + size >= text.size()) continue;
    if (!is_code(text[at + size]) || !may_open(text, at)) continue;
    close(at);
    marked = true;
    code = text[at + size];
    at += size;
    begin = at + 1;
  }
  if (!marked) return {};
  close(text.size());
  return subfields;
}

}  // namespace khitai::resolve
