// SPDX-License-Identifier: Apache-2.0

#include "text/casing.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <vector>

namespace khitai::text {
namespace {

// The first code points of the words of a text.
std::vector<UChar32> initials(std::string_view text) {
  std::vector<UChar32> out;
  bool inside = false;
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const int32_t size = static_cast<int32_t>(text.size());
  for (int32_t i = 0; i < size;) {
    UChar32 code = 0;
    U8_NEXT(bytes, i, size, code);
    const bool letter = code >= 0 && (u_isalnum(code) || inside) &&
                        !u_isspace(code) && code != '-';
    if (letter && !inside) out.push_back(code);
    inside = letter;
  }
  return out;
}

}  // namespace

bool keeps_capitals(std::string_view form, std::string_view written) {
  const std::vector<UChar32> expected = initials(form);
  const std::vector<UChar32> found = initials(written);
  for (size_t i = 0; i < expected.size() && i < found.size(); ++i) {
    if ((u_isupper(expected[i]) || u_istitle(expected[i])) &&
        u_islower(found[i])) {
      return false;
    }
  }
  return true;
}

Casing casing_of(std::string_view word) {
  if (word.empty()) return Casing::kNone;
  const auto* bytes = reinterpret_cast<const uint8_t*>(word.data());
  int32_t at = 0;
  UChar32 code = 0;
  U8_NEXT(bytes, at, static_cast<int32_t>(word.size()), code);
  if (code < 0) return Casing::kNone;
  if (u_islower(code)) return Casing::kLower;
  return u_isupper(code) || u_istitle(code) ? Casing::kCapital : Casing::kNone;
}

}  // namespace khitai::text
