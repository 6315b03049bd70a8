// SPDX-License-Identifier: Apache-2.0
//
// The dates of a heading against those of an entity: begin with begin, end
// with end, rivals from lexicon/dates.tsv included.

#ifndef KHITAI_RESOLVE_LIFE_H_
#define KHITAI_RESOLVE_LIFE_H_

#include <cstdint>

#include "context/life_dates.h"
#include "khitai/lexicon.h"
#include "khitai/resolve.h"

namespace khitai::resolve {

// Years by which dates that agree may differ, and a given or bound year may
// lie outside an entity's.
inline constexpr int64_t kTolerance = 5;

struct LifeFit {
  int compared = 0;      // ends that both tell; `within`: 1 if there are dates
  int fit = 0;           // ... and that agree
  bool refused = false;  // one end contradicts
};

// Ends agree within five years, or ten where one of them is approximate; where
// the lexicon's is, up to 25 years do not contradict. Linear in the entity's
// dates.
LifeFit life_fit(const Lexicon& lexicon, uint32_t entity,
                 const context::LifeDates& dates);

// Adds what they say for an entity that they do not refuse.
void add_life(const Lexicon& lexicon, uint32_t entity,
              const context::LifeDates& dates, std::vector<Feature>* features);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_LIFE_H_
