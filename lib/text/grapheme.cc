// SPDX-License-Identifier: Apache-2.0

#include "text/grapheme.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace khitai::text {
namespace {

CodePoint point_at(std::string_view text, size_t at) {
  return decode(text.data() + at, text.data() + text.size());
}

int break_class(const CodePoint& point) {
  if (!point.valid) return U_GCB_CONTROL;
  return u_getIntPropertyValue(static_cast<UChar32>(point.code),
                               UCHAR_GRAPHEME_CLUSTER_BREAK);
}

bool is_picture(const CodePoint& point) {
  return point.valid && u_hasBinaryProperty(static_cast<UChar32>(point.code),
                                            UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
}

bool is_line_end(int kind) {
  return kind == U_GCB_CONTROL || kind == U_GCB_CR || kind == U_GCB_LF;
}

// Rules 6 to 8: syllables of hangul.
bool joins_hangul(int before, int after) {
  switch (before) {
    case U_GCB_L:
      return after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV ||
             after == U_GCB_LVT;
    case U_GCB_LV:
    case U_GCB_V:
      return after == U_GCB_V || after == U_GCB_T;
    case U_GCB_LVT:
    case U_GCB_T:
      return after == U_GCB_T;
    default:
      return false;
  }
}

// Rule 11: before the joiner that ends at `at` stand a picture and marks.
bool joins_picture(std::string_view text, size_t joiner) {
  for (size_t i = 0, at = joiner; i < kMaxBack && at > 0; ++i) {
    at = code_point_before(text, at);
    const CodePoint point = point_at(text, at);
    if (break_class(point) != U_GCB_EXTEND) return is_picture(point);
  }
  return false;
}

// Rules 12 and 13: flags are pairs of regional indicators.
bool parts_flag(std::string_view text, size_t at) {
  size_t count = 0;
  while (count < kMaxBack && at > 0) {
    at = code_point_before(text, at);
    if (break_class(point_at(text, at)) != U_GCB_REGIONAL_INDICATOR) break;
    ++count;
  }
  return count % 2 == 1;
}

}  // namespace

size_t code_point_before(std::string_view text, size_t at) {
  // An ill-formed part is the longest that can begin a code point, so the
  // last byte from which decoding ends exactly at `at` begins it.
  for (size_t size = at < 4 ? at : 4; size > 1; --size) {
    if (point_at(text.substr(0, at), at - size).size == size) return at - size;
  }
  return at - 1;
}

bool may_cut(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const size_t last = code_point_before(text, at);
  const CodePoint point = point_at(text, at);
  const int before = break_class(point_at(text, last));
  const int after = break_class(point);
  if (before == U_GCB_CR && after == U_GCB_LF) return false;
  if (is_line_end(before) || is_line_end(after)) return true;
  if (joins_hangul(before, after)) return false;
  if (after == U_GCB_EXTEND || after == U_GCB_ZWJ ||
      after == U_GCB_SPACING_MARK || before == U_GCB_PREPEND) {
    return false;
  }
  if (before == U_GCB_ZWJ && is_picture(point)) {
    return !joins_picture(text, last);
  }
  if (before == U_GCB_REGIONAL_INDICATOR && after == before) {
    return !parts_flag(text, at);
  }
  return true;
}

}  // namespace khitai::text
