// SPDX-License-Identifier: Apache-2.0
//
// Years, and the dates of the tables: a subset of EDTF (ISO 8601-2), kept as
// the years a date allows. Years are astronomical: 0 is 1 BCE, -320 is 321 BCE.
//
//   1124  1141-09  1141-09-09   a year, month or day
//   1174~  1174?                about; perhaps
//   [1124,1125]                 one of these
//   ..1218  1130..              not after; not before
//   1130/1218                   from, to
//   -0320                       four digits at least, the sign first
//
// Values, no allocation but in error messages; thread-safe.

#ifndef KHITAI_BASE_YEAR_H_
#define KHITAI_BASE_YEAR_H_

#include <cstdint>
#include <string_view>

#include "khitai/result.h"

namespace khitai::base {

using Year = int32_t;

// Open ends: earlier and later than every year.
inline constexpr Year kNoYearBefore = INT32_MIN;
inline constexpr Year kNoYearAfter = INT32_MAX;

// The years first..last, both included.
struct YearRange {
  Year first = kNoYearBefore;
  Year last = kNoYearAfter;
  bool approximate = false;  // written with ~ or ?

  bool open() const { return first == kNoYearBefore && last == kNoYearAfter; }
};

inline bool operator==(const YearRange& a, const YearRange& b) {
  return a.first == b.first && a.last == b.last &&
         a.approximate == b.approximate;
}

// Reads one date. The error says what is wrong and what was expected.
Result<YearRange> parse_year_range(std::string_view date);

bool contains(const YearRange& range, Year year);
bool overlaps(const YearRange& a, const YearRange& b);

// Years between the nearest ends; 0 when the ranges overlap.
int64_t distance(const YearRange& a, const YearRange& b);
int64_t distance(const YearRange& range, Year year);

// What lies from `from` to `to`, the two cells of a row: the first year of one
// to the last of the other, approximate when either is.
YearRange span_of(const YearRange& from, const YearRange& to);

// The same, wider by `years` at each end that is not open.
YearRange widen(const YearRange& range, int32_t years);

}  // namespace khitai::base

#endif  // KHITAI_BASE_YEAR_H_
