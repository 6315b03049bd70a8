// SPDX-License-Identifier: Apache-2.0

#include "fold/scripts.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "fold/arabic.h"
#include "fold/pinyin.h"
#include "fold/table.h"

namespace khitai::fold {
namespace {

Rule rule_of(uint32_t code) {
  return code == kStruck ? Rule::kMark
                         : static_cast<Rule>(details_of(code) >> 24);
}

bool is_mark(const Glyph& glyph) { return rule_of(glyph.code) == Rule::kMark; }

bool is_dropped(uint32_t code) {
  return code != kStruck && class_of(entry_of(code)) == Class::kDropped;
}

// The end of the cluster that begins at `i`.
size_t cluster_end(const std::vector<Glyph>& glyphs, size_t i) {
  do ++i;
  while (i < glyphs.size() && is_mark(glyphs[i]));
  return i;
}

bool cluster_has(const std::vector<Glyph>& glyphs, size_t i, uint32_t mark) {
  const auto begin = glyphs.begin() + static_cast<std::ptrdiff_t>(i);
  const auto end =
      glyphs.begin() + static_cast<std::ptrdiff_t>(cluster_end(glyphs, i));
  return std::any_of(begin, end,
                     [mark](const Glyph& g) { return g.code == mark; });
}

template <size_t n>
uint32_t look_alike(const Pair (&pairs)[n], uint32_t code) {
  const Pair* found = std::lower_bound(
      std::begin(pairs), std::end(pairs), code,
      [](const Pair& pair, uint32_t value) { return pair.from < value; });
  return found != std::end(pairs) && found->from == code ? found->to : code;
}

// The letters of one script in a word, and those without a look-alike.
struct Count {
  size_t letters = 0;
  size_t unlike = 0;

  template <size_t n>
  void add(const Pair (&pairs)[n], uint32_t code) {
    ++letters;
    unlike += look_alike(pairs, code) == code;
  }
};

// A hamza carrier, which Uyghur writes before a vowel and does not sound.
bool is_carrier(const std::vector<Glyph>& glyphs, size_t i) {
  return glyphs[i].code == kYeh && cluster_has(glyphs, i, kHamzaAbove);
}

// Letters that only Uyghur has, or U+0649 elsewhere than at the end; a hamza
// behind it is Arabic.
bool spells_as_uyghur(const std::vector<Glyph>& glyphs) {
  bool after_maksura = false;
  for (size_t i = 0; i < glyphs.size(); i = cluster_end(glyphs, i)) {
    const uint32_t code = glyphs[i].code;
    if (code == kStruck || class_of(entry_of(code)) != Class::kArabic) continue;
    switch (code) {
      case kAe:
        if (!cluster_has(glyphs, i, kHamzaAbove)) return true;
        break;
      case 0x6D0:
      case 0x6C7:
      case 0x6C6:
      case 0x6C8:
      case 0x6CB:
      case 0x6AD:
        return true;
      default:
        break;
    }
    const bool silent = code == kHamza || is_carrier(glyphs, i);
    if (after_maksura && !silent) return true;
    after_maksura = after_maksura || code == kMaksura;
  }
  return false;
}

uint32_t uyghur_letter(uint32_t code) {
  switch (code) {
    case 0x647:  // heh
    case 0x6C1:  // heh goal
      return kAe;
    case 0x6A9:  // keheh and its like
    case 0x6AA:
    case 0x6AB:
      return 0x643;
    default:
      return code;
  }
}

bool is_digit(const Glyph& glyph) {
  return glyph.code >= '0' && glyph.code <= '9';
}

// Which marks on a letter go.
bool goes(Rule rule, uint32_t base, uint32_t mark, bool umlaut) {
  switch (rule) {
    case Rule::kBare:
      return true;
    case Rule::kUmlaut:
      return !(umlaut && (mark == 0x308 || mark == 0x30B));
    case Rule::kCyrillic:
      return mark == 0x300 || mark == 0x301 || mark == 0x304 ||
             (mark == 0x308 && base == 0x435);
    case Rule::kKeep:
    case Rule::kMark:
      break;
  }
  return false;
}

}  // namespace

void repair_confusables(std::vector<Glyph>* glyphs) {
  Count latin;
  Count cyrillic;
  for (const Glyph& glyph : *glyphs) {
    const uint32_t entry = entry_of(glyph.code);
    if (entry & kLatinFlag) latin.add(kToCyrillic, glyph.code);
    if (entry & kCyrillicFlag) cyrillic.add(kToLatin, glyph.code);
  }
  if (latin.letters == 0 || cyrillic.letters == 0) return;
  const bool to_latin = (latin.unlike == 0) != (cyrillic.unlike == 0)
                            ? cyrillic.unlike == 0
                            : latin.letters >= cyrillic.letters;
  for (Glyph& glyph : *glyphs) {
    glyph.code = to_latin ? look_alike(kToLatin, glyph.code)
                          : look_alike(kToCyrillic, glyph.code);
  }
}

void fold_arabic(std::vector<Glyph>* glyphs) {
  const bool uyghur = spells_as_uyghur(*glyphs);
  for (size_t i = 0; i < glyphs->size(); i = cluster_end(*glyphs, i)) {
    uint32_t& code = (*glyphs)[i].code;
    if (code == kStruck) continue;
    const uint32_t entry = entry_of(code);
    if (class_of(entry) != Class::kArabic) continue;
    if (uyghur ? is_carrier(*glyphs, i) : code == kHamza) {
      for (size_t j = cluster_end(*glyphs, i); j-- > i;) {
        (*glyphs)[j].code = kStruck;
      }
    } else {
      code = uyghur ? uyghur_letter(code) : folded(entry, code);
    }
  }
}

void fold_letters(std::vector<Glyph>* glyphs) {
  for (size_t i = 0; i < glyphs->size();) {
    const size_t end = cluster_end(*glyphs, i);
    const uint32_t base = (*glyphs)[i].code;
    const Rule rule = rule_of(base);
    bool umlaut = true;  // the first diaeresis is yet to come
    for (size_t j = i; j < end; ++j) {
      uint32_t& code = (*glyphs)[j].code;
      if (code == kStruck) continue;
      const bool mark = rule_of(code) == Rule::kMark;
      if (is_dropped(code) || (mark && goes(rule, base, code, umlaut))) {
        code = kStruck;
      } else if (mark && rule == Rule::kUmlaut) {
        code = 0x308;
        umlaut = false;
      }
    }
    if (rule != Rule::kMark && class_of(entry_of(base)) != Class::kArabic &&
        !is_dropped(base)) {
      (*glyphs)[i].code = folded(entry_of(base), base);
    }
    i = end;
  }
}

void drop_tones(std::vector<Glyph>* glyphs) {
  if (std::none_of(glyphs->begin(), glyphs->end(), is_digit)) return;
  std::string letters;
  std::vector<Glyph> out;
  size_t run = 0;  // where in `out` the letters of the syllable begin
  bool dropped = false;
  for (const Glyph& glyph : *glyphs) {
    if (!is_digit(glyph)) {
      const bool letter = glyph.code >= 'a' && glyph.code <= 'z';
      out.push_back(glyph);
      if (glyph.code == '\'') {
        letters.clear();
        run = out.size();
      } else {
        letters.push_back(letter               ? static_cast<char>(glyph.code)
                          : glyph.code == 0xFC ? 'v'
                                               : '{');
      }
      continue;
    }
    if (letters.size() > 6 || glyph.code < '1' || glyph.code > '5') return;
    for (size_t i = 1; i < letters.size(); ++i) {
      const bool u = std::string_view("jqxy").find(letters[i - 1]) !=
                     std::string_view::npos;
      if (u && letters[i] == 'v') letters[i] = 'u';
    }
    if (!is_syllable(letters)) return;
    for (size_t i = 0; i < letters.size(); ++i) {
      out[run + i].code =
          letters[i] == 'v' ? 0xFC : static_cast<unsigned char>(letters[i]);
    }
    out.back().end = glyph.end;
    letters.clear();
    run = out.size();
    dropped = true;
  }
  if (dropped) *glyphs = std::move(out);
}

}  // namespace khitai::fold
