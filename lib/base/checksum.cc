// SPDX-License-Identifier: Apache-2.0

#include "base/checksum.h"

#include "base/bytes.h"

namespace khitai::base {
namespace {

constexpr uint64_t kFirst = 0x9E3779B97F4A7C15;   // 2^64 / golden ratio
constexpr uint64_t kSecond = 0xD1B54A32D192ED03;  // odd, well mixed bits

uint64_t fold_multiply(uint64_t a, uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

}  // namespace

uint64_t checksum(std::string_view bytes, uint64_t seed) {
  uint64_t state = seed ^ kFirst;
  size_t at = 0;
  for (; bytes.size() - at >= 16; at += 16) {
    state = fold_multiply(load<uint64_t>(bytes, at) ^ kSecond,
                          load<uint64_t>(bytes, at + 8) ^ state);
  }
  uint64_t tail[2] = {0, 0};
  if (at < bytes.size()) {
    std::memcpy(tail, bytes.data() + at, bytes.size() - at);
  }
  state = fold_multiply(tail[0] ^ kSecond, tail[1] ^ state);
  return fold_multiply(state ^ kFirst, bytes.size() ^ kSecond);
}

std::string hex64(uint64_t value) {
  std::string text(16, '0');
  for (size_t i = 0; i < 16; ++i) {
    text[15 - i] = "0123456789abcdef"[(value >> (4 * i)) & 15];
  }
  return text;
}

}  // namespace khitai::base
