// SPDX-License-Identifier: Apache-2.0

#include "match/row.h"

#include <cstring>

namespace khitai::match {

bool spells(const fold::Units& units, const Row& row, std::string_view key) {
  // Keys of units lie one behind the other: those with nothing between them in
  // `key` are compared together.
  const char* const keys = units.key.data();
  uint32_t begin = units.units[row.first].key_begin + row.begin_cut;
  for (uint32_t i = row.first;; ++i) {
    const fold::Unit& unit = units.units[i];
    const bool last = i == row.last;
    const fold::Gap gap = last ? fold::Gap::kBarrier : units.units[i + 1].gap;
    const char byte = last ? 0 : fold::gap_byte(gap);
    if (!last && gap == fold::Gap::kBarrier) return false;
    if (!last && byte == 0 && units.units[i + 1].key_begin == unit.key_end)
      continue;
    const uint32_t end =
        last && row.end_cut != 0 ? unit.key_begin + row.end_cut : unit.key_end;
    const uint32_t size = end - begin;
    if (key.size() < size || std::memcmp(key.data(), keys + begin, size) != 0) {
      return false;
    }
    key.remove_prefix(size);
    if (last) return key.empty();
    if (byte != 0) {
      if (key.empty() || key[0] != byte) return false;
      key.remove_prefix(1);
    }
    begin = units.units[i + 1].key_begin;
  }
}

}  // namespace khitai::match
