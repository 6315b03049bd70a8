// SPDX-License-Identifier: Apache-2.0
//
// Runs of Han characters and the punctuation between them, as both kinds of
// wide registers read them (wide_han_avx2.h, wide_han_avx512.h): a character of
// three bytes in each lane of four, folded by one table, hashed and put down as
// units with nothing asked of any of them alone. KHITAI_WIDE_TARGET as in
// wide_scan.h.

#ifndef KHITAI_FOLD_WIDE_HAN_H_
#define KHITAI_FOLD_WIDE_HAN_H_

#include <cstddef>
#include <cstdint>

#include "fold/wide_parts.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {

// Such a run that is being read.
struct HanRun {
  const char* at;
  const char* end;
  uint32_t begin;  // of `at` in the text
  Gap gap;         // before the next character
  bool han;        // the last character was one; else punctuation
  UnitsSink::Room room;

  void go_on(uint32_t characters) {
    at += 3 * characters;
    begin += 3 * characters;
  }
  void put_down(uint32_t units) {
    room.unit += units;
    room.hash += units;
    room.key += 3 * units;
  }
};

// Bits of a character of three bytes, the first lowest.
inline constexpr uint32_t kTripleMask = 0x00C0C0F0;
inline constexpr uint32_t kTripleBits = 0x008080E0;

// Which of sixteen bytes go where to make four lanes of four characters in a
// row, and back.
inline constexpr char kNoByte = static_cast<char>(0x80);
alignas(16) inline constexpr char kSpreadTriples[16] = {
    0, 1, 2, kNoByte, 3, 4, 5, kNoByte, 6, 7, 8, kNoByte, 9, 10, 11, kNoByte};
alignas(16) inline constexpr char kPackTriples[16] = {
    0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, kNoByte, kNoByte, kNoByte, kNoByte};

// What both kinds of registers compute alike. Lanes has their vectors of 32 and
// of 64 bits (Words, Longs), and product(a, b): of the lower halves of Longs.

// The codes of characters of three bytes.
template <class Lanes>
KHITAI_WIDE_TARGET inline typename Lanes::Words codes_of(
    typename Lanes::Words triples) {
  return (triples << 12 & 0xF000) | (triples >> 2 & 0xFC0) |
         (triples >> 16 & 0x3F);
}
// The three bytes of each character, the first lowest.
template <class Lanes>
KHITAI_WIDE_TARGET inline typename Lanes::Words triples_of(
    typename Lanes::Words codes) {
  return codes >> 12 | (codes << 2 & 0x3F00) | (codes & 0x3F) << 16 |
         kTripleBits;
}
// What han_hash() makes of keys of three bytes, one in each lane. The upper
// half of what key_hash() multiplies is the same for all of them.
template <class Lanes>
KHITAI_WIDE_TARGET inline typename Lanes::Longs hashes_of(
    typename Lanes::Longs triples) {
  constexpr uint64_t kHalf = 0xFFFFFFFF;
  constexpr uint64_t kUpper = kLowSalt >> 32;
  constexpr uint64_t kMiddle = kUpper * (kHighSalt & kHalf);
  constexpr uint64_t kTop = kUpper * (kHighSalt >> 32) + (kMiddle >> 32);
  using Longs = typename Lanes::Longs;
  const Longs lower = triples ^ (kLowSalt & kHalf);
  const Longs first = Lanes::product(lower, Longs{} + kHighSalt);
  const Longs second = Lanes::product(lower, Longs{} + (kHighSalt >> 32));
  const Longs middle = (first >> 32) + (second & kHalf) + (kMiddle & kHalf);
  const Longs low = (first & kHalf) | middle << 32;
  const Longs high = (second >> 32) + (middle >> 32) + kTop;
  return (low ^ high) | 1;
}

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_HAN_H_
