// SPDX-License-Identifier: Apache-2.0
//
// Numbers as texts write them: in Han characters, in Roman numerals, in words.

#ifndef KHITAI_CONTEXT_NUMERALS_H_
#define KHITAI_CONTEXT_NUMERALS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "context/word_filter.h"
#include "fold/fold.h"
#include "khitai/lexicon.h"

namespace khitai::context {

// A number and the unit behind it.
struct Number {
  int32_t value = 0;
  size_t end = 0;
  size_t digits = 0;  // of a row of digits; 0: thousands, hundreds, tens
  bool nought = false;
};

// The number that the Han characters from unit `i` on write: digits one by one
// (U+4E00 U+4E00 U+56DB is 114) or with tens, hundreds and thousands, also the
// short ones for 20, 30 and 40, and the word for "and" before the last digit.
// Linear in the characters of the number, at most a dozen.
std::optional<Number> han_number(const fold::Units& units, size_t i);

// Whether a unit is a character of such a number.
bool is_han_numeral(const fold::Units& units, size_t i);

// 1 to 39; 0 for what is no Roman numeral in capitals. What stands behind the
// numeral in small letters (XIIe) is put in `*suffix`. Cyrillic look-alikes
// count.
int32_t roman_number(std::string_view written, std::string_view* suffix);

// Numbers in words (lexicon/conventions/name_words.tsv, kinds `cardinal` and
// `nth`). Immutable once made; then thread-safe.
class NumberWords {
 public:
  NumberWords() = default;
  explicit NumberWords(const Lexicon& lexicon);

  // The number that the words from unit `i` on add up to: Arabic "six and
  // thirty and five hundred". Linear in them.
  std::optional<Number> number_at(const fold::Units& units, size_t i) const;

  // The ordinal number that the words from unit `i` on, or those that end
  // before unit `end`, are; 0: none. `*count`: how many words.
  int32_t nth_at(const fold::Units& units, size_t i, size_t* count) const;
  int32_t nth_before(const fold::Units& units, size_t end, size_t* count) const;

 private:
  int32_t cardinal(std::string_view key) const;
  int32_t nth(const fold::Units& units, size_t first, size_t last) const;

  std::unordered_map<std::string, int32_t> cardinals_, nths_;
  WordFilter filter_;  // how cardinals begin
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_NUMERALS_H_
