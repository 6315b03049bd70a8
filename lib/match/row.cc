// SPDX-License-Identifier: Apache-2.0

#include "match/row.h"

#include <cstring>

namespace khitai::match {

bool spells(const fold::Units& units, const Row& row, std::string_view key) {
  for (uint32_t i = row.first; i <= row.last; ++i) {
    const fold::Unit& unit = units.units[i];
    if (i != row.first) {
      if (unit.gap == fold::Gap::kBarrier) return false;
      if (const char gap = fold::gap_byte(unit.gap); gap != 0) {
        if (key.empty() || key[0] != gap) return false;
        key.remove_prefix(1);
      }
    }
    uint32_t begin = unit.key_begin, end = unit.key_end;
    if (i == row.last && row.end_cut != 0) end = begin + row.end_cut;
    if (i == row.first) begin += row.begin_cut;
    const uint32_t size = end - begin;
    if (key.size() < size ||
        std::memcmp(key.data(), units.key.data() + begin, size) != 0) {
      return false;
    }
    key.remove_prefix(size);
  }
  return key.empty();
}

}  // namespace khitai::match
