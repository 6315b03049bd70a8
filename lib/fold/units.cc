// SPDX-License-Identifier: Apache-2.0
//
// Units of a text: the scanner's words and characters with their folded bytes,
// and what stands before each.

#include <algorithm>
#include <cstring>

#include "fold/careful.h"
#include "fold/fold.h"
#include "fold/scan.h"

namespace khitai::fold {
namespace {

// How many code points of a word a full stop may abbreviate.
constexpr size_t kMaxAbbreviation = 3;

size_t code_points(std::string_view key) {
  return static_cast<size_t>(std::count_if(
      key.begin(), key.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_continuation(char c) { return (c & 0xC0) == 0x80; }

// Whether U+0649 (D9 89) stands before another letter.
bool has_inner_maksura(std::string_view word) {
  for (size_t i = 0; i + 2 < word.size(); ++i) {
    if (word[i] == '\xD9' && word[i + 1] == '\x89') return true;
  }
  return false;
}

// A digit after a letter may be a tone.
bool has_tone_digit(std::string_view key) {
  for (size_t i = 1; i < key.size(); ++i) {
    const bool letter =
        (key[i - 1] >= 'a' && key[i - 1] <= 'z') || is_continuation(key[i - 1]);
    if (letter && key[i] >= '1' && key[i] <= '5') return true;
  }
  return false;
}

class UnitsSink {
 public:
  UnitsSink(std::string_view text, Units* units)
      : text_(text), units_(*units), used_(units->key.size()) {
    grow(text.size());
  }
  ~UnitsSink() { units_.key.resize(used_); }

  char* out() { return units_.key.data() + used_; }

  void word(const Word& word, char* key_end) {
    stray_ = false;  // it stood before this word: a quotation mark
    const size_t begin = used_;
    const std::string_view core =
        text_.substr(word.core_begin, word.core_end - word.core_begin);
    size_t size = static_cast<size_t>(key_end - out());
    bool apostrophe = (word.flags & kApostropheFlag) != 0;
    if (needs_care(word, core, {out(), size})) {
      size = write_carefully(word, core);
      apostrophe =
          std::string_view(out(), size).find('\'') != std::string_view::npos;
    } else {
      size = number_numeral(out(), size);
    }
    if (size == 0) {  // a hamza alone: the words around it stay two
      gap_ = std::max(gap_, Gap::kSpace);
      newline_ = false;
      return;
    }
    used_ += size;
    push(word.begin, word.end, begin, UnitKind::kWord, apostrophe);
    after_word_ = true;
  }

  void single(uint32_t begin, uint32_t end, uint32_t code, uint32_t entry) {
    settle_stray();
    const bool han = class_of(entry) == Class::kHan;
    if (han && gap_ == Gap::kSpace && after_han()) gap_ = Gap::kNone;
    const size_t key_begin = used_;
    used_ +=
        static_cast<size_t>(text::encode(folded(entry, code), out()) - out());
    push(begin, end, key_begin, han ? UnitKind::kHan : UnitKind::kOther, false);
    after_word_ = false;
  }

  void extend(uint32_t end) { units_.units.back().end = end; }

  void apostrophe(uint32_t, uint32_t, bool after_word) {
    if (!after_word) stray_ = true;
    after_word_ = false;
  }

  void space() { between(Gap::kSpace); }
  void newline() {
    settle_stray();
    between(newline_ ? Gap::kBarrier : Gap::kSpace);
    newline_ = true;
  }
  void mark() {
    between(Gap::kMark);
    newline_ = false;
  }
  void barrier() { between(Gap::kBarrier); }
  void stop() {
    if (after_word_ && is_short(units_.units.back())) {
      between(Gap::kSpace);
    } else {
      mark();
    }
  }

 private:
  bool after_han() const {
    return !units_.units.empty() && units_.units.back().kind == UnitKind::kHan;
  }

  bool is_short(const Unit& unit) const {
    const std::string_view key(units_.key.data() + unit.key_begin,
                               unit.key_end - unit.key_begin);
    return key.size() <= 4 * kMaxAbbreviation &&
           code_points(key) <= kMaxAbbreviation;
  }

  void between(Gap gap) {
    settle_stray();
    gap_ = std::max(gap_, gap);
    after_word_ = false;
  }

  // An apostrophe that touches no word is punctuation.
  void settle_stray() {
    if (!stray_) return;
    stray_ = false;
    newline_ = false;
    gap_ = std::max(gap_, Gap::kMark);
  }

  static bool needs_care(const Word& word, std::string_view core,
                         std::string_view key) {
    const uint32_t flags = word.flags;
    if (flags & kComplexFlag) return true;
    if ((flags & kLatinFlag) && (flags & kCyrillicFlag)) return true;
    if ((flags & kMaksuraFlag) && has_inner_maksura(core)) return true;
    return (flags & kDigitFlag) && has_tone_digit(key);
  }

  size_t write_carefully(const Word& word, std::string_view core) {
    fold_unit(core, word.core_begin, true, &glyphs_);
    const size_t rest = text_.size() - word.core_end;
    if (units_.key.size() - used_ < 4 * glyphs_.size() + rest / 2 * 3 + 8) {
      grow(4 * glyphs_.size() + rest);
    }
    char* end = out();
    for (const Glyph& glyph : glyphs_) end = text::encode(glyph.code, end);
    return static_cast<size_t>(end - out());
  }

  void push(uint32_t begin, uint32_t end, size_t key_begin, UnitKind kind,
            bool apostrophe) {
    units_.units.push_back({begin, end, static_cast<uint32_t>(key_begin),
                            static_cast<uint32_t>(used_), gap_, kind,
                            apostrophe});
    gap_ = Gap::kNone;
    newline_ = false;
  }

  // Makes room for the keys of `rest` more bytes of text.
  void grow(size_t rest) { units_.key.resize(used_ + rest / 2 * 3 + 16); }

  const std::string_view text_;
  Units& units_;
  size_t used_;  // bytes of units_.key that are keys; the rest is room
  Gap gap_ = Gap::kBarrier;
  bool newline_ = false;     // one since the last unit, with only blanks after
  bool stray_ = false;       // an apostrophe just before
  bool after_word_ = false;  // the last unit, a word, ended just before
  std::vector<Glyph> glyphs_;
};

}  // namespace

void append_units(std::string_view text, Units* units) {
  UnitsSink sink(text, units);
  Scanner<UnitsSink>(text, &sink).run();
}

char gap_byte(Gap gap) {
  return gap == Gap::kSpace ? ' ' : gap == Gap::kMark ? ',' : '\0';
}

std::string match_key(std::string_view form) {
  Units units;
  append_units(form, &units);
  std::string key;
  for (const Unit& unit : units.units) {
    if (!key.empty()) {
      const Gap gap = unit.gap == Gap::kBarrier ? Gap::kMark : unit.gap;
      if (gap != Gap::kNone) key.push_back(gap_byte(gap));
    }
    key.append(units.key_of(unit));
  }
  return key;
}

}  // namespace khitai::fold
