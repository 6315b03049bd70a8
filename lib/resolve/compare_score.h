// SPDX-License-Identifier: Apache-2.0
//
// What the spellings of two names say for and against their being one name:
// measures, each zero or more but `letters`, and what a unit of each adds to
// the log-odds. An omission, a variant and a contradiction weigh differently.

#ifndef KHITAI_RESOLVE_COMPARE_SCORE_H_
#define KHITAI_RESOLVE_COMPARE_SCORE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "resolve/compare_align.h"
#include "resolve/compare_dates.h"
#include "resolve/compare_tokens.h"

namespace khitai::resolve {

enum Measure : uint8_t {
  kStart,
  kEqual,
  kAgreed,
  kVariants,
  kWorst,
  kContradicted,
  kContradictions,
  kFather,
  kOmissions,
  kOmittedShare,
  kOneLeft,
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
  kAlone,
  kAloneShort,
  kAloneScripts,
  kOnlyInitials,
  kLetters,
  kDatesFit,
  kDatesOther,
  kMeasureCount,
};

// What a measure is part of: reasons are told by group.
enum class Group : uint8_t {
  kSpelling,
  kContradiction,
  kOmission,
  kTitle,
  kNumber,
  kLegal,
  kOrder,
  kDates,
};

struct CompareWeight {
  std::string_view id;
  Group group;
  double weight;
  std::string_view what;  // is measured
};

// In the order of Measure. Fitted by bench/fit_compare.py but for those it
// lists as set by hand; how well they do: docs/accuracy.md.
inline constexpr std::array<CompareWeight, kMeasureCount> kCompareWeights = {{
    {"start", Group::kSpelling, 3.05, "1"},
    {"equal", Group::kSpelling, 2.00,
     "1 where all words are the same, in order"},
    {"agreed", Group::kSpelling, 0.01,
     "weight of the words that meet, at most 3"},
    {"variants", Group::kSpelling, -1.26,
     "letters that differ in them, at most 4"},
    {"worst", Group::kSpelling, -0.28,
     "part of the letters that differ, of the worst pair"},
    {"contradicted", Group::kContradiction, -3.54,
     "1 where a word stands against another"},
    {"contradictions", Group::kContradiction, -2.42,
     "weight of the words that do, at most 3"},
    {"father", Group::kContradiction, -0.21, "1 where another father is named"},
    {"omissions", Group::kOmission, -0.56,
     "weight of the words left out, at most 3"},
    {"omitted-share", Group::kOmission, -0.44,
     "... as a part of the fuller name"},
    {"one-left", Group::kOmission, -0.88,
     "1 where one word is all the shorter name has"},
    {"short-forms", Group::kSpelling, -0.20, "short forms of given names"},
    {"title-omitted", Group::kTitle, 0.33, "1 where one side has a title"},
    {"title-other", Group::kTitle, 0.00, "1 where the titles differ"},
    {"number-omitted", Group::kNumber, -2.50,
     "1 where one side has a number; a half for 1"},
    {"number-other", Group::kNumber, -5.00, "1 where the numbers differ"},
    {"legal-omitted", Group::kLegal, 0.08, "1 where one side has a legal form"},
    {"legal-other", Group::kLegal, -1.22, "1 where the legal forms differ"},
    {"company-contradicted", Group::kContradiction, -0.20,
     "contradicted, between companies"},
    {"company-omissions", Group::kOmission, -0.57,
     "omissions, between companies"},
    {"moved", Group::kOrder, -0.71, "1 where the order is another"},
    {"turned", Group::kOrder, -3.00, "1 where son and father change places"},
    {"joined", Group::kSpelling, 0.72, "words written together on one side"},
    {"scripts", Group::kSpelling, 0.09, "1 where the scripts differ"},
    {"alone", Group::kSpelling, -1.20,
     "1 where a variant in the same script is all there is"},
    {"alone-short", Group::kSpelling, -1.20,
     "... quarters of letters short of 9"},
    {"alone-scripts", Group::kSpelling, -0.81,
     "the same of a variant in another script"},
    {"only-initials", Group::kSpelling, -1.20,
     "letters that initials alone lack to be three"},
    {"letters", Group::kSpelling, 0.25,
     "what the letter model of two scripts says, a word"},
    {"dates-fit", Group::kDates, 1.50, "ends of the dates that fit"},
    {"dates-other", Group::kDates, -5.00, "1 where dates differ"},
}};

using Measures = std::array<double, kMeasureCount>;

Measures measures_of(const NameParts& a, const NameParts& b,
                     const Alignment& alignment, const DatesFit& dates);

// The log-odds that the spellings are of one name; of one group of measures.
double log_odds(const Measures& measures);
double log_odds(const Measures& measures, Group group);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_COMPARE_SCORE_H_
