// SPDX-License-Identifier: Apache-2.0
//
// The shapes that the loop of the wide scanner (wide_scan.h, which includes
// this) takes one at a time: words with something else than ASCII in them or
// behind them, runs of Han characters, punctuation.

#ifndef KHITAI_FOLD_WIDE_SHAPES_H_
#define KHITAI_FOLD_WIDE_SHAPES_H_

#include <algorithm>

#include "fold/wide_scan.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {

constexpr bool is_ascii_digit(char byte) { return byte >= '0' && byte <= '9'; }

// Reads a letter from U+1E00 to U+1EFF, or a mark on the letter before it that
// vanishes with others of its kind. `key`: behind the letters before, from
// `keys` on. Returns the bytes read; 0 where there is neither.
inline uint32_t rare_latin(const char* at, const char* keys, char** key) {
  const uint32_t first = static_cast<uint8_t>(at[0]);
  const uint32_t second = static_cast<uint8_t>(at[1]) ^ 0x80u;
  if (first == 0xE1) {
    const uint32_t third = static_cast<uint8_t>(at[2]) ^ 0x80u;
    const uint32_t letter = (second << 6 | third) - (kMoreLatinFirst & 0xFFF);
    if (third >= 0x40 || letter >= kMoreLatin.size()) return 0;
    if (kMoreLatin[letter] == 0) return 0;
    *key = text::encode(kMoreLatin[letter], *key);
    return 3;
  }
  // U+0300 to U+033F, of which those that make an umlaut are not for all.
  const uint32_t mark = (first & 0x1F) << 6 | second;
  if (first - 0xCC > 1 || second >= 0x40 || mark > 0x33F || *key == keys) {
    return 0;
  }
  const auto last = static_cast<uint8_t>((*key)[-1]);
  const uint32_t letter =
      last < 0x80
          ? last
          : (static_cast<uint8_t>((*key)[-2]) & 0x1Fu) << 6 | (last & 0x3Fu);
  const auto rule = static_cast<Rule>(details_of(letter) >> 24);
  const bool umlaut = mark == 0x308 || mark == 0x30B;
  const bool vanishes =
      rule == Rule::kBare || (rule == Rule::kUmlaut && !umlaut);
  return vanishes ? 2 : 0;
}

// Takes one word of Latin letters, some with marks, or of digits, or of both in
// this order. Without branches for most, for where the marks are cannot be
// foreseen.
template <class Wide>
bool WideScanner<Wide>::latin_word(const char* end, bool open) {
  char* key = room_.key;
  const char* at = take_digits(at_, end, &key);
  const WordFold begun =
      Wide::fold_latin(at, static_cast<size_t>(end - at), key);
  at += begun.taken;
  key += begun.key;
  while (at < end) {
    const uint32_t first = static_cast<uint8_t>(at[0]);
    const uint32_t second = static_cast<uint8_t>(at[1]) ^ 0x80u;
    const bool two = first >= 0x80;
    const bool pair = first - 0xC2 <= 0xC9 - 0xC2 && second < 0x40;
    const uint32_t code = two ? (first & 0x1F) << 6 | second : first;
    const uint32_t to = kLatin[!two | pair ? code : 0];
    if (to == 0) {
      const uint32_t size = rare_latin(at, room_.key, &key);
      if (size == 0) break;
      at += size;
      continue;
    }
    const bool wide = to >= 0x80;
    key[0] = static_cast<char>(wide ? 0xC0 | to >> 6 : to);
    key[1] = static_cast<char>(0x80 | (to & 0x3F));
    key += 1 + wide;
    at += 1 + two;
  }
  if (at == at_ || (at >= end && open) || may_go_on(at_, at, end_)) {
    return false;
  }
  auto key_size = static_cast<uint32_t>(key - room_.key);
  if (key_size <= 4) {
    key_size = static_cast<uint32_t>(number_numeral(room_.key, key_size));
  }
  const uint32_t begin = offset(at_);
  put_word_unit(begin | uint64_t{offset(at)} << 32, key_size, between_.gap,
                unit_hash(room_.key, key_size), &room_);
  leave_word(at, room_);
  return true;
}

// A character of punctuation or a blank, if there is one.
template <class Wide>
bool WideScanner<Wide>::gap_character() {
  const Read read = read_at(at_, end_);
  if (read.kind() == Class::kMark) {
    between_.mark();
  } else if (read.kind() == Class::kSpace) {
    between_.space();
  } else {
    return false;
  }
  at_ += read.size;
  after_single_ = false;
  return true;
}

// Takes one word of two-byte letters with something else than ASCII behind it.
template <class Wide>
bool WideScanner<Wide>::page_word(const char* end, bool open) {
  const uint32_t number = page_number(at_);
  const PageFolder page(number);
  const auto most =
      std::min<size_t>(static_cast<size_t>(end - at_), PageFolder::kMost) / 2 *
      2;
  const auto [size, key] =
      page.fold(at_, static_cast<uint32_t>(most), room_.key);
  const char* after = at_ + size;
  if (size == 0 || size == PageFolder::kMost || (after == end && open) ||
      (number == kArabicPage ? may_go_on_in_arabic(after, end_)
                             : may_go_on(at_, after, end_))) {
    return false;
  }
  const uint32_t begin = offset(at_);
  put_word_unit(begin | uint64_t{begin + size} << 32, key, between_.gap,
                unit_hash(room_.key, key), &room_);
  leave_word(after, room_);
  return true;
}

// Takes Han characters, and the punctuation between them, from a Han character
// of three bytes on; nothing if there is none.
template <class Wide>
bool WideScanner<Wide>::han_run(const char* end) {
  if (!is_han_triple(table_, at_, end)) return false;
  between_.settle_stray();
  Gap gap = between_.gap;
  if (gap == Gap::kSpace && room_.unit != room_.first &&
      room_.unit[-1].kind == UnitKind::kHan) {
    gap = Gap::kNone;
  }
  HanRun run = {at_, end, offset(at_), gap, true, room_};
  const typename Wide::HanFolder folder(table_);
  while (folder.take(&run)) {
  }
  at_ = run.at;
  room_ = run.room;
  between_ = {run.gap, false, false, false};
  after_single_ = run.han;
  return true;
}

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_SHAPES_H_
