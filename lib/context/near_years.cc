// SPDX-License-Identifier: Apache-2.0
//
// Which of a text's years are near a name. Part of years.h.

#include <algorithm>

#include "context/years.h"

namespace khitai::context {
namespace {

std::vector<YearAt>::const_iterator first_behind(
    const std::vector<YearAt>& years, uint32_t at) {
  return std::lower_bound(
      years.begin(), years.end(), at,
      [](const YearAt& year, uint32_t place) { return year.offset < place; });
}

}  // namespace

YearRun years_beside(const std::vector<YearAt>& years, uint32_t at,
                     uint32_t reach) {
  const auto beside = [&](const YearAt& year) {
    const uint32_t gap = year.offset < at ? at - year.offset : year.offset - at;
    return gap <= reach && year.sentence.holds(at);
  };
  YearRun run;
  run.last = static_cast<size_t>(first_behind(years, at) - years.begin());
  run.first = run.last;
  while (run.first > 0 && beside(years[run.first - 1])) --run.first;
  while (run.last < years.size() && beside(years[run.last])) ++run.last;
  return run;
}

std::optional<Years> nearest_year(const std::vector<YearAt>& years,
                                  uint32_t begin, uint32_t end,
                                  uint32_t reach) {
  const YearAt* nearest = nullptr;
  uint32_t least = 0;
  // 2: a year of the name's own sentence, 1: a century of it, 0: another's.
  const auto rank = [&](const YearAt& year) {
    return year.sentence.holds(begin) ? 1 + int{year.exact()} : 0;
  };
  const auto offer = [&](const YearAt& year, uint32_t gap) {
    const int more = nearest == nullptr ? 1 : rank(year) - rank(*nearest);
    if (more < 0 || (more == 0 && gap >= least)) return;
    nearest = &year;
    least = gap;
  };
  const auto after = first_behind(years, begin);
  for (auto one = after; one != years.begin(); --one) {
    const YearAt& year = *(one - 1);
    if (begin - year.offset > reach) break;
    offer(year, begin - year.offset);
  }
  for (auto one = after; one != years.end(); ++one) {
    const uint32_t gap = one->offset < end ? 0 : one->offset - end;
    if (gap > reach) break;
    offer(*one, gap);
  }
  if (nearest == nullptr) return std::nullopt;
  return nearest->years;
}

}  // namespace khitai::context
