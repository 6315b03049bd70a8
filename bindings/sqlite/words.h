// SPDX-License-Identifier: Apache-2.0

#ifndef KHITAI_BINDINGS_SQLITE_WORDS_H_
#define KHITAI_BINDINGS_SQLITE_WORDS_H_

#include <string_view>

namespace khitai::sqlite {

inline constexpr std::string_view kSpaces = " \t\r\n";

inline std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(kSpaces);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

}  // namespace khitai::sqlite

#endif  // KHITAI_BINDINGS_SQLITE_WORDS_H_
