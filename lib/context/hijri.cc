// SPDX-License-Identifier: Apache-2.0

#include "context/hijri.h"

#include <cstdlib>

namespace khitai::context {

int32_t from_hijri(int32_t year) {
  constexpr int64_t kParts = 1'000'000;  // of a solar year
  constexpr int64_t kLunarYear = 970'208;
  constexpr int64_t kMiddle = 622'050'000;  // of the year before the first
  return static_cast<int32_t>((year * kLunarYear + kMiddle) / kParts);
}

int32_t from_solar_hijri(int32_t year) {
  constexpr int32_t kDifference = 621;
  return year + kDifference;
}

bool is_year_of_both(int32_t hijri, int32_t year) {
  // A year of the one begins in any month of the other.
  constexpr int32_t kSlack = 2;
  return std::abs(from_hijri(hijri) - year) <= kSlack;
}

}  // namespace khitai::context
