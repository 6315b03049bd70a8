// SPDX-License-Identifier: Apache-2.0
//
// Years that a text binds to a name: those in the brackets directly behind it
// ("Dezong (r. 779-805)"), those behind a comma and a word for a life or a
// reign ("Dezong, r. 779-805"), and the year of an era (an era's name, a number
// and the character for `year`).

#ifndef KHITAI_CONTEXT_BOUND_YEARS_H_
#define KHITAI_CONTEXT_BOUND_YEARS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "context/years.h"
#include "fold/fold.h"

namespace khitai::context {

struct BoundYears {
  int32_t from = 0;
  int32_t to = 0;
};

// The years in the brackets behind the name that ends at byte `end`: two of
// them, or one with a short word that says what of ("r.", "d.", "b."). One
// year alone is where the name was met, no more. Without brackets there must be
// such a word, and nothing else between the comma and the years. `years` and
// `units` are those of `text`. Logarithmic.
std::optional<BoundYears> bound_years(std::string_view text,
                                      const fold::Units& units,
                                      const std::vector<YearAt>& years,
                                      const YearWords& words, uint32_t end);

// Which year of the era that ends at byte `end` is spoken of; 0: none.
int32_t year_of_era(const fold::Units& units, uint32_t end);

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_BOUND_YEARS_H_
