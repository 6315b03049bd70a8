// SPDX-License-Identifier: Apache-2.0
//
// The loop of the wide scanner (wide.h). Looks for runs of word bytes in a
// window of the text, then takes them one by one: short words of ASCII letters
// here, the others by their shape. What stands between words is read as
// Scanner reads it (between.h). Whatever is not of a shape, or touches an
// apostrophe, a colon or a caret, is Scanner's.
//
// Compiled once for each kind of registers: KHITAI_WIDE_TARGET says which.

#ifndef KHITAI_FOLD_WIDE_SCAN_H_
#define KHITAI_FOLD_WIDE_SCAN_H_

#include <algorithm>

#include "fold/careful.h"
#include "fold/wide.h"
#include "fold/wide_han.h"
#include "fold/wide_parts.h"

#ifdef KHITAI_WIDE
namespace khitai::fold {

template <class Wide>
class WideScanner {
 public:
  WideScanner(std::string_view text, Scanner<UnitsSink>* scanner,
              UnitsSink* sink)
      : start_(text.data()),
        end_(text.data() + text.size()),
        scanner_(*scanner),
        sink_(*sink) {}

  void run() {
    take();
    while (static_cast<size_t>(end_ - at_) > 2 * kWideMargin) {
      const char* before = at_;
      window();
      if (at_ == before) step();
    }
    give();
    scanner_.run();
  }

 private:
  using Room = UnitsSink::Room;
  // In a window, and what is written beyond for nothing.
  static constexpr size_t kMostUnits = kWindow + Wide::HanFolder::kMost;
  using PageFolder = typename Wide::PageFolder;

  // From Scanner and the sink, and back to them.
  void take() {
    at_ = scanner_.at();
    after_single_ = scanner_.after_single();
    between_ = sink_.between();
    room_ = sink_.room(kMostUnits);
  }
  void give() {
    scanner_.go_to(at_, after_single_);
    sink_.set_between(between_);
    sink_.take(room_);
  }
  // Lets Scanner take what is at hand.
  void step() {
    give();
    do {
      scanner_.step();
    } while (!scanner_.is_plain() && scanner_.at() < end_);
    take();
  }

  uint32_t offset(const char* at) const {
    return static_cast<uint32_t>(at - start_);
  }

  void window() {
    base_ = at_;
    const auto rest = static_cast<size_t>(end_ - at_) - kWideMargin;
    const size_t size = std::min(kWindow, rest / 64 * 64);
    uint32_t* last = Wide::spans(base_, size, offset(base_), spans_, &runs_);
    *last = offset(base_ + size);
    const bool open = ((last - spans_) & 1) != 0;
    sink_.take(room_);
    room_ = sink_.room(kMostUnits);
    const uint32_t* closed = last - (open ? 1 : 0);
    for (const uint32_t* span = spans_; span < closed;) {
      const char* begin = start_ + span[0];
      const char* end = start_ + span[1];
      const uint32_t* next = span;
      if (at_ <= begin) {  // else Scanner went on beyond it
        between(begin);
        const auto behind = static_cast<size_t>(end - base_);
        if (runs_.plain.at(behind)) {
          next = plain_words(span, closed);
        } else if (runs_.high.at(behind) && is_page_letter(*begin)) {
          next = page_words(span, closed);
        }
      }
      if (next == span) {
        others(end, false);
        next += 2;
      }
      span = next;
    }
    if (!open) return between(base_ + size);
    between(start_ + last[-1]);
    others(base_ + size, true);
  }

  // Reads what stands between words, up to `to`; nothing if that is behind.
  void between(const char* to) {
    if (at_ >= to) return;
    after_single_ = false;
    for (; at_ < to; ++at_) {
      between_byte(at_);
      if (*at_ == ' ') skip_blanks(to);
    }
  }
  // One blank more is nothing new.
  void skip_blanks(const char* to) {
    constexpr uint64_t kBlanks = 0x2020202020202020;
    uint64_t bytes = kBlanks;
    while (to - at_ > 8) {
      std::memcpy(&bytes, at_ + 1, 8);
      if (bytes != kBlanks) break;
      at_ += 8;
    }
    while (at_ + 1 < to && at_[1] == ' ') ++at_;
  }
  void between_byte(const char* at) {
    const Class kind = class_of(kEntries[static_cast<uint8_t>(*at)]);
    if (kind == Class::kSpace) return between_.space();
    if (kind == Class::kMark) return between_.mark();
    switch (kind) {
      case Class::kNewline:
        return between_.new_line();
      case Class::kReturn:
        if (at[1] != '\n') between_.new_line();
        return;
      case Class::kBarrier:
        return between_.barrier();
      case Class::kQuote:
        return between_.apostrophe(false);
      case Class::kStop:
        return between_.stop(between_.after_word && last_may_abbreviate());
      default:
        return between_.mark();
    }
  }
  bool last_may_abbreviate() const {
    const Unit& last = room_.unit[-1];
    return may_abbreviate(
        {room_.keys + last.key_begin, last.key_end - last.key_begin});
  }

  // Takes up the state right behind a word.
  void leave_word(const char* at, const Room& room) {
    between_ = {Gap::kNone, false, false, true};
    room_ = room;
    at_ = at;
    after_single_ = false;
  }
  KHITAI_WIDE_TARGET const uint32_t* plain_words(const uint32_t* span,
                                                 const uint32_t* last);
  KHITAI_WIDE_TARGET const uint32_t* page_words(const uint32_t* span,
                                                const uint32_t* last);
  void others(const char* end, bool open);
  KHITAI_WIDE_TARGET bool page_word(const char* end, bool open);
  // Whether a byte begins a character from U+0100 to U+07FF.
  static bool is_page_letter(char byte) {
    return static_cast<uint8_t>(byte) - 0xC4u < 0x1C;
  }
  static uint32_t page_number(const char* at) {
    return static_cast<uint8_t>(*at) >> 2 & 7;
  }
  KHITAI_WIDE_TARGET bool han_run(const char* end);
  KHITAI_WIDE_TARGET bool latin_word(const char* end, bool open);
  bool gap_character();
  // What stands before a word that follows one: a blank, or a mark.
  static Gap gap_before(bool space) {
    return static_cast<Gap>(static_cast<int>(Gap::kMark) - int{space});
  }

  const char* const start_;
  const char* const end_;
  Scanner<UnitsSink>& scanner_;
  UnitsSink& sink_;
  const HanTable& table_ = han_table();
  const char* base_ = nullptr;  // of the window
  const char* at_ = nullptr;
  bool after_single_ = false;
  Between between_;
  Room room_{};
  Runs runs_;
  uint32_t spans_[kWindow + 64 + 2];
};

// Takes runs that are plain words, from `span` on, which is one. Returns the
// first it does not take.
template <class Wide>
const uint32_t* WideScanner<Wide>::plain_words(const uint32_t* span,
                                               const uint32_t* last) {
  static_assert(kMaxAbbreviation == 3, "as after_short has it");
  const char* const start = start_;
  const uint32_t base = offset(base_);
  Room room = room_;
  Gap gap = between_.gap;
  uint32_t begin = span[0];
  uint32_t end = span[1];
  while (true) {
    const uint32_t size = end - begin;
    const uint64_t hash = fold_plain_word(start + begin, size, room.key);
    put_word_unit(begin | uint64_t{end} << 32, size, gap, hash, &room);
    span += 2;
    if (span >= last) break;
    begin = span[0];
    end = span[1];
    if (!runs_.plain_follows.at(end - base)) break;
    gap = gap_before(runs_.after_short.at(begin - base));
  }
  leave_word(start + span[-1], room);
  return span;
}

// The same of words of two-byte letters of one page. May take none.
template <class Wide>
const uint32_t* WideScanner<Wide>::page_words(const uint32_t* span,
                                              const uint32_t* last) {
  const PageFolder page(page_number(start_ + span[0]));
  const uint32_t* const first = span;
  const uint32_t base = offset(base_);
  Room room = room_;
  Gap gap = between_.gap;
  while (true) {
    const uint32_t size = span[1] - span[0];
    if (size > PageFolder::kMost) break;
    const auto [taken, key] = page.fold(start_ + span[0], size, room.key);
    if (taken != size) break;
    put_word_unit(span[0] | uint64_t{span[1]} << 32, key, gap,
                  unit_hash(room.key, key), &room);
    span += 2;
    if (span >= last || !runs_.high_follows.at(span[1] - base)) break;
    const size_t begin = span[0] - base;
    gap = gap_before(
        runs_.after_space.at(begin) |
        (runs_.after_stop.at(begin) & (key <= 2 * kMaxAbbreviation)));
  }
  if (span != first) leave_word(start_ + span[-1], room);
  return span;
}

// Takes the text up to `end`, all of it word bytes, by its shape. `open`: the
// last word may go on beyond.
template <class Wide>
void WideScanner<Wide>::others(const char* end, bool open) {
  while (at_ < end) {
    const auto first = static_cast<uint8_t>(*at_);
    const char* before = at_;
    if (first >= 0xE0) {
      if (han_run(end) || gap_character()) continue;
    } else if (first >= 0xC4) {
      if (page_word(end, open) || latin_word(end, open)) continue;
      if (gap_character()) continue;
      if (at_ == before && open && end - at_ < 64) return;
    } else if (latin_word(end, open) || (first >= 0x80 && gap_character())) {
      continue;
    } else if (open) {
      return;
    }
    step();
  }
}

}  // namespace khitai::fold
#endif  // KHITAI_WIDE

#include "fold/wide_shapes.h"

#endif  // KHITAI_FOLD_WIDE_SCAN_H_
