// SPDX-License-Identifier: Apache-2.0

#include "write/width.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "write/utf8.h"

namespace khitai::write {
namespace {

struct WidthRange {
  uint32_t first;
  uint32_t last;
  uint32_t columns;
};
// clang-format off
constexpr WidthRange kWidths[] = {
#include "write/width_table.inc"
};
// clang-format on

}  // namespace

size_t display_width(char32_t value) {
  if (value < 0x300) return is_control(value) ? 0 : 1;
  const WidthRange* range = std::upper_bound(
      std::begin(kWidths), std::end(kWidths), value,
      [](char32_t one, const WidthRange& other) { return one < other.first; });
  if (range == std::begin(kWidths) || value > (--range)->last) return 1;
  return range->columns;
}

size_t display_width(std::string_view text) {
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    columns += display_width(next.code);
    at += next.size;
  }
  return columns;
}

}  // namespace khitai::write
