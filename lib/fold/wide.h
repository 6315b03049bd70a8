// SPDX-License-Identifier: Apache-2.0
//
// The scanner in wide registers: append_units() where the processor has them.
// What it finds is what Scanner finds (scan.h), byte for byte; the tests see to
// it for each. Four shapes make up nearly all of every text:
//
//   words of up to 16 ASCII letters         sixteen bytes at a time
//   words of two-byte letters of one page,  sixteen or thirty-two letters at a
//   with what vanishes of them              time, by pages (pages.h)
//   words of Latin letters with marks       letter by letter by one table, or
//                                           64 bytes at a time
//   Han characters and punctuation          eight or sixteen at a time
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
#include "fold/wide_runs.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {

// Bytes of a text below which it does not pay.
inline constexpr size_t kLeastWide = 256;
// Bytes that may be read behind whatever is looked at.
inline constexpr size_t kWideMargin = 64;

void scan_avx2(std::string_view text, Scanner<UnitsSink>* scanner,
               UnitsSink* sink);
void scan_avx512(std::string_view text, Scanner<UnitsSink>* scanner,
                 UnitsSink* sink);

// What of a word has been folded, in bytes.
struct WordFold {
  uint32_t taken;  // of the text
  uint32_t key;    // put down
};

// Each kind of registers has a class Wide with
//   static uint32_t* spans(const char* base, size_t size, uint32_t offset,
//                          uint32_t* out, Runs* runs);
//       Writes where runs begin and end, in turn, `offset` added; the last may
//       lack its end. Returns the end of what it wrote. REQUIRES: size is a
//       multiple of 64 and at most kWindow; room for size + 64.
//   static WordFold fold_latin(const char* at, size_t size, char* key);
//       Folds letters of kLatin (pages.h), as many as there are from the first
//       on and it will; writes 64 bytes.
//   class PageFolder
//       PageFolder(uint32_t number) of the page with U+100 * number;
//       WordFold fold(const char* at, uint32_t size, char* key) const
//           Folds letters of the page, as many as there are from the first on;
//           writes kMost bytes. REQUIRES: size <= kMost.
//   class HanFolder
//       HanFolder(const HanTable& table);
//       bool take(HanRun* run) const
//           Takes some of the characters from run->at on, as they come. Writes
//           kMost units. Returns whether more may follow.

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_H_
