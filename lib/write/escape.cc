// SPDX-License-Identifier: Apache-2.0

#include "write/escape.h"

#include "write/utf8.h"

namespace khitai::write {
namespace {

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

bool is_line_or_tab(char32_t value) {
  return value == '\t' || value == '\n' || value == '\r' || value == '\v' ||
         value == '\f' || value == 0x85 || value == 0x2028 || value == 0x2029;
}

}  // namespace

void append_html(std::string_view text, std::string* out) {
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    const std::string_view bytes = text.substr(at, next.size);
    at += next.size;
    const std::string_view entity = entity_of(bytes.front());
    if (!entity.empty()) {
      out->append(entity);
    } else if (next.code == '\r' && at < text.size() && text[at] == '\n') {
      continue;
    } else if (!next.valid || (is_control(next.code) && next.code != '\n' &&
                               next.code != '\t')) {
      text::append(kReplacement, out);
    } else {
      out->append(bytes);
    }
  }
}

void append_cell(std::string_view text, std::string* out) {
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    const bool breaks = is_line_or_tab(next.code);
    if (breaks && !space) out->push_back(' ');
    space = breaks;
    if (!breaks && next.valid) out->append(text, at, next.size);
    if (!breaks && !next.valid) text::append(kReplacement, out);
    at += next.size;
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\t') {
      out += "\\t";
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\\') {
      out += "\\\\";
    } else {
      out += c;
    }
  }
  return out;
}

std::string unescaped(std::string_view cell) {
  std::string out;
  for (size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\\' || i + 1 == cell.size()) {
      out += cell[i];
      continue;
    }
    const char c = cell[++i];
    out += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
  }
  return out;
}

}  // namespace khitai::write
