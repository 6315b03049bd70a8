// SPDX-License-Identifier: Apache-2.0
//
// The scanner in wide registers: append_units() where the processor has them.
// What it finds is what Scanner finds (scan.h), byte for byte; the tests see to
// it for each. Four shapes make up nearly all of every text:
//
//   words of up to 16 ASCII letters         sixteen bytes at a time
//   words of two-byte letters of one page   as U+0400-04FF: by pages (pages.h)
//   words of Latin letters with marks       letter by letter, by one table
//   Han characters and punctuation          one by one, but of three bytes each
//
// Everything else is left to Scanner, one step at a time.

#ifndef KHITAI_FOLD_WIDE_H_
#define KHITAI_FOLD_WIDE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/wide.h"
#include "fold/scan.h"
#include "fold/units_sink.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {

// Bytes of a text below which it does not pay.
inline constexpr size_t kLeastWide = 256;
// Bytes that may be read behind whatever is looked at.
inline constexpr size_t kWideMargin = 64;
// Bytes whose words are looked for at a time.
inline constexpr size_t kWindow = 4096;

void scan_avx2(std::string_view text, Scanner<UnitsSink>* scanner,
               UnitsSink* sink);
void scan_avx512(std::string_view text, Scanner<UnitsSink>* scanner,
                 UnitsSink* sink);

// What is known of a window's bytes, one bit each, the first byte lowest.
struct WindowBits {
  // Of bytes that are part of no word: blanks have no bit.
  uint64_t line[kWindow / 64 + 1];  // a line feed
  uint64_t mark[kWindow / 64 + 1];  // punctuation
  uint64_t hard[kWindow / 64 + 1];  // controls, carriage return, and behind
                                    // which a word may go on: ' ` : ^
};

// Each kind of registers has a class Wide with
//   static uint32_t* spans(const char* base, size_t size, uint32_t offset,
//                          uint32_t* out, WindowBits* bits);
//       Writes where runs of word bytes (ASCII letters and digits, bytes from
//       0x80 on) begin and end, in turn, `offset` added; the last may lack its
//       end. Returns the end of what it wrote. REQUIRES: size is a multiple of
//       64 and at most kWindow; room for size + 64.
//   class PageFolder
//       PageFolder(uint32_t number) of the page with U+100 * number;
//       uint32_t fold(const char* at, uint32_t size, char* key) const
//           Folds letters of the page; writes kMost bytes. Returns how many
//           bytes from the first on were such letters. REQUIRES: size <= kMost.

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_H_
