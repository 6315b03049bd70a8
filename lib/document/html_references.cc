// SPDX-License-Identifier: Apache-2.0

#include "document/html_references.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/ascii.h"
#include "text/utf8.h"

namespace khitai::document {
namespace {

struct NamedReference {
  std::string_view name;  // with its semicolon, if it needs one
  std::string_view text;
};
// Sorted by name.
constexpr NamedReference kNamedReferences[] = {
#include "document/html_references.inc"
};
constexpr size_t kLongestName = 33;

// What 0x80 to 0x9F mean in pages: windows-1252 (0: as they are).
constexpr uint16_t kWindows1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t scalar_of(uint32_t number) {
  constexpr char32_t kBad = 0xFFFD;
  if (number == 0 || number > 0x10FFFF) return kBad;
  if (number >= 0xD800 && number < 0xE000) return kBad;
  if (number >= 0x80 && number < 0xA0 && kWindows1252[number - 0x80] != 0) {
    return kWindows1252[number - 0x80];
  }
  return number;
}

int digit_of(char c, bool hex) {
  if (base::is_digit(c)) return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return hex && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

size_t read_number(std::string_view text, std::string* out) {
  const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
  const size_t begin = hex ? 3 : 2;
  size_t at = begin;
  uint32_t number = 0;
  for (; at < text.size(); ++at) {
    const int digit = digit_of(text[at], hex);
    if (digit < 0) break;
    number = number * (hex ? 16 : 10) + static_cast<uint32_t>(digit);
    number = std::min<uint32_t>(number, 0x110000);  // and stay there
  }
  if (at == begin) return 0;
  if (at < text.size() && text[at] == ';') ++at;
  text::append(scalar_of(number), out);
  return at;
}

}  // namespace

size_t read_html_reference(std::string_view text, std::string* out) {
  out->clear();
  if (text.size() < 2) return 0;
  if (text[1] == '#') return read_number(text, out);
  const std::string_view rest = text.substr(1, kLongestName);
  size_t size = 0;
  while (size < rest.size() &&
         (base::is_digit(rest[size]) || base::is_lower(rest[size]) ||
          base::is_upper(rest[size]))) {
    ++size;
  }
  if (size < rest.size() && rest[size] == ';') ++size;
  for (; size >= 2; --size) {
    const std::string_view name = rest.substr(0, size);
    const auto found = std::lower_bound(
        std::begin(kNamedReferences), std::end(kNamedReferences), name,
        [](const NamedReference& one, std::string_view wanted) {
          return one.name < wanted;
        });
    if (found == std::end(kNamedReferences) || found->name != name) continue;
    *out = found->text;
    return size + 1;
  }
  return 0;
}

}  // namespace khitai::document
