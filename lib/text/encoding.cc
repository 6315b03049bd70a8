// SPDX-License-Identifier: Apache-2.0

#include "text/encoding.h"

namespace khitai::text {

std::string_view other_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.substr(0, 4) == "\xFF\xFE\0\0"sv) return "UTF-32";
  if (bytes.substr(0, 4) == "\0\0\xFE\xFF"sv) return "UTF-32";
  const std::string_view mark = bytes.substr(0, 2);
  return mark == "\xFF\xFE" || mark == "\xFE\xFF" ? "UTF-16" : "";
}

}  // namespace khitai::text
