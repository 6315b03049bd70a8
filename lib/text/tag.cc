// SPDX-License-Identifier: Apache-2.0

#include "text/tag.h"

#include <unicode/uloc.h>

#include <algorithm>

namespace khitai::text {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// The two letters of a language of three, when it has them.
std::string short_language(const std::string& language) {
  if (language.size() != 3) return language;
  char code[ULOC_LANG_CAPACITY] = "";
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(language.c_str(), code, sizeof(code), &status);
  return U_SUCCESS(status) && code[0] != '\0' ? code : language;
}

// The usual case of a subtag: Hant, GB, x.
std::string usual_case(std::string subtag, bool is_private) {
  std::transform(subtag.begin(), subtag.end(), subtag.begin(), lower);
  if (is_private || !std::all_of(subtag.begin(), subtag.end(), is_letter)) {
    return subtag;
  }
  if (subtag.size() == 4) subtag[0] = upper(subtag[0]);
  if (subtag.size() == 2) {
    std::transform(subtag.begin(), subtag.end(), subtag.begin(), upper);
  }
  return subtag;
}

}  // namespace

std::string usual_tag(std::string_view tag) {
  std::string out;
  bool is_private = true;  // the language is written small, too
  for (size_t begin = 0; begin <= tag.size();) {
    const size_t end = std::min(tag.find_first_of("-_", begin), tag.size());
    const std::string subtag =
        usual_case(std::string(tag.substr(begin, end - begin)), is_private);
    if (begin == 0) {
      out = short_language(subtag);
      is_private = false;
    } else {
      out += '-' + subtag;
    }
    if (subtag.size() == 1) is_private = true;
    begin = end + 1;
  }
  return out;
}

bool is_tag(std::string_view tag) {
  constexpr size_t kLongest = 16;
  for (size_t begin = 0; begin <= tag.size();) {
    const size_t end = std::min(tag.find_first_of("-_", begin), tag.size());
    const size_t size = end - begin;
    if (begin == 0 ? size < 2 || size > 3 : size < 1 || size > kLongest) {
      return false;
    }
    for (char c : tag.substr(begin, size)) {
      const bool other = begin > 0 && ((c >= '0' && c <= '9') || c == '.');
      if (!is_letter(c) && !other) return false;
    }
    begin = end + 1;
  }
  return true;
}

}  // namespace khitai::text
