// SPDX-License-Identifier: Apache-2.0

#include "fold/units_sink.h"

#include <algorithm>

namespace khitai::fold {
namespace {

constexpr size_t kMoreUnits = 1024;

bool is_continuation(char c) { return (c & 0xC0) == 0x80; }

size_t code_points(std::string_view key) {
  return static_cast<size_t>(std::count_if(
      key.begin(), key.end(), [](char c) { return !is_continuation(c); }));
}

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

bool needs_care(const Word& word, std::string_view core, std::string_view key) {
  const uint32_t flags = word.flags;
  if (flags & kComplexFlag) return true;
  if ((flags & kLatinFlag) && (flags & kCyrillicFlag)) return true;
  if ((flags & kMaksuraFlag) && has_inner_maksura(core)) return true;
  return (flags & kDigitFlag) && has_tone_digit(key);
}

}  // namespace

bool may_abbreviate(std::string_view key) {
  return key.size() <= 4 * kMaxAbbreviation &&
         code_points(key) <= kMaxAbbreviation;
}

void UnitsSink::word(const Word& word, char* key_end) {
  between_.stray = false;  // it stood before this word: a quotation mark
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
    between_.gap = std::max(between_.gap, Gap::kSpace);
    between_.newline = false;
    return;
  }
  used_ += size;
  push(word.begin, word.end, begin, UnitKind::kWord, apostrophe);
}

void UnitsSink::single(uint32_t begin, uint32_t end, uint32_t code,
                       uint32_t entry) {
  between_.settle_stray();
  const bool han = class_of(entry) == Class::kHan;
  if (han && between_.gap == Gap::kSpace && after_han()) {
    between_.gap = Gap::kNone;
  }
  const size_t key_begin = used_;
  used_ +=
      static_cast<size_t>(text::encode(folded(entry, code), out()) - out());
  push(begin, end, key_begin, han ? UnitKind::kHan : UnitKind::kOther, false);
}

size_t UnitsSink::write_carefully(const Word& word, std::string_view core) {
  fold_unit(core, word.core_begin, true, &glyphs_);
  const size_t rest = text_.size() - word.core_end;
  make_room(4 * glyphs_.size() + rest, 0);
  char* end = out();
  for (const Glyph& glyph : glyphs_) end = text::encode(glyph.code, end);
  return static_cast<size_t>(end - out());
}

void UnitsSink::push(uint32_t begin, uint32_t end, size_t key_begin,
                     UnitKind kind, bool apostrophe) {
  if (count_ == units_.units.size()) make_room(0, kMoreUnits);
  const char* key = units_.key.data() + key_begin;
  const size_t size = used_ - key_begin;
  const uint64_t hash =
      kind == UnitKind::kHan ? han_hash(key, size) : unit_hash(key, size);
  units_.units[count_] = {begin,
                          end,
                          static_cast<uint32_t>(key_begin),
                          static_cast<uint32_t>(used_),
                          between_.gap,
                          kind,
                          apostrophe};
  units_.hashes[count_] = hash;
  ++count_;
  units_.apostrophes |= apostrophe;
  between_.begin(kind == UnitKind::kWord);
}

void UnitsSink::make_room(size_t rest, size_t units) {
  const size_t bytes = used_ + rest / 2 * 3 + kHashPadding + 64;
  if (units_.key.size() < bytes) units_.key.resize(bytes);
  const size_t count = count_ + units;
  if (units_.units.size() >= count) return;
  const size_t roomy = count + count / 2;
  units_.units.resize(roomy);
  units_.hashes.resize(roomy);
}

UnitsSink::Room UnitsSink::room(size_t units) {
  make_room(0, units);
  return {units_.units.data(), units_.units.data() + count_,
          units_.hashes.data() + count_, units_.key.data(), out()};
}

void UnitsSink::take(const Room& room) {
  count_ = static_cast<size_t>(room.unit - units_.units.data());
  used_ = static_cast<size_t>(room.key - units_.key.data());
}

}  // namespace khitai::fold
