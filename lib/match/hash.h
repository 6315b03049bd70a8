// SPDX-License-Identifier: Apache-2.0
//
// Hashes of rows of units. The hash of a row is built from the left, unit by
// unit (fold/unit_hash.h), the gap between two units included:
//
//   row("kara", kSpace, "khitai") = join(unit("kara"), kSpace, unit("khitai"))
//
// Nothing here resists an adversary: equal hashes are only a reason to compare
// bytes. Changing a hash means a new kVersion in section.h.

#ifndef KHITAI_MATCH_HASH_H_
#define KHITAI_MATCH_HASH_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fold/fold.h"
#include "fold/unit_hash.h"

namespace khitai::match {

using fold::kHashPadding;
using fold::unit_hash;

inline constexpr uint64_t kRowFactor = 0xa0761d6478bd642full;

inline constexpr uint64_t kGapSalt[4] = {
    0x9e3779b97f4a7c15ull, 0xd1b54a32d192ed03ull, 0x8ebc6af09c88c6e3ull,
    0x589965cc75374cc3ull};

// The hash of `row` followed by one more unit. A polynomial in the hashes of
// units, which are spread evenly: cheap in registers of any width.
inline uint64_t join(uint64_t row, fold::Gap gap, uint64_t unit) {
  return row * kRowFactor + (unit ^ kGapSalt[static_cast<unsigned>(gap) & 3]);
}

// How many bytes of a word (`key`, UTF-8) tell how it begins: about five
// letters of a long one, and never the whole of one that may lose its last
// letter to an ending. The same for a name's word and for what may be it with
// an ending, if `letters` is that of the name's word.
inline size_t start_letters(size_t letters) {
  return letters >= 7 ? 5 : letters >= 5 ? 4 : 3;
}
// Bytes of the first `letters` code points; the whole when there are fewer.
inline size_t start_size(std::string_view key, size_t letters) {
  size_t size = 0;
  while (size < key.size()) {
    const bool begins = (static_cast<uint8_t>(key[size]) & 0xC0) != 0x80;
    if (begins && letters-- == 0) break;
    ++size;
  }
  return size;
}
// The row that stands for a beginning of words, from the hash of its bytes.
inline uint64_t start_hash(uint64_t beginning) {
  return join(beginning, fold::Gap::kBarrier, 0);
}

// A place among `count`, by the high half of the hash. REQUIRES: count > 0.
inline uint64_t place_of(uint64_t hash, uint32_t count) {
  return (hash >> 32) * count >> 32;
}

}  // namespace khitai::match

#endif  // KHITAI_MATCH_HASH_H_
