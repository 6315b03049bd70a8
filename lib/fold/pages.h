// SPDX-License-Identifier: Apache-2.0
//
// Tables for the wide scanner (wide.h), made from the entries (table.h).
//
// The letters that take two bytes come in pages of 256 code points. A letter is
// *simple* where it folds to one of its own page, goes into words with the
// others of it, and needs no more care.

#ifndef KHITAI_FOLD_PAGES_H_
#define KHITAI_FOLD_PAGES_H_

#include <array>
#include <cstdint>

#include "fold/arabic.h"
#include "fold/table.h"

namespace khitai::fold {

inline constexpr uint32_t kPages = 8;  // U+0000..07FF
inline constexpr uint32_t kArabicPage = 6;
// In its page. None but at the end of a word (units_sink.cc), seen by the
// caller.
inline constexpr uint8_t kPageMaksura = kMaksura & 0xFF;

// What stands for what vanishes of a word of that page, as vowel signs do, and
// as the hamza does that stands for itself where the letters are not Uyghur (of
// which no page tells): the lower eight bits of a mark, so of no letter.
inline constexpr uint8_t kVanishes = 0x40;
static_assert(class_of(entry_of(kArabicPage << 8 | kVanishes)) ==
              Class::kDropped);

// The lower eight bits of what the simple letters fold to; 0: none.
struct alignas(64) Page {
  uint8_t to[256];
};

constexpr bool is_simple(uint32_t code, uint32_t entry) {
  const uint32_t to = folded(entry, code);
  const Class group =
      code >> 8 == kArabicPage ? Class::kArabic : Class::kLetter;
  return code >= 0x100 && class_of(entry) == group &&
         (entry & kComplexFlag) == 0 && to >> 8 == code >> 8;
}

constexpr std::array<Page, kPages> make_pages() {
  std::array<Page, kPages> pages{};
  for (uint32_t code = 0; code < kPages * 256; ++code) {
    const uint32_t entry = entry_of(code);
    uint8_t& to = pages[code >> 8].to[code & 0xFF];
    if (is_simple(code, entry)) {
      to = static_cast<uint8_t>(folded(entry, code));
    } else if (code >> 8 == kArabicPage &&
               (class_of(entry) == Class::kDropped || code == kHamza)) {
      to = kVanishes;
    }
  }
  return pages;
}

inline constexpr std::array<Page, kPages> kPageTables = make_pages();

// What Latin letters fold to, of one or two bytes, where they are simple but
// for leaving their page; else 0. Digits are none.
constexpr uint16_t latin_fold(uint32_t code) {
  const uint32_t entry = entry_of(code);
  const uint32_t to = folded(entry, code);
  const bool simple = class_of(entry) == Class::kLetter &&
                      (entry & kLatinFlag) != 0 &&
                      (entry & kComplexFlag) == 0 && to < 0x800;
  return simple ? static_cast<uint16_t>(to) : 0;
}
template <uint32_t kFirst, uint32_t kCount>
constexpr std::array<uint16_t, kCount> latin_folds() {
  std::array<uint16_t, kCount> latin{};
  for (uint32_t i = 0; i < kCount; ++i) latin[i] = latin_fold(kFirst + i);
  return latin;
}
inline constexpr auto kLatin = latin_folds<0, 0x280>();
inline constexpr uint32_t kMoreLatinFirst = 0x1E00;
inline constexpr auto kMoreLatin = latin_folds<kMoreLatinFirst, 0x100>();

// What the characters that take three bytes fold to, where that is one that
// does, too, and they are Han; kMark for punctuation of class kMark; else 0, as
// for what is no character.
struct HanTable {
  static constexpr uint16_t kMark = 1;
  // One more, for it is read four bytes at a time.
  uint16_t to[0x10000 + 1];
};
// Made on first use, in less than a millisecond. Thread-safe.
const HanTable& han_table();

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_PAGES_H_
