// SPDX-License-Identifier: Apache-2.0
//
// Long texts for tests.

#ifndef KHITAI_TESTS_SUPPORT_REPEAT_H_
#define KHITAI_TESTS_SUPPORT_REPEAT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace khitai::tests {

// `size` bytes of `piece` over and over; the last one may be cut.
inline std::string repeat(std::string_view piece, size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  text.resize(size);
  return text;
}

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_REPEAT_H_
