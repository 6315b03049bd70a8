// SPDX-License-Identifier: Apache-2.0
//
// The numbers of the near index's section that its builder and its reader share
// (near_index.h draws it).

#ifndef KHITAI_MATCH_NEAR_LAYOUT_H_
#define KHITAI_MATCH_NEAR_LAYOUT_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace khitai::match {

inline constexpr uint64_t kNearHeader = 24;  // bytes
inline constexpr uint32_t kNearMostBits = 24;
inline constexpr uint64_t kNearPerBucket = 8;
inline constexpr uint32_t kNearLengthBits = 6;
inline constexpr uint32_t kNearLongest = (1u << kNearLengthBits) - 1;
inline constexpr uint32_t kNearRestBits = 16 - kNearLengthBits;

inline uint32_t near_bucket(uint32_t hash, uint32_t bits) {
  return bits == 0 ? 0 : hash >> (32 - bits);
}

inline uint32_t near_length(size_t letters) {
  return static_cast<uint32_t>(std::min<size_t>(letters, kNearLongest));
}

// REQUIRES: length <= kNearLongest.
inline uint32_t near_tag(uint32_t hash, uint32_t bits, uint32_t length) {
  return (hash << bits) >> (32 - kNearRestBits) << kNearLengthBits | length;
}

}  // namespace khitai::match

#endif  // KHITAI_MATCH_NEAR_LAYOUT_H_
