// SPDX-License-Identifier: Apache-2.0
//
// A 64-bit checksum for sections of compiled files and for their identity. It
// finds damage and tells contents apart; it is no defence against someone who
// forges a file on purpose. The value is part of the file format.
//
// The mixing step is the 64x64 -> 128 bit multiply-and-fold that wyhash (Wang
// Yi, public domain) made common. About 8 bytes a cycle-pair; thread-safe.

#ifndef KHITAI_BASE_CHECKSUM_H_
#define KHITAI_BASE_CHECKSUM_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace khitai::base {

uint64_t checksum(std::string_view bytes, uint64_t seed = 0);

// 16 hex digits.
std::string hex64(uint64_t value);

}  // namespace khitai::base

#endif  // KHITAI_BASE_CHECKSUM_H_
