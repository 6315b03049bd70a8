// SPDX-License-Identifier: Apache-2.0
//
// Words that say what the number beside them is: a year and of which era, a
// century, or no year at all (cue rows of type `language`, lexicon/cues.tsv and
// headings.tsv); and numbers written in words. Immutable once made; then
// thread-safe.

#ifndef KHITAI_CONTEXT_YEAR_WORDS_H_
#define KHITAI_CONTEXT_YEAR_WORDS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "context/numerals.h"
#include "context/word_filter.h"
#include "khitai/lexicon.h"

namespace khitai::context {

class YearWords {
 public:
  enum Role : unsigned {
    kDated = 1,     // the number behind it is a year: "in 250"
    kCounted = 2,   // the number before it is none: "700 horsemen"
    kPage = 4,      // the number behind it is none: "p. 215"
    kLife = 8,      // the years behind it are of a life or a reign: "r. 1143"
    kYear = 16,     // says of a year that it is one: "536 g."
    kHijri = 32,    // the year beside it is of the hijra: "536 AH"
    kSolar = 64,    // ... of the solar hijra
    kCommon = 128,  // ... of the Christian era
    kCenturyBehind = 256,  // stands behind a century's number: "12th century"
    kCenturyBefore = 512,  // stands before it: "siglo XII"
    kOrdinal = 1024,       // makes a number an ordinal: "12th"
    kJoins = 2048,         // joins two numbers: "11th and 12th"
  };
  YearWords() = default;
  explicit YearWords(const Lexicon& lexicon);

  // `key` as fold::match_key makes it.
  bool has(Role role, std::string_view key) const {
    return (roles_of(key) & role) != 0;
  }
  unsigned roles_of(std::string_view key) const;

  // The roles among `wanted` of the longest row of units that begins at `i`
  // and has one, with its length; 0: none. Likewise of one that ends before
  // `end`.
  unsigned roles_at(const fold::Units& units, size_t i, unsigned wanted,
                    size_t* count) const;
  unsigned roles_before(const fold::Units& units, size_t end, unsigned wanted,
                        size_t* count) const;

  // Whether a word for a century, a date or an era may begin with this unit, or
  // one for an era may end with it; of the first two whether one of them.
  // Cheap.
  bool may_begin(std::string_view key) const { return begins_.may_have(key); }
  bool may_begin_century(std::string_view key) const {
    return centuries_.may_have(key);
  }
  bool may_begin_date(std::string_view key) const {
    return dates_.may_have(key);
  }
  bool may_begin_era(std::string_view key) const {
    return era_begins_.may_have(key);
  }
  bool may_end_era(std::string_view key) const {
    return era_ends_.may_have(key);
  }

  const NumberWords& numbers() const { return numbers_; }

 private:
  void file(std::string_view word, bool open, unsigned role);
  std::unordered_map<std::string, unsigned> roles_;
  std::unordered_map<std::string, unsigned> begun_;  // beginnings of words
  WordFilter begins_, centuries_, dates_, era_begins_, era_ends_;
  NumberWords numbers_;
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_YEAR_WORDS_H_
