// SPDX-License-Identifier: Apache-2.0
//
// What the spellings of two names say for and against their being one name:
// measures, each zero or more, and what a unit of each adds to the log-odds.
// An omission, a variant and a contradiction weigh differently.

#ifndef KHITAI_RESOLVE_COMPARE_SCORE_H_
#define KHITAI_RESOLVE_COMPARE_SCORE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "resolve/compare_align.h"
#include "resolve/compare_tokens.h"

namespace khitai::resolve {

enum Measure : uint8_t {
  kStart,
  kAgreed,
  kVariants,
  kWorst,
  kWorstShort,
  kAlone,
  kFirst,
  kContradicted,
  kContradictions,
  kFather,
  kOmissions,
  kOmittedShare,
  kOneLeft,
  kInitials,
  kShortForms,
  kTitleOmitted,
  kTitleOther,
  kNumberOmitted,
  kNumberOther,
  kLegalOmitted,
  kLegalOther,
  kCompanyContradicted,
  kCompanyOmissions,
  kMoved,
  kTurned,
  kJoined,
  kScripts,
  kAloneVariant,
  kAloneShort,
  kAloneScripts,
  kOnlyInitials,
  kLetters,
  kMeasureCount,
};

struct CompareWeight {
  std::string_view id;
  double weight;
  std::string_view what;  // is measured
};

// In the order of Measure. Fitted by bench/fit_compare.py but for those it
// lists as set by hand; how well they do: docs/accuracy.md.
inline constexpr std::array<CompareWeight, kMeasureCount> kCompareWeights = {{
    {"start", 0, "1"},
    {"agreed", 0, "weight of the words that meet, at most 3"},
    {"variants", 0, "letters that differ in them, at most 4"},
    {"worst", 0, "part of the letters that differ, of the worst pair"},
    {"worst-short", 0, "... where its words have at most 5 letters"},
    {"alone", 0, "... where nothing else meets"},
    {"first", 0, "pairs whose first letters differ, at most 2"},
    {"contradicted", 0, "1 where a word stands against another"},
    {"contradictions", 0, "weight of the words that do, at most 3"},
    {"father", 0, "1 where another father is named"},
    {"omissions", 0, "weight of the words left out, at most 3"},
    {"omitted-share", 0, "... as a part of the fuller name"},
    {"one-left", 0, "1 where one word is all the shorter name has"},
    {"initials", 0, "initials that fit, at most 3"},
    {"short-forms", 0, "short forms of given names"},
    {"title-omitted", 0, "1 where one side has a title"},
    {"title-other", 0, "1 where the titles differ"},
    {"number-omitted", -2.5, "1 where one side has a number; a half for 1"},
    {"number-other", -5, "1 where the numbers differ"},
    {"legal-omitted", 0, "1 where one side has a legal form"},
    {"legal-other", 0, "1 where the legal forms differ"},
    {"company-contradicted", 0, "contradictions, between companies"},
    {"company-omissions", 0, "omissions, between companies"},
    {"moved", 0, "1 where the order is another"},
    {"turned", -3, "1 where son and father change places"},
    {"joined", 0, "words written together on one side"},
    {"scripts", 0, "1 where the scripts differ"},
    {"alone-variant", 0, "..."},
    {"alone-short", 0, "..."},
    {"alone-scripts", 0, "..."},
    {"only-initials", -1.2, "letters that initials alone lack to be three"},
    {"letters", 0, "what the letter model of two scripts says, a word"},
}};

using Measures = std::array<double, kMeasureCount>;

Measures measures_of(const NameParts& a, const NameParts& b,
                     const Alignment& alignment);

// The log-odds that the spellings are of one name.
double log_odds(const Measures& measures);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_COMPARE_SCORE_H_
