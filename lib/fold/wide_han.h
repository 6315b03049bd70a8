// SPDX-License-Identifier: Apache-2.0
//
// Runs of Han characters and the punctuation between them, as both kinds of
// wide registers read them (wide_han_avx2.h, wide_han_avx512.h): a character of
// three bytes in each lane of four, folded by one table, hashed and put down as
// units with nothing asked of any of them alone.

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
inline constexpr int kTripleMask = 0x00C0C0F0;
inline constexpr int kTripleBits = 0x008080E0;

// Which of sixteen bytes go where to make four lanes of four characters in a
// row, and back.
inline constexpr char kNoByte = static_cast<char>(0x80);
alignas(16) inline constexpr char kSpreadTriples[16] = {
    0, 1, 2, kNoByte, 3, 4, 5, kNoByte, 6, 7, 8, kNoByte, 9, 10, 11, kNoByte};
alignas(16) inline constexpr char kPackTriples[16] = {
    0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, kNoByte, kNoByte, kNoByte, kNoByte};

// What key_hash() makes of keys of three bytes: the upper half of what it
// multiplies is the same for all of them.
inline constexpr uint64_t kTripleHigh = kLowSalt >> 32;
inline constexpr uint64_t kTripleMiddle =
    kTripleHigh * (kHighSalt & 0xFFFFFFFF);
inline constexpr uint64_t kTripleTop = kTripleHigh * (kHighSalt >> 32);

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_HAN_H_
