// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_dates.h"

#include <algorithm>
#include <iterator>

#include "base/year.h"
#include "resolve/heading_parts.h"
#include "resolve/life.h"
#include "romanize/costs.h"

namespace khitai::resolve {
namespace {

constexpr int64_t kAbout = 10;

bool is_decimal(char32_t value) {
  constexpr char32_t kZeros[] = {'0', 0x660, 0x6F0, 0xFF10};
  return std::any_of(std::begin(kZeros), std::end(kZeros), [&](char32_t zero) {
    return value >= zero && value < zero + 10;
  });
}

// What is read for dates: cheaper than reading all.
bool may_have_dates(std::string_view text) {
  const auto letters = romanize::letters_of(text);
  return std::any_of(letters.begin(), letters.end(), is_decimal);
}

base::YearRange range_of(const Years& years) {
  return {years.from, years.to, false};
}

void compare_ends(const Years& a, const Years& b, int64_t slack,
                  DatesFit* fit) {
  if (a.open() || b.open()) return;
  if (base::distance(range_of(a), range_of(b)) <= slack) {
    ++fit->fit;
  } else {
    fit->other = true;
  }
}

// Years of work or of a reign must lie within the other's life.
DatesFit fit_within(const context::LifeDates& part,
                    const context::LifeDates& whole, int64_t slack) {
  DatesFit fit;
  const auto behind = [&](const Years& early, const Years& late) {
    return !early.open() && !late.open() && early.to != kLatest &&
           late.from != kEarliest && early.to + slack < late.from;
  };
  fit.other = behind(whole.end, part.begin) || behind(part.end, whole.begin);
  const bool told = !whole.begin.open() || !whole.end.open();
  fit.fit = told && !fit.other ? 1 : 0;
  return fit;
}

}  // namespace

DatedName dated_name(const Lexicon& lexicon, std::string_view text) {
  DatedName out{std::string(text), std::nullopt};
  if (!may_have_dates(text)) return out;
  const context::DateWords words(lexicon);
  const HeadingParts heading = parts_of(text);
  std::string rest;
  std::optional<context::LifeDates> dates;
  const auto look_at = [&](const std::string& part, bool bracket) {
    if (!dates) {
      dates = context::read_life_dates(part, words);
      if (dates) return;
    }
    if (!rest.empty()) rest += bracket ? " (" : ", ";
    rest += part;
    if (bracket && rest.size() > part.size()) rest += ")";
  };
  for (const std::string& part : heading.parts) look_at(part, false);
  for (const std::string& part : heading.brackets) look_at(part, true);
  if (dates && !rest.empty()) out = {std::move(rest), dates};
  return out;
}

DatesFit fit_of(const context::LifeDates& a, const context::LifeDates& b) {
  const int64_t slack = a.about || b.about ? kAbout : kTolerance;
  if (a.within != b.within) {
    return a.within ? fit_within(a, b, slack) : fit_within(b, a, slack);
  }
  DatesFit fit;
  compare_ends(a.begin, b.begin, slack, &fit);
  compare_ends(a.end, b.end, slack, &fit);
  return fit;
}

}  // namespace khitai::resolve
