// SPDX-License-Identifier: Apache-2.0

#include "text/casing.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
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

namespace {

struct Cased {
  size_t capitals = 0;
  size_t small = 0;
  bool first_small = false;
};

Cased case_of(const icu::UnicodeString& text) {
  Cased cased;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 code = text.char32At(i);
    if (u_islower(code) && cased.capitals + cased.small == 0) {
      cased.first_small = true;
    }
    cased.small += u_islower(code) ? 1 : 0;
    cased.capitals += u_isupper(code) ? 1 : 0;
  }
  return cased;
}

}  // namespace

std::string cased_like(std::string_view form, std::string_view written,
                       std::string_view lang) {
  const auto utf16 = [](std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  };
  const Cased want = case_of(utf16(written));
  icu::UnicodeString out = utf16(form);
  const Cased has = case_of(out);
  const std::string tag(lang);
  const icu::Locale locale(tag.c_str());
  if (want.capitals >= 2 && want.small == 0) {
    out.toUpper(locale);
  } else if (want.capitals + want.small > 0 &&
             want.first_small != has.first_small) {
    int32_t i = 0;
    while (i < out.length() && !u_isupper(out.char32At(i)) &&
           !u_islower(out.char32At(i))) {
      i = out.moveIndex32(i, 1);
    }
    if (i >= out.length()) return std::string(form);
    const int32_t next = out.moveIndex32(i, 1);
    icu::UnicodeString first(out, i, next - i);
    want.first_small ? first.toLower(locale) : first.toUpper(locale);
    out.replace(i, next - i, first);
  }
  std::string utf8;
  return out.toUTF8String(utf8);
}

}  // namespace khitai::text
