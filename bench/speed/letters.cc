// SPDX-License-Identifier: Apache-2.0

#include "speed/letters.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "text/utf8.h"

namespace khitai::bench {
namespace {

icu::UnicodeString utf16_of(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

}  // namespace

std::optional<Script> script_of(char32_t letter) {
  const auto code = static_cast<UChar32>(letter);
  if (!u_isalpha(code)) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(code, &error)) {
    case USCRIPT_LATIN:
      return Script::kLatin;
    case USCRIPT_HAN:
      return Script::kHan;
    case USCRIPT_ARABIC:
      return Script::kArabic;
    case USCRIPT_CYRILLIC:
      return Script::kCyrillic;
    default:
      return std::nullopt;
  }
}

std::vector<Run> runs_of(std::string_view text) {
  std::vector<Run> runs;
  const char* const end = text.data() + text.size();
  bool open = false;
  for (const char* at = text.data(); at != end;) {
    const text::CodePoint point = text::decode(at, end);
    const std::string_view bytes(at, point.size);
    at += point.size;
    const auto code = static_cast<UChar32>(point.code);
    const auto script = script_of(point.code);
    const bool mark = u_charType(code) == U_NON_SPACING_MARK;
    if (open && (mark || (script && *script == runs.back().script))) {
      std::string_view& letters = runs.back().letters;
      letters = {letters.data(), letters.size() + bytes.size()};
    } else {
      open = script.has_value();
      if (open) runs.push_back({*script, bytes});
    }
  }
  return runs;
}

std::string lowered(std::string_view text) {
  std::string out;
  utf16_of(text).toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

std::string raised(std::string_view text) {
  std::string out;
  utf16_of(text).toUpper(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

std::string with_capital(std::string_view word) {
  if (word.empty()) return "";
  const size_t size = text::decode(word.data(), word.data() + word.size()).size;
  return raised(word.substr(0, size)) + std::string(word.substr(size));
}

}  // namespace khitai::bench
