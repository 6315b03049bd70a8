// SPDX-License-Identifier: Apache-2.0

#include "write/tei_attributes.h"

namespace khitai::write {
namespace {

constexpr std::string_view kTagSpaces = " \t\r\n";

}  // namespace

std::optional<std::string_view> attribute_of(std::string_view start_tag,
                                             std::string_view name) {
  size_t at = start_tag.find_first_of(kTagSpaces);
  while (at < start_tag.size()) {
    at = start_tag.find_first_not_of(kTagSpaces, at);
    const size_t equals = start_tag.find('=', at);
    if (at == start_tag.npos || equals == start_tag.npos) break;
    const size_t quote = start_tag.find_first_of("\"'", equals);
    if (quote == start_tag.npos) break;
    const size_t end = start_tag.find(start_tag[quote], quote + 1);
    if (end == start_tag.npos) break;
    const size_t name_end = start_tag.find_first_of(" \t\r\n=", at);
    if (start_tag.substr(at, name_end - at) == name) {
      return start_tag.substr(quote + 1, end - quote - 1);
    }
    at = end + 1;
  }
  return std::nullopt;
}

}  // namespace khitai::write
