// SPDX-License-Identifier: Apache-2.0
//
// Cells that hold several words.

#ifndef KHITAI_ROMANIZE_SPLIT_H_
#define KHITAI_ROMANIZE_SPLIT_H_

#include <algorithm>
#include <string_view>
#include <vector>

namespace khitai::romanize {

// The parts between separators that are not empty. Views into `text`.
inline std::vector<std::string_view> split(std::string_view text,
                                           char separator) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_SPLIT_H_
