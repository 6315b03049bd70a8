// SPDX-License-Identifier: Apache-2.0

#include "compile/names_cells.h"

#include <unicode/locid.h>

#include <algorithm>

#include "compile/tables_text.h"
#include "text/utf8.h"

namespace khitai::compile {
namespace {

std::string_view trim(std::string_view cell) {
  while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
  while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
  return cell;
}

// By the first bytes of the characters that do.
bool may_steer(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(), [](char byte) {
    const auto lead = static_cast<unsigned char>(byte);
    return lead == 0xD8 || lead == 0xE2 || lead == 0xEF;
  });
}

// Without the invisible characters that only steer the direction of writing
// or mark a file's start; editors and web pages leave them behind.
std::string without_direction(std::string_view cell) {
  std::string out;
  const char* const end = cell.data() + cell.size();
  for (const char* at = cell.data(); at < end;) {
    const text::CodePoint point = text::decode(at, end);
    const uint32_t code = point.code;
    const bool steers = code == 0x61C || code == 0x200E || code == 0x200F ||
                        (code >= 0x202A && code <= 0x202E) ||
                        (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
    if (!steers) out.append(at, point.size);
    at += point.size;
  }
  return out;
}

}  // namespace

std::string plain_cell(std::string_view cell) {
  if (!may_steer(cell)) return to_nfc(trim(cell));
  return to_nfc(trim(without_direction(cell)));
}

std::string plain_tag(std::string_view tag) {
  std::string plain(tag);
  std::replace(plain.begin(), plain.end(), '_', '-');
  const size_t end = std::min(plain.find('-'), plain.size());
  if (end != 3) return plain;
  const icu::Locale language(plain.substr(0, end).c_str());
  return language.getLanguage() + plain.substr(end);
}

}  // namespace khitai::compile
