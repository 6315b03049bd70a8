// SPDX-License-Identifier: Apache-2.0
//
// The hash of a unit's key: of its folded bytes, 16 at a time and padded with
// zero bytes (which no key contains), so that wide registers can compute it
// too. Its lowest bit is 1 where the unit is a Han character, else 0.
//
// Nothing here resists an adversary: equal hashes are only a reason to compare
// bytes.

#ifndef KHITAI_FOLD_UNIT_HASH_H_
#define KHITAI_FOLD_UNIT_HASH_H_

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "fold/fold.h"

namespace khitai::fold {

// How many bytes behind a key key_hash() may read.
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

// All bits of it. REQUIRES: kHashPadding bytes behind the key can be read.
inline uint64_t key_hash(const char* key, size_t size) {
  if (size <= 16) return block_hash(key, size);
  uint64_t hash = block_hash(key, 16);
  while (size > 16) {
    key += 16;
    size -= 16;
    hash = mix(hash ^ block_hash(key, size < 16 ? size : 16), kChainSalt);
  }
  return hash;
}

// Of a unit that is no Han character. REQUIRES: as key_hash().
inline uint64_t unit_hash(const char* key, size_t size) {
  return key_hash(key, size) & ~uint64_t{1};
}
// Of one that is.
inline uint64_t han_hash(const char* key, size_t size) {
  return key_hash(key, size) | 1;
}
inline bool is_han(uint64_t unit) { return (unit & 1) != 0; }

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_UNIT_HASH_H_
