// SPDX-License-Identifier: Apache-2.0
//
// Words that say whether the number beside them is a year: cue rows of type
// `language` (lexicon/cues.tsv), position `dated`, `counted` or `page`.

#ifndef KHITAI_CONTEXT_YEAR_WORDS_H_
#define KHITAI_CONTEXT_YEAR_WORDS_H_

#include <string>
#include <string_view>
#include <unordered_map>

#include "khitai/lexicon.h"

namespace khitai::context {

class YearWords {
 public:
  enum Role : unsigned {
    kDated = 1,    // the number behind it is a year: "in 250"
    kCounted = 2,  // the number before it is none: "700 horsemen"
    kPage = 4,     // the number behind it is none: "p. 215"
    kLife = 8,     // the years behind it are of a life or a reign: "r. 1143"
  };
  YearWords() = default;
  explicit YearWords(const Lexicon& lexicon);

  // `key` as fold::match_key makes it.
  bool has(Role role, std::string_view key) const;

 private:
  std::unordered_map<std::string, unsigned> roles_;
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_YEAR_WORDS_H_
