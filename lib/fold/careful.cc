// SPDX-License-Identifier: Apache-2.0

#include "fold/careful.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <string>
#include <tuple>

#include "fold/scripts.h"
#include "fold/table.h"
#include "text/utf8.h"

namespace khitai::fold {
namespace {

constexpr uint32_t kSyllableBase = 0xAC00;
constexpr uint32_t kLeadBase = 0x1100;
constexpr uint32_t kVowelBase = 0x1161;
constexpr uint32_t kTailBase = 0x11A7;
constexpr uint32_t kLeads = 19;
constexpr uint32_t kVowels = 21;
constexpr uint32_t kTails = 28;
constexpr uint32_t kSyllableCount = kLeads * kVowels * kTails;

constexpr uint32_t kFirstMark = 0x300;
constexpr uint32_t kDotAbove = 0x307;
constexpr uint32_t kDiaeresis = 0x308;
constexpr uint32_t kIotaBelow = 0x345;
constexpr uint32_t kIota = 0x3B9;

uint32_t combining_class(uint32_t code) {
  return (details_of(code) >> 16) & 0xFF;
}

bool is_mark(uint32_t code) {
  return static_cast<Rule>(details_of(code) >> 24) == Rule::kMark;
}

void decompose_hangul(Glyph glyph, std::vector<Glyph>* out) {
  const uint32_t index = glyph.code - kSyllableBase;
  const auto push = [&](uint32_t code) {
    out->push_back({code, glyph.begin, glyph.end});
  };
  push(kLeadBase + index / (kVowels * kTails));
  push(kVowelBase + index % (kVowels * kTails) / kTails);
  if (index % kTails != 0) push(kTailBase + index % kTails);
}

// Whether nothing of `code` is left at `level`. Marks that only L1 drops stay
// until the scripts have seen them (scripts.h).
bool vanishes(uint32_t code, Level level) {
  const Class kind = class_of(entry_of(code));
  if (kind == Class::kIgnored) return true;
  if (kind != Class::kDropped) return false;
  const uint32_t offset = details_of(code) & 0xFFFF;
  const bool everywhere =
      code >= 0xE0000 || (offset != 0 && kPool[offset] == 0);
  return everywhere || (level == Level::kL1 && !is_mark(code));
}

// The word as its L0 sequence, marks not yet in order. What is dropped still
// counts as part of the letter before it.
void decompose(std::string_view word, uint32_t base, Level level,
               std::vector<Glyph>* out) {
  out->clear();
  const char* const end = word.data() + word.size();
  for (const char* at = word.data(); at < end;) {
    const text::CodePoint point = text::decode(at, end);
    const uint32_t begin = base + static_cast<uint32_t>(at - word.data());
    Glyph glyph = {point.code, begin, begin + point.size};
    at += point.size;
    const uint32_t offset = details_of(glyph.code) & 0xFFFF;
    if (vanishes(glyph.code, level)) {
      const bool dropped = class_of(entry_of(glyph.code)) == Class::kDropped;
      if (dropped && !out->empty()) out->back().end = glyph.end;
    } else if (glyph.code - kSyllableBase < kSyllableCount) {
      decompose_hangul(glyph, out);
    } else if (offset == 0) {
      if (glyph.code == ':') glyph.code = kDiaeresis;
      out->push_back(glyph);
    } else {
      for (uint32_t i = 1; i <= kPool[offset]; ++i) {
        out->push_back({kPool[offset + i], glyph.begin, glyph.end});
      }
    }
  }
}

// Canonical order.
void reorder(std::vector<Glyph>* glyphs) {
  const auto before = [](const Glyph& a, const Glyph& b) {
    return combining_class(a.code) < combining_class(b.code);
  };
  for (auto begin = glyphs->begin(); begin != glyphs->end();) {
    const auto end = std::find_if(begin, glyphs->end(), [](const Glyph& g) {
      return combining_class(g.code) == 0;
    });
    if (end - begin > 1 && !std::is_sorted(begin, end, before)) {
      std::stable_sort(begin, end, before);
    }
    begin = end == glyphs->end() ? end : end + 1;
  }
}

// Gives every part of a cluster the extent of the whole.
void spread_extents(std::vector<Glyph>* glyphs) {
  for (size_t i = 0; i < glyphs->size();) {
    size_t end = i + 1;
    while (end < glyphs->size() && is_mark((*glyphs)[end].code)) ++end;
    Glyph whole = (*glyphs)[i];
    for (size_t j = i; j < end; ++j) {
      whole.begin = std::min(whole.begin, (*glyphs)[j].begin);
      whole.end = std::max(whole.end, (*glyphs)[j].end);
    }
    for (size_t j = i; j < end; ++j) {
      (*glyphs)[j].begin = whole.begin;
      (*glyphs)[j].end = whole.end;
    }
    i = end;
  }
}

// A dotted i is an i; an iota below is an iota.
void settle_i(std::vector<Glyph>* glyphs) {
  uint32_t base = 0;
  for (Glyph& glyph : *glyphs) {
    if (!is_mark(glyph.code)) {
      base = glyph.code;
    } else if (base == 'i' && glyph.code == kDotAbove) {
      glyph.code = kStruck;
    } else if (glyph.code == kIotaBelow) {
      glyph.code = kIota;
    }
  }
}

void sweep(std::vector<Glyph>* glyphs) {
  glyphs->erase(
      std::remove_if(glyphs->begin(), glyphs->end(),
                     [](const Glyph& g) { return g.code == kStruck; }),
      glyphs->end());
}

// The composition of a pair, or 0.
uint32_t composed(uint32_t a, uint32_t b) {
  if (a - kLeadBase < kLeads && b - kVowelBase < kVowels) {
    return kSyllableBase +
           ((a - kLeadBase) * kVowels + (b - kVowelBase)) * kTails;
  }
  if (a - kSyllableBase < kSyllableCount && (a - kSyllableBase) % kTails == 0 &&
      b - kTailBase - 1 < kTails - 1) {
    return a + (b - kTailBase);
  }
  // No letter of these alphabets joins another.
  if (b < kFirstMark || class_of(entry_of(b)) == Class::kArabic) return 0;
  const Composition* found = std::lower_bound(
      std::begin(kCompositions), std::end(kCompositions), std::tie(a, b),
      [](const Composition& row, const std::tuple<uint32_t&, uint32_t&>& key) {
        return std::tie(row.first, row.second) < key;
      });
  const bool is_row = found != std::end(kCompositions) && found->first == a &&
                      found->second == b;
  return is_row ? found->composed : 0;
}

// NFC of a word in canonical order.
void compose(std::vector<Glyph>* glyphs) {
  size_t size = 0;
  size_t starter = SIZE_MAX;
  uint32_t last = 0;
  for (const Glyph glyph : *glyphs) {
    const uint32_t ccc = combining_class(glyph.code);
    const bool adjacent = starter + 1 == size;
    if (starter != SIZE_MAX && (adjacent || (last != 0 && last < ccc))) {
      Glyph& first = (*glyphs)[starter];
      const uint32_t code = composed(first.code, glyph.code);
      if (code != 0) {
        first.code = code;
        first.begin = std::min(first.begin, glyph.begin);
        first.end = std::max(first.end, glyph.end);
        continue;
      }
    }
    if (ccc == 0) starter = size;
    last = ccc;
    (*glyphs)[size++] = glyph;
  }
  glyphs->resize(size);
}

// Letters of ASCII alone, which are small letters at every level. False: there
// are others.
bool fold_plain(std::string_view word, uint32_t base,
                std::vector<Glyph>* glyphs) {
  glyphs->clear();
  for (size_t i = 0; i < word.size(); ++i) {
    const auto small = static_cast<uint8_t>(word[i] | 0x20);
    if (small < 'a' || small > 'z') return false;
    const uint32_t begin = base + static_cast<uint32_t>(i);
    glyphs->push_back({small, begin, begin + 1});
  }
  return true;
}

// What there is in a word: most steps are for some words only.
struct Seen {
  bool marks;
  bool latin;
  bool cyrillic;
  bool arabic;
};
Seen look_at(const std::vector<Glyph>& glyphs) {
  Seen seen = {};
  for (const Glyph& glyph : glyphs) {
    const uint32_t entry = entry_of(glyph.code);
    seen.marks |= is_mark(glyph.code) || combining_class(glyph.code) != 0;
    seen.latin |= (entry & kLatinFlag) != 0;
    seen.cyrillic |= (entry & kCyrillicFlag) != 0;
    seen.arabic |= class_of(entry) == Class::kArabic;
  }
  return seen;
}

bool is_apostrophe(const Glyph& glyph) { return glyph.code == '\''; }

}  // namespace

void fold_word(std::string_view word, uint32_t base, Level level,
               std::vector<Glyph>* glyphs) {
  if (fold_plain(word, base, glyphs)) return;
  decompose(word, base, level, glyphs);
  const Seen seen = look_at(*glyphs);
  if (seen.marks) {
    reorder(glyphs);
    spread_extents(glyphs);
    settle_i(glyphs);
    sweep(glyphs);
  }
  if (level == Level::kL1) {
    if (seen.latin && seen.cyrillic) repair_confusables(glyphs);
    if (seen.arabic) fold_arabic(glyphs);
    fold_letters(glyphs);
    sweep(glyphs);
  }
  compose(glyphs);
  if (level == Level::kL1) drop_tones(glyphs);
}

char roman_digit(std::string_view key) {
  if (key.size() < 2 || key.size() > 4 || key[1] > 'x') return 0;
  if (key[0] != 'i' && key[0] != 'v') return 0;
  static constexpr std::string_view kNumerals[] = {"ii",  "iii",  "iv", "vi",
                                                   "vii", "viii", "ix"};
  static constexpr char kDigits[] = "2346789";
  for (size_t i = 0; i < std::size(kNumerals); ++i) {
    if (key == kNumerals[i]) return kDigits[i];
  }
  return 0;
}

size_t number_numeral(char* key, size_t size) {
  const std::string_view whole(key, size);
  const size_t head = std::min(whole.find('\''), size);
  const char digit = roman_digit(whole.substr(0, head));
  if (digit == 0) return size;
  *key = digit;
  std::memmove(key + 1, key + head, size - head);
  return size - head + 1;
}

void fold_unit(std::string_view word, uint32_t base, bool number,
               std::vector<Glyph>* glyphs) {
  fold_word(word, base, Level::kL1, glyphs);
  const auto first =
      std::find_if_not(glyphs->begin(), glyphs->end(), is_apostrophe);
  glyphs->erase(glyphs->begin(), first);
  while (!glyphs->empty() && is_apostrophe(glyphs->back())) glyphs->pop_back();
  if (!number) return;
  const auto head = std::find_if(glyphs->begin(), glyphs->end(), is_apostrophe);
  if (head - glyphs->begin() < 2 || head - glyphs->begin() > 4) return;
  std::string letters;
  for (auto glyph = glyphs->begin(); glyph != head; ++glyph) {
    text::append(glyph->code, &letters);
  }
  const char digit = roman_digit(letters);
  if (digit == 0) return;
  glyphs->front().code = static_cast<unsigned char>(digit);
  glyphs->front().end = (head - 1)->end;
  glyphs->erase(glyphs->begin() + 1, head);
}

}  // namespace khitai::fold
