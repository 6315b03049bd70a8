// SPDX-License-Identifier: Apache-2.0
//
// The numbers, words and marks of a heading's dates, for life_dates.cc.

#ifndef KHITAI_CONTEXT_DATE_TOKENS_H_
#define KHITAI_CONTEXT_DATE_TOKENS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "context/life_dates.h"

namespace khitai::context {

struct DateToken {
  enum class Kind { kNumber, kWord, kDash, kSlash };
  Kind kind = Kind::kNumber;
  int32_t value = 0;   // of a number
  size_t digits = 0;   // ... and how many it has
  unsigned roles = 0;  // of a word, DateWords::Role
};

struct DateTokens {
  std::vector<DateToken> tokens;
  bool about = false;   // a question mark or a tilde stands in it
  bool arabic = false;  // its digits are those of the Arabic script
};

// None where the text has a word or a sign that no date has. Linear.
std::optional<DateTokens> date_tokens(std::string_view text,
                                      const DateWords& words);

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_DATE_TOKENS_H_
