// SPDX-License-Identifier: Apache-2.0
//
// The dates of a heading, as libraries write them: "1087-1143", "d. 1227",
// "approximately 1086-1157", "active 12th century", "623-681/1226-1283". What
// the words in them mean stands in lexicon/headings.tsv. A text that has
// anything else in it is no date: "Version 1087" is none.

#ifndef KHITAI_CONTEXT_LIFE_DATES_H_
#define KHITAI_CONTEXT_LIFE_DATES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "khitai/lexicon.h"

namespace khitai::context {

// Years CE. An end that is not told is open on both sides.
struct LifeDates {
  Years begin;  // the years it may have begun in; of a person, the birth
  Years end;
  bool about = false;   // some year of them is approximate
  bool within = false;  // years of a reign or of work, or one year alone:
                        // begin and end lie within the life
};

// "1087-1143", "?-1227": the first and the last year.
std::string words_of(const LifeDates& dates);

// What two texts say together ("b. 1087" and "d. 1143"); none where they
// contradict each other.
std::optional<LifeDates> both_dates(const LifeDates& a, const LifeDates& b);

// Immutable once made; then thread-safe.
class DateWords {
 public:
  enum Role : unsigned {
    kAbout = 1,
    kBorn = 2,
    kDied = 4,
    kActive = 8,
    kCentury = 16,
    kHijri = 32,
    kYear = 64,
    kOrdinal = 128,
    kJoins = 256,
    kRelator = 512,
  };
  explicit DateWords(const Lexicon& lexicon);

  // The roles of a key (fold::match_key), added up; 0: none.
  unsigned roles_of(const std::string& key) const;

 private:
  std::unordered_map<std::string, unsigned> roles_;
};

// Reads a text that is dates and nothing else. Linear.
std::optional<LifeDates> read_life_dates(std::string_view text,
                                         const DateWords& words);

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_LIFE_DATES_H_
