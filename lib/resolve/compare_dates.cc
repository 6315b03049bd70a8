// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_dates.h"

#include <algorithm>

#include "base/year.h"
#include "resolve/heading_parts.h"

namespace khitai::resolve {
namespace {

constexpr int64_t kTolerance = 5;
constexpr int64_t kAbout = 10;

// No dates without a digit of some script, and a mark that parts them off.
bool may_have_dates(std::string_view text) {
  const bool parted = std::any_of(text.begin(), text.end(), [](char byte) {
    return byte == ',' || byte == '(' || byte == '[' || (byte & 0x80) != 0;
  });
  return parted && std::any_of(text.begin(), text.end(), [](char byte) {
           return (byte >= '0' && byte <= '9') || (byte & 0x80) != 0;
         });
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
