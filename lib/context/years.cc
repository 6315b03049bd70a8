// SPDX-License-Identifier: Apache-2.0

#include "context/years.h"

#include <algorithm>

namespace khitai::context {
namespace {

constexpr int32_t kFirstYear = 300;
constexpr int32_t kPastYears = 1900;

// The number a unit is, or -1.
int32_t number_of(std::string_view key) {
  if (key.size() < 3 || key.size() > 4) return -1;
  int32_t number = 0;
  for (char c : key) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

// 33 hijri years are 32 solar ones; year 1 began in July 622.
int32_t from_hijri(int32_t year) { return year - year * 3 / 100 + 622; }

}  // namespace

std::vector<YearAt> years_in(const fold::Units& units, std::string_view lang) {
  const bool hijri = lang == "ar" || lang == "fa";
  std::vector<YearAt> years;
  for (const fold::Unit& unit : units.units) {
    if (unit.kind != fold::UnitKind::kWord) continue;
    int32_t year = number_of(units.key_of(unit));
    if (year < 0) continue;
    if (hijri && year < 1000) year = from_hijri(year);
    if (year < kFirstYear || year >= kPastYears) continue;
    years.push_back({unit.begin, year});
  }
  return years;
}

std::optional<int32_t> nearest_year(const std::vector<YearAt>& years,
                                    uint32_t begin, uint32_t end,
                                    uint32_t reach) {
  const auto after = std::lower_bound(
      years.begin(), years.end(), begin,
      [](const YearAt& year, uint32_t at) { return year.offset < at; });
  std::optional<int32_t> nearest;
  uint32_t least = reach;
  if (after != years.begin() && begin - (after - 1)->offset <= least) {
    least = begin - (after - 1)->offset;
    nearest = (after - 1)->year;
  }
  if (after != years.end()) {
    const uint32_t gap = after->offset < end ? 0 : after->offset - end;
    if (gap < least || (gap == least && !nearest)) nearest = after->year;
  }
  return nearest;
}

}  // namespace khitai::context
