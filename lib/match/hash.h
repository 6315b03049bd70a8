// SPDX-License-Identifier: Apache-2.0
//
// Hashes of units and of rows of units. A unit's hash is taken over its folded
// bytes, 16 at a time and padded with zero bytes (which no key contains), so
// that wide registers can compute it too. The hash of a row is built from the
// left, unit by unit, the gap between two units included:
//
//   row("kara", kSpace, "khitai") = join(unit("kara"), kSpace, unit("khitai"))
//
// Nothing here resists an adversary: equal hashes are only a reason to compare
// bytes. Changing a hash means a new kVersion in section.h.

#ifndef KHITAI_MATCH_HASH_H_
#define KHITAI_MATCH_HASH_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "fold/fold.h"

namespace khitai::match {

// How many bytes behind a key unit_hash() may read.
inline constexpr size_t kHashPadding = 16;

// Bytes no UTF-8 text contains, so that no unit can cancel them out.
inline constexpr uint64_t kLowSalt = 0xf9c3f5f7fbe1fdffull;
inline constexpr uint64_t kHighSalt = 0xfdf8fbf7c1fff6c0ull;
inline constexpr uint64_t kChainSalt = 0xa0761d6478bd642full;

// The product in 128 bits, its halves laid over each other.
inline uint64_t mix(uint64_t a, uint64_t b) {
  __extension__ typedef unsigned __int128 Product;
  const Product product = static_cast<Product>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

// What to keep of the low and the high half of 16 bytes, by how many are.
inline constexpr uint64_t kAll = ~uint64_t{0};
inline constexpr uint64_t kMasks[17][2] = {{0, 0},
                                           {kAll >> 56, 0},
                                           {kAll >> 48, 0},
                                           {kAll >> 40, 0},
                                           {kAll >> 32, 0},
                                           {kAll >> 24, 0},
                                           {kAll >> 16, 0},
                                           {kAll >> 8, 0},
                                           {kAll, 0},
                                           {kAll, kAll >> 56},
                                           {kAll, kAll >> 48},
                                           {kAll, kAll >> 40},
                                           {kAll, kAll >> 32},
                                           {kAll, kAll >> 24},
                                           {kAll, kAll >> 16},
                                           {kAll, kAll >> 8},
                                           {kAll, kAll}};

// The first `size` of 16 bytes, the others 0. REQUIRES: size <= 16.
inline uint64_t block_hash(const char* bytes, size_t size) {
  uint64_t low, high;
  std::memcpy(&low, bytes, 8);
  std::memcpy(&high, bytes + 8, 8);
  return mix((low & kMasks[size][0]) ^ kLowSalt,
             (high & kMasks[size][1]) ^ kHighSalt);
}

// REQUIRES: kHashPadding bytes behind the key can be read.
inline uint64_t unit_hash(const char* key, size_t size) {
  if (size <= 16) return block_hash(key, size);
  uint64_t hash = block_hash(key, 16);
  while (size > 16) {
    key += 16;
    size -= 16;
    hash = mix(hash ^ block_hash(key, size < 16 ? size : 16), kChainSalt);
  }
  return hash;
}

// The hash of `row` followed by one more unit.
inline uint64_t join(uint64_t row, fold::Gap gap, uint64_t unit) {
  static constexpr uint64_t kGapSalt[4] = {
      0x9e3779b97f4a7c15ull, 0xd1b54a32d192ed03ull, 0x8ebc6af09c88c6e3ull,
      0x589965cc75374cc3ull};
  return mix(row ^ kGapSalt[static_cast<unsigned>(gap) & 3], unit ^ kChainSalt);
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
