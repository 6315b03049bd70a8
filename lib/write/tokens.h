// SPDX-License-Identifier: Apache-2.0
//
// A text as tokens for formats of one token a line: words, single characters
// of scripts that do not part words, punctuation by the character. No token
// has white space or a control character in it. Linear.

#ifndef KHITAI_WRITE_TOKENS_H_
#define KHITAI_WRITE_TOKENS_H_

#include <cstddef>
#include <string_view>
#include <vector>

namespace khitai::write {

struct Token {
  size_t begin = 0;  // bytes of the text
  size_t end = 0;
  bool opens = false;  // begins a sentence
};

// `cuts`: bytes at which a token must end, ascending. REQUIRES: text.size() <
// 2^31; cuts lie between code points.
std::vector<Token> tokens_of(std::string_view text,
                             const std::vector<size_t>& cuts);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TOKENS_H_
