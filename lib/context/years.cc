// SPDX-License-Identifier: Apache-2.0

#include "context/years.h"

#include <algorithm>

#include "base/ascii.h"
#include "context/centuries.h"
#include "context/hijri.h"
#include "context/year_scene.h"
#include "text/casing.h"

namespace khitai::context {
namespace {

constexpr int32_t kFirstUndated = 300;  // without a word for a date before it
constexpr int32_t kFirstDated = 100;
// From here on a year behind a name in brackets is of a book.
constexpr int32_t kFirstBook = 1500;
constexpr int32_t kPastYears = 1900;
constexpr int32_t kPastHijri = 1000;
constexpr std::string_view kYearCharacter = "\xE5\xB9\xB4";  // U+5E74

// A number and what is written on to it.
struct Numeral {
  int32_t value = -1;
  size_t digits = 0;
  std::string_view suffix;
};

Numeral numeral_of(std::string_view key) {
  Numeral numeral;
  size_t& digits = numeral.digits;
  while (digits < key.size() && base::is_digit(key[digits])) ++digits;
  if (digits < 3 || digits > 4) return numeral;
  numeral.value = 0;
  for (char c : key.substr(0, digits)) {
    numeral.value = numeral.value * 10 + (c - '0');
  }
  numeral.suffix = key.substr(digits);
  return numeral;
}

// Whether a Han character on to unit `i` other than those for `year`, `to` and
// `till` makes the number one of things.
bool counts_characters(const YearScene& scene, size_t i) {
  if (i + 1 == scene.size() || !scene.is_joined(i + 1)) return false;
  const std::string_view mark = scene.key(i + 1);
  return scene.units.units[i + 1].kind == fold::UnitKind::kHan &&
         mark != kYearCharacter && mark != "\xE8\x87\xB3" &&
         mark != "\xE5\x88\xB0";
}

bool is_digits(std::string_view key, size_t least, size_t most) {
  return key.size() >= least && key.size() <= most &&
         std::all_of(key.begin(), key.end(), base::is_digit);
}

// Whether units `i` and `i + 1` are parts of a large number: 1,341 or 12.341.
bool go_together(const YearScene& scene, size_t i) {
  if (i + 1 >= scene.size()) return false;
  if (!is_digits(scene.key(i), 1, 3)) return false;
  if (!is_digits(scene.key(i + 1), 3, 3)) return false;
  const std::string_view mark = scene.gap(i + 1);
  return mark == "," || mark == "." || mark == "\xD9\xAC";
}

bool is_in_large_number(const YearScene& scene, size_t i) {
  return go_together(scene, i) || (i > 0 && go_together(scene, i - 1));
}

// Whether unit `i` is the year of a citation: "(Bretschneider 1888".
bool is_cited(const YearScene& scene, size_t i) {
  constexpr size_t kMostNames = 5;
  for (size_t n = 1; n <= kMostNames && n <= i; ++n) {
    if (text::casing_of(scene.written(i - n)) != text::Casing::kCapital) {
      return false;
    }
    const uint32_t begin = scene.units.units[i - n].begin;
    if (begin > 0 && scene.text[begin - 1] == '(') return true;
  }
  return false;
}

bool follows(const YearScene& scene, size_t i, YearWords::Role role) {
  return i > 0 && scene.units.units[i].gap <= fold::Gap::kSpace &&
         scene.words.has(role, scene.key(i - 1));
}

bool is_counted(const YearScene& scene, size_t i) {
  return i < scene.size() && scene.units.units[i].gap <= fold::Gap::kSpace &&
         scene.words.has(YearWords::kCounted, scene.key(i));
}

// Whether what stands beside unit `i`, a number, makes it no year.
bool is_no_year(const YearScene& scene, size_t i, int32_t year, Era era) {
  const bool dated =
      era != Era::kUnmarked || follows(scene, i, YearWords::kDated);
  if (year < (dated ? kFirstDated : kFirstUndated)) return true;
  if (is_in_large_number(scene, i)) return true;
  if (i > 0 && scene.units.units[i].gap != fold::Gap::kBarrier &&
      scene.words.has(YearWords::kPage, scene.key(i - 1))) {
    const std::string_view gap = scene.gap(i);
    if (gap == "." || gap == ". " || gap == " ") return true;
  }
  return is_counted(scene, i + 1) || (year >= kFirstBook && is_cited(scene, i));
}

class YearReader {
 public:
  YearReader(const YearScene& scene, const std::vector<uint32_t>& sentences)
      : scene_(scene), sentences_(sentences) {}

  std::vector<YearAt> run() {
    for (size_t i = 0; i < scene_.size();) i = read(i);
    return std::move(years_);
  }

 private:
  // A number told by digits, for the year in two eras.
  struct Told {
    size_t unit = 0;
    int32_t number = 0;
  };

  // Returns the unit to go on with.
  size_t read(size_t i) {
    const fold::Unit& unit = scene_.units.units[i];
    const std::string_view key = scene_.key(i);
    if (unit.kind == fold::UnitKind::kHan) {
      if (is_han_numeral(scene_.units, i)) return add_han(i);
    } else if (unit.kind == fold::UnitKind::kWord && !key.empty() &&
               base::is_digit(key[0])) {
      add_digits(i);
      return i + 1;
    }
    if (!scene_.words.may_begin(key)) return i + 1;
    if (scene_.words.may_begin_century(key)) {
      if (const auto century = century_at(scene_, i)) {
        add(century->first, century->years);
        return std::max(century->end, i + 1);
      }
    }
    return scene_.words.may_begin_date(key) ? add_words(i) : i + 1;
  }

  void add(size_t unit, const Years& years) {
    const uint32_t offset = scene_.units.units[unit].begin;
    years_.push_back({offset, years, sentence_at(sentences_, offset)});
  }

  // Digits, alone or with the mark of an era, of a decade, or with what stands
  // behind an apostrophe.
  void add_digits(size_t i) {
    const Numeral numeral = numeral_of(scene_.key(i));
    const std::string_view suffix = numeral.suffix;
    const bool decade = suffix == "s" && numeral.digits == 4;
    if (numeral.value < 0) return;
    if (!suffix.empty() && suffix[0] != '\'' && !decade) return;
    if (counts_characters(scene_, i)) return;
    const Era era = era_at(i, i + 1, numeral.value);
    const auto year = year_of_common_era(
        numeral.value, era == Era::kUnmarked ? usual_era(numeral.value) : era);
    if (!year || *year < kFirstDated || *year >= kPastYears) return;
    if (is_no_year(scene_, i, *year, era)) return;
    told_.push_back({i, numeral.value});
    add(i, {*year, *year});
    drop_other_era();
  }

  Era usual_era(int32_t number) const {
    return scene_.hijri && number < kPastHijri ? Era::kHijri : Era::kUnmarked;
  }

  Era era_at(size_t first, size_t end, int32_t number) const {
    const Era behind = scene_.era_behind(end);
    if (behind != Era::kUnmarked) return behind;
    const Era before = scene_.era_before(first);
    return before == Era::kCommon || number < kPastHijri ? before
                                                         : Era::kUnmarked;
  }

  // Of 536/1141 and 511-552/1118-1157 the years CE are left.
  void drop_other_era() {
    const auto told = [&](size_t back) { return told_[told_.size() - back]; };
    const auto parted = [&](size_t back, std::string_view marks) {
      const Told& right = told(back);
      const std::string_view gap = scene_.gap(right.unit);
      return told(back + 1).unit + 1 == right.unit && !gap.empty() &&
             gap.find_first_not_of(marks) == std::string_view::npos;
    };
    const auto both = [&](size_t hijri, size_t common) {
      return is_year_of_both(told(hijri).number, told(common).number);
    };
    constexpr std::string_view kDashes = "-\xE2\x80\x93";
    size_t drop = 0;
    const bool pair = told_.size() >= 2 && parted(1, "/") && both(2, 1);
    if (pair && (told_.size() < 3 || !parted(2, kDashes))) drop = 1;
    if (told_.size() >= 4 && parted(1, kDashes) && parted(2, "/") &&
        parted(3, kDashes) && both(4, 2) && both(3, 1)) {
      drop = 2;
    }
    if (drop == 0) return;
    const auto keep = static_cast<std::ptrdiff_t>(drop);
    years_.erase(years_.end() - 2 * keep, years_.end() - keep);
  }

  // Four digits before the character for `year`, three with a nought or a word
  // for the era, or a number with thousands that is not round: round ones are
  // durations.
  size_t add_han(size_t i) {
    const auto number = han_number(scene_.units, i);
    if (!number) return i + 1;
    const size_t end = number->end;
    if (end >= scene_.size() || !scene_.is_joined(end) ||
        scene_.key(end) != kYearCharacter) {
      return end;
    }
    constexpr int32_t kRound = 100;
    constexpr int32_t kThousand = 1000;
    const bool marked = scene_.era_before(i) == Era::kCommon;
    const bool told = number->digits == 4 || marked ||
                      (number->digits == 3 && number->nought) ||
                      (number->digits == 0 && number->value > kThousand &&
                       number->value % kRound != 0);
    if (told && number->value >= kFirstDated && number->value < kPastYears) {
      add(i, {number->value, number->value});
    }
    return end;
  }

  // A number in words behind a word for a date.
  size_t add_words(size_t i) {
    const size_t first = i + 1;
    if (first >= scene_.size() ||
        scene_.units.units[first].gap > fold::Gap::kSpace) {
      return first;
    }
    const auto number = scene_.words.numbers().number_at(scene_.units, first);
    if (!number || number->value < kFirstDated ||
        !scene_.words.has(YearWords::kDated, scene_.key(i)) ||
        is_counted(scene_, number->end)) {
      return first;
    }
    const Era era = era_at(first, number->end, number->value);
    const auto year = year_of_common_era(
        number->value, era == Era::kUnmarked ? usual_era(number->value) : era);
    if (year && *year < kPastYears) add(first, {*year, *year});
    return number->end;
  }

  const YearScene& scene_;
  const std::vector<uint32_t>& sentences_;
  std::vector<YearAt> years_;
  std::vector<Told> told_;
};

}  // namespace

std::vector<YearAt> years_in(std::string_view text, const fold::Units& units,
                             const std::vector<uint32_t>& sentences,
                             std::string_view lang, const YearWords& words) {
  lang = lang.substr(0, lang.find('-'));
  const YearScene scene = {text, units, words, lang == "ar" || lang == "fa"};
  return YearReader(scene, sentences).run();
}

}  // namespace khitai::context
