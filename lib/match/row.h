// SPDX-License-Identifier: Apache-2.0
//
// A row of units under trial: units first..last of a text, the first perhaps
// begun behind an apostrophe, the last perhaps ended before one.

#ifndef KHITAI_MATCH_ROW_H_
#define KHITAI_MATCH_ROW_H_

#include <cstdint>
#include <string_view>

#include "fold/fold.h"

namespace khitai::match {

struct Row {
  uint64_t hash;
  uint32_t first;
  uint32_t last;
  uint32_t begin_cut;  // bytes of the first unit's key left out; 0: none
  uint32_t end_cut;    // bytes of the last unit's key kept; 0: all
};

// A row that may be the name at an offset of the section's names.
struct Candidate {
  Row row;
  uint32_t name;
};

// Whether the row's folded bytes and gaps are those of `key`. Never across a
// barrier. REQUIRES: the row's units and cuts lie within `units`.
bool spells(const fold::Units& units, const Row& row, std::string_view key);

}  // namespace khitai::match

#endif  // KHITAI_MATCH_ROW_H_
