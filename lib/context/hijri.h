// SPDX-License-Identifier: Apache-2.0
//
// Years of the hijra as years CE (Julian). O(1); thread-safe.

#ifndef KHITAI_CONTEXT_HIJRI_H_
#define KHITAI_CONTEXT_HIJRI_H_

#include <cstdint>

namespace khitai::context {

// The year CE that a hijri year mostly fell in, by the calendar of 30-year
// cycles: one of the first 999 is off by one.
int32_t from_hijri(int32_t year);

// The year CE that a year of the solar hijra, as Iran counts, mostly fell in.
int32_t from_solar_hijri(int32_t year);

// Whether the two numbers are one year in two eras: 536/1141.
bool is_year_of_both(int32_t hijri, int32_t year);

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_HIJRI_H_
