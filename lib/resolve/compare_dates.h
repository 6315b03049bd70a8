// SPDX-License-Identifier: Apache-2.0
//
// The dates that stand with two names: "Mahmud (d. 1030)", "Yeh-lu, Ta-shih,
// 1087-1143". They are no words of the name, and say more than its words.

#ifndef KHITAI_RESOLVE_COMPARE_DATES_H_
#define KHITAI_RESOLVE_COMPARE_DATES_H_

#include <optional>
#include <string>
#include <string_view>

#include "context/life_dates.h"
#include "khitai/lexicon.h"

namespace khitai::resolve {

struct DatedName {
  std::string name;  // without the dates
  std::optional<context::LifeDates> dates;
};
// A name of which nothing but dates is left keeps them as words. Linear.
DatedName dated_name(const Lexicon& lexicon, std::string_view text);

// How two dates stand to each other: ends that fit, and whether some do not.
// Within five years, ten where one of them is approximate.
struct DatesFit {
  int fit = 0;
  bool other = false;
};
DatesFit fit_of(const context::LifeDates& a, const context::LifeDates& b);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_COMPARE_DATES_H_
