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

// Takes one word of Latin letters, some with marks.
template <class Wide>
bool WideScanner<Wide>::latin_word(const char* end, bool open) {
  const char* at = at_;
  char* key = room_.key;
  while (at < end) {
    const uint32_t first = static_cast<uint8_t>(*at);
    uint32_t code = first;
    if (first >= 0x80) {
      const uint32_t second = static_cast<uint8_t>(at[1]) ^ 0x80u;
      if (first - 0xC2 > 0xC9 - 0xC2 || second >= 0x40) break;
      code = (first & 0x1F) << 6 | second;
    }
    const uint32_t to = code < kLatinLetters ? kLatin[code] : 0;
    if (to == 0) break;
    key = text::encode(to, key);
    at += first < 0x80 ? 1 : 2;
  }
  if (at == at_ || (at >= end && open) || may_go_on(read_at(at, end_).kind())) {
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
  const PageFolder page(page_number(at_));
  const auto most =
      std::min<size_t>(static_cast<size_t>(end - at_), PageFolder::kMost) / 2 *
      2;
  const uint32_t size = page.fold(at_, static_cast<uint32_t>(most), room_.key);
  const char* after = at_ + size;
  if (size == 0 || size == PageFolder::kMost || (after == end && open) ||
      may_go_on(read_at(after, end_).kind())) {
    return false;
  }
  const uint32_t begin = offset(at_);
  put_word_unit(begin | uint64_t{begin + size} << 32, size, between_.gap,
                unit_hash(room_.key, size), &room_);
  leave_word(after, room_);
  return true;
}

// Takes Han characters, and the punctuation between them, from a Han character
// of three bytes on; nothing if there is none. Without branches but at its end,
// for which of the two comes next cannot be foreseen, nor what has a variant.
// (Wide registers gain nothing here: to look up sixteen entries at once takes
// as long as one after the other.)
template <class Wide>
bool WideScanner<Wide>::han_run(const char* end) {
  const char* at = at_;
  Triple next = triple_at(table_, at, end);
  if (!next.han) return false;
  between_.settle_stray();
  Gap gap = between_.gap;
  if (gap == Gap::kSpace && room_.unit != room_.first &&
      room_.unit[-1].kind == UnitKind::kHan) {
    gap = Gap::kNone;
  }
  Room room = room_;
  bool han = true;
  do {
    han = next.han;
    const auto begin = static_cast<uint64_t>(at - start_);
    std::memcpy(room.key, &next.key, 4);
    const uint64_t places = (begin | begin << 32) + (uint64_t{3} << 32);
    put_unit(places, 3, gap, UnitKind::kHan,
             mix(next.key ^ kLowSalt, kHighSalt) | 1, han, &room);
    gap = static_cast<Gap>(static_cast<uint32_t>(Gap::kMark) * !han);
    at += 3;
    next = triple_at(table_, at, end);
  } while (next.han | next.mark);
  at_ = at;
  room_ = room;
  between_ = {gap, false, false, false};
  after_single_ = han;
  return true;
}

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#endif  // KHITAI_FOLD_WIDE_SHAPES_H_
