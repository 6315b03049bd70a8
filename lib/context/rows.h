// SPDX-License-Identifier: Apache-2.0
//
// Rows of units, compared with the words of tables by their match keys.

#ifndef KHITAI_CONTEXT_ROWS_H_
#define KHITAI_CONTEXT_ROWS_H_

#include <string>

#include "fold/fold.h"

namespace khitai::context {

// The match key of the units first..last (half-open); empty where they are no
// row: none, too few, or something between them that no name has.
inline std::string row_key(const fold::Units& units, size_t first,
                           size_t last) {
  std::string key;
  if (last > units.units.size()) return key;
  for (size_t i = first; i < last; ++i) {
    const fold::Unit& unit = units.units[i];
    if (i > first) {
      if (unit.gap == fold::Gap::kBarrier) return "";
      if (unit.gap != fold::Gap::kNone) key += fold::gap_byte(unit.gap);
    }
    key += units.key_of(unit);
  }
  return key;
}

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_ROWS_H_
