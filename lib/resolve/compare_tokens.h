// SPDX-License-Identifier: Apache-2.0
//
// A name in parts, as names are compared: words with their keys, and which of
// them are particles, titles, numbers or the legal form of a company
// (romanize/name_words.h). Linear in the name; thread-safe.

#ifndef KHITAI_RESOLVE_COMPARE_TOKENS_H_
#define KHITAI_RESOLVE_COMPARE_TOKENS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "romanize/costs.h"
#include "romanize/keys.h"
#include "romanize/tables.h"

namespace khitai::resolve {

enum class TokenKind : uint8_t {
  kWord,
  kInitial,   // one letter
  kNumber,    // digits, a Roman numeral or a number in words
  kParticle,  // may be left out
  kTitle,
  kLegal,
};

struct Token {
  TokenKind kind = TokenKind::kWord;
  std::string text;   // as it is written
  std::string value;  // of a number its digits, of a title which, ...
  romanize::Spelling spelling;
  romanize::Letters letters;        // of the L1 key, without apostrophes
  std::vector<std::string> fuller;  // what it is a short form of: L1 keys
  std::vector<std::string> same;    // ... or another spelling
  bool common = false;              // borne by many
  bool after_son = false;           // the word behind "son of"
  bool capital = false;
  uint32_t begin = 0, end = 0;  // bytes of the name
};

struct NameParts {
  std::string name;
  std::vector<Token> tokens;  // at most kMostTokens
  bool organization = false;  // a legal form stands in it
  bool cut = false;           // it goes on, and the rest is not looked at
};
// Beyond this many words the rest of a name is not looked at.
inline constexpr size_t kMostTokens = 24;

// `lang`: the usual tag of the name, or empty. What is left has one word at
// least if there is any: titles alone are a name ("Khan").
NameParts name_parts(const romanize::Tables& tables, std::string_view name,
                     std::string_view lang);

// The words first..last of a name as one, with nothing between.
Token joined(const romanize::Tables& tables, const NameParts& parts,
             size_t first, size_t last, std::string_view lang);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_COMPARE_TOKENS_H_
