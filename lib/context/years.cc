// SPDX-License-Identifier: Apache-2.0

#include "context/years.h"

#include <algorithm>

#include "text/casing.h"

namespace khitai::context {
namespace {

constexpr int32_t kFirstUndated = 300;  // without a word for a date before it
constexpr int32_t kFirstDated = 100;
// From here on a year behind a name in brackets is of a book.
constexpr int32_t kFirstBook = 1500;
constexpr int32_t kPastYears = 1900;

// A number and what is written on to it.
struct Numeral {
  int32_t value = -1;
  size_t digits = 0;
  std::string_view suffix;
};

Numeral numeral_of(std::string_view key) {
  Numeral numeral;
  size_t& digits = numeral.digits;
  while (digits < key.size() && key[digits] >= '0' && key[digits] <= '9') {
    ++digits;
  }
  if (digits < 3 || digits > 4) return numeral;
  numeral.value = 0;
  for (char c : key.substr(0, digits)) {
    numeral.value = numeral.value * 10 + (c - '0');
  }
  numeral.suffix = key.substr(digits);
  return numeral;
}

// What is written on to unit `i` in another script: the mark of an era.
std::string_view mark_behind(const fold::Units& units, size_t i) {
  if (i + 1 == units.units.size()) return {};
  const fold::Unit& next = units.units[i + 1];
  return next.gap == fold::Gap::kNone ? units.key_of(next) : std::string_view();
}

// Whether a Han character on to unit `i` other than those for `year`, `to` and
// `till` makes the number one of things.
bool counts_characters(const fold::Units& units, size_t i,
                       std::string_view mark) {
  return !mark.empty() && units.units[i + 1].kind == fold::UnitKind::kHan &&
         mark != "\xE5\xB9\xB4" && mark != "\xE8\x87\xB3" &&
         mark != "\xE5\x88\xB0";
}

// The year CE that unit `i` is, or -1: digits, alone or with the mark of an
// era, of a decade, or with what stands behind an apostrophe.
int32_t year_of(const fold::Units& units, size_t i, bool hijri) {
  constexpr std::string_view kMeem = "\xD9\x85";  // CE
  constexpr std::string_view kHeh = "\xD9\x87";   // hijri
  const Numeral numeral = numeral_of(units.key_of(units.units[i]));
  const std::string_view suffix = numeral.suffix;
  const bool decade = suffix == "s" && numeral.digits == 4;
  if (!suffix.empty() && suffix[0] != '\'' && !decade) return -1;
  const std::string_view mark = mark_behind(units, i);
  if (counts_characters(units, i, mark)) return -1;
  if (mark == kMeem) hijri = false;
  if (mark == kHeh) hijri = true;
  return hijri && numeral.value >= 0 && numeral.value < 1000
             ? from_hijri(numeral.value)
             : numeral.value;
}

bool is_digits(std::string_view key, size_t least, size_t most) {
  return key.size() >= least && key.size() <= most &&
         std::all_of(key.begin(), key.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

// Whether units `i` and `i + 1` are parts of a large number: 1,341 or 12.341.
bool go_together(std::string_view text, const fold::Units& units, size_t i) {
  if (i + 1 >= units.units.size()) return false;
  const fold::Unit& unit = units.units[i];
  const fold::Unit& next = units.units[i + 1];
  if (!is_digits(units.key_of(unit), 1, 3)) return false;
  if (!is_digits(units.key_of(next), 3, 3)) return false;
  const std::string_view mark = text.substr(unit.end, next.begin - unit.end);
  return mark == "," || mark == "." || mark == "\xD9\xAC";
}

bool is_in_large_number(std::string_view text, const fold::Units& units,
                        size_t i) {
  return go_together(text, units, i) ||
         (i > 0 && go_together(text, units, i - 1));
}

// The digit that a Han character is, or -1.
int32_t han_digit(std::string_view key) {
  constexpr std::string_view kDigits[] = {
      "\xE3\x80\x87", "\xE4\xB8\x80", "\xE4\xBA\x8C", "\xE4\xB8\x89",
      "\xE5\x9B\x9B", "\xE4\xBA\x94", "\xE5\x85\xAD", "\xE4\xB8\x83",
      "\xE5\x85\xAB", "\xE4\xB9\x9D", "\xE9\x9B\xB6"};
  for (int32_t i = 0; i <= 10; ++i) {
    if (key == kDigits[i]) return i % 10;
  }
  return -1;
}

// The year whose four digits begin at unit `i`, written one Han character
// each and followed by that for `year`; or -1.
int32_t han_year(const fold::Units& units, size_t i) {
  if (units.units.size() - i < 5) return -1;
  int32_t year = 0;
  for (size_t at = i; at < i + 4; ++at) {
    const int32_t digit = han_digit(units.key_of(units.units[at]));
    if (digit < 0 || (at > i && units.units[at].gap != fold::Gap::kNone)) {
      return -1;
    }
    year = year * 10 + digit;
  }
  const fold::Unit& mark = units.units[i + 4];
  const bool marked =
      mark.gap == fold::Gap::kNone && units.key_of(mark) == "\xE5\xB9\xB4";
  return marked ? year : -1;
}

std::string_view written(std::string_view text, const fold::Unit& unit) {
  return text.substr(unit.begin, unit.end - unit.begin);
}

std::string_view between(std::string_view text, const fold::Unit& before,
                         const fold::Unit& after) {
  if (after.begin < before.end) return {};
  return text.substr(before.end, after.begin - before.end);
}

// Whether unit `i` is the year of a citation: "(Bretschneider 1888".
bool is_cited(std::string_view text, const fold::Units& units, size_t i) {
  const std::vector<fold::Unit>& all = units.units;
  constexpr size_t kMostNames = 5;
  for (size_t n = 1; n <= kMostNames && n <= i; ++n) {
    if (text::casing_of(written(text, all[i - 1])) != text::Casing::kCapital) {
      return false;
    }
    const uint32_t begin = all[i - n].begin;
    if (begin > 0 && text[begin - 1] == '(') return true;
  }
  return false;
}

// Whether what stands beside unit `i`, a number, makes it no year.
bool is_no_year(std::string_view text, const fold::Units& units, size_t i,
                int32_t year, const YearWords& words) {
  const std::vector<fold::Unit>& all = units.units;
  const bool dated = i > 0 && all[i].gap <= fold::Gap::kSpace &&
                     words.has(YearWords::kDated, units.key_of(all[i - 1]));
  if (year < (dated ? kFirstDated : kFirstUndated)) return true;
  if (is_in_large_number(text, units, i)) return true;
  if (i > 0 && all[i].gap != fold::Gap::kBarrier &&
      words.has(YearWords::kPage, units.key_of(all[i - 1]))) {
    const std::string_view gap = between(text, all[i - 1], all[i]);
    if (gap == "." || gap == ". " || gap == " ") return true;
  }
  if (i + 1 < all.size() && all[i + 1].gap <= fold::Gap::kSpace &&
      words.has(YearWords::kCounted, units.key_of(all[i + 1]))) {
    return true;
  }
  return year >= kFirstBook && is_cited(text, units, i);
}

}  // namespace

int32_t from_hijri(int32_t year) {
  constexpr int64_t kParts = 1'000'000;  // of a solar year
  constexpr int64_t kLunarYear = 970'208;
  constexpr int64_t kMiddle = 622'050'000;  // of the year before the first
  return static_cast<int32_t>((year * kLunarYear + kMiddle) / kParts);
}

std::vector<YearAt> years_in(std::string_view text, const fold::Units& units,
                             std::string_view lang, const YearWords& words) {
  lang = lang.substr(0, lang.find('-'));
  const bool hijri = lang == "ar" || lang == "fa";
  const std::vector<uint32_t> sentences = sentences_of(text, units);
  std::vector<YearAt> years;
  for (size_t i = 0; i < units.units.size(); ++i) {
    const fold::Unit& unit = units.units[i];
    const int32_t year = unit.kind == fold::UnitKind::kWord
                             ? year_of(units, i, hijri)
                             : han_year(units, i);
    if (year < kFirstDated || year >= kPastYears) continue;
    if (is_no_year(text, units, i, year, words)) continue;
    years.push_back({unit.begin, year, sentence_at(sentences, unit.begin)});
  }
  return years;
}

namespace {

std::vector<YearAt>::const_iterator first_behind(
    const std::vector<YearAt>& years, uint32_t at) {
  return std::lower_bound(
      years.begin(), years.end(), at,
      [](const YearAt& year, uint32_t place) { return year.offset < place; });
}

}  // namespace

YearRun years_beside(const std::vector<YearAt>& years, uint32_t at,
                     uint32_t reach) {
  const auto beside = [&](const YearAt& year) {
    const uint32_t gap = year.offset < at ? at - year.offset : year.offset - at;
    return gap <= reach && year.sentence.holds(at);
  };
  YearRun run;
  run.last = static_cast<size_t>(first_behind(years, at) - years.begin());
  run.first = run.last;
  while (run.first > 0 && beside(years[run.first - 1])) --run.first;
  while (run.last < years.size() && beside(years[run.last])) ++run.last;
  return run;
}

std::optional<int32_t> nearest_year(const std::vector<YearAt>& years,
                                    uint32_t begin, uint32_t end,
                                    uint32_t reach) {
  const auto after = first_behind(years, begin);
  std::optional<int32_t> nearest;
  uint32_t least = reach;
  bool beside = false;  // the nearest is of the name's own sentence
  if (after != years.begin() && begin - (after - 1)->offset <= least) {
    least = begin - (after - 1)->offset;
    nearest = (after - 1)->year;
    beside = (after - 1)->sentence.holds(begin);
  }
  if (after == years.end()) return nearest;
  const uint32_t gap = after->offset < end ? 0 : after->offset - end;
  if (gap > reach) return nearest;
  const bool holds = after->sentence.holds(begin);
  if (!nearest || (holds && !beside) || (holds == beside && gap < least)) {
    nearest = after->year;
  }
  return nearest;
}

}  // namespace khitai::context
