// SPDX-License-Identifier: Apache-2.0

#include "context/bound_years.h"

#include <algorithm>
#include <initializer_list>

#include "base/ascii.h"
#include "context/numerals.h"
#include "text/casing.h"

namespace khitai::context {
namespace {

constexpr size_t kMostInside = 96;  // bytes between brackets
constexpr size_t kMostWords = 8;
constexpr size_t kShortWord = 4;  // letters of "reg", "ruled" is a cue

struct Span {
  size_t begin = 0;
  size_t end = 0;
};

// What stands in the brackets that open at `end`, after a space at most.
std::optional<Span> brackets_at(std::string_view text, size_t end) {
  if (text.substr(end, 1) == " ") ++end;
  size_t begin = 0;
  if (text.substr(end, 1) == "(") begin = end + 1;
  if (text.substr(end, 3) == "\xEF\xBC\x88") begin = end + 3;
  if (begin == 0) return std::nullopt;
  const std::string_view inside = text.substr(begin, kMostInside);
  const size_t close = std::min(inside.find(')'), inside.find("\xEF\xBC\x89"));
  if (close == std::string_view::npos) return std::nullopt;
  return Span{begin, begin + close};
}

// Behind the last comma or semicolon before `year`: what is said of it.
size_t clause_begin(std::string_view text, size_t begin, size_t year) {
  const std::string_view before = text.substr(begin, year - begin);
  size_t at = 0;
  for (std::string_view mark :
       {",", ";", ":", "\xD8\x8C", "\xD8\x9B", "\xEF\xBC\x8C", "\xE3\x80\x81",
        "\xEF\xBC\x9B"}) {
    const size_t found = before.rfind(mark);
    if (found != std::string_view::npos) at = std::max(at, found + mark.size());
  }
  return begin + at;
}

size_t first_unit(const fold::Units& units, size_t at) {
  return static_cast<size_t>(
      std::lower_bound(units.units.begin(), units.units.end(), at,
                       [](const fold::Unit& unit, size_t place) {
                         return unit.begin < place;
                       }) -
      units.units.begin());
}

bool is_short(std::string_view word) {
  const auto letters = std::count_if(word.begin(), word.end(), [](char byte) {
    return (byte & 0xC0) != 0x80;
  });
  return letters <= 2 || (letters <= static_cast<int>(kShortWord) &&
                          text::casing_of(word) != text::Casing::kCapital);
}

// Whether all words of a clause may stand beside a year of a life or a reign.
// Counts those that are not numbers.
bool says_when(std::string_view text, const fold::Units& units,
               const YearWords& words, Span clause, size_t* count) {
  size_t all = 0;
  for (size_t i = first_unit(units, clause.begin);
       i < units.units.size() && units.units[i].begin < clause.end; ++i) {
    const fold::Unit& unit = units.units[i];
    const std::string_view key = units.key_of(unit);
    if (++all > kMostWords || words.has(YearWords::kPage, key)) return false;
    if (!key.empty() && key[0] >= '0' && key[0] <= '9') continue;
    if (!words.has(YearWords::kDated, key) &&
        !is_short(text.substr(unit.begin, unit.end - unit.begin))) {
      return false;
    }
    ++*count;
  }
  return true;
}

// The end of a range whose second year is short of its hundreds: 1143-50.
int32_t short_end(std::string_view text, const YearAt& year, size_t end) {
  const std::string_view rest = text.substr(year.offset, end - year.offset);
  const size_t dash = std::min(rest.find('-'), rest.find("\xE2\x80\x93"));
  const int32_t one = year.years.to;
  if (dash == std::string_view::npos || dash > 4) return one;
  const std::string_view tail = rest.substr(dash + (rest[dash] == '-' ? 1 : 3));
  if (tail.size() != 2 || tail[0] < '0' || tail[0] > '9' || tail[1] < '0' ||
      tail[1] > '9') {
    return one;
  }
  const int32_t two = (tail[0] - '0') * 10 + (tail[1] - '0');
  return std::max(one, one / 100 * 100 + two);
}

// The years behind a comma and one word for a life or a reign: ", r. 779-805".
std::optional<BoundYears> years_behind_comma(std::string_view text,
                                             const fold::Units& units,
                                             const std::vector<YearAt>& years,
                                             const YearWords& words,
                                             uint32_t end) {
  constexpr size_t kMostDash = 5;  // bytes between two years, spaces included
  if (text.substr(end, 2) != ", ") return std::nullopt;
  const size_t word = first_unit(units, end);
  if (word + 1 >= units.units.size() ||
      !words.has(YearWords::kLife, units.key_of(units.units[word]))) {
    return std::nullopt;
  }
  const fold::Unit& number = units.units[word + 1];
  const std::string_view gap =
      text.substr(units.units[word].end, number.begin - units.units[word].end);
  if (gap != ". " && gap != " " && gap != ".") return std::nullopt;
  const auto first = std::lower_bound(
      years.begin(), years.end(), number.begin,
      [](const YearAt& year, size_t at) { return year.offset < at; });
  if (first == years.end() || first->offset != number.begin) {
    return std::nullopt;
  }
  BoundYears bound = {first->years.from, first->years.to};
  if (word + 2 < units.units.size()) {
    bound.to = short_end(text, *first, units.units[word + 2].end);
  }
  const std::string_view rest = text.substr(number.end);
  const bool range = rest.starts_with("-") || rest.starts_with("\xE2\x80\x93");
  if (range && first + 1 != years.end() &&
      (first + 1)->offset <= number.end + kMostDash) {
    bound.to = (first + 1)->years.to;
  }
  if (bound.from > bound.to) return std::nullopt;
  return bound;
}

}  // namespace

std::optional<BoundYears> bound_years(std::string_view text,
                                      const fold::Units& units,
                                      const std::vector<YearAt>& years,
                                      const YearWords& words, uint32_t end) {
  const std::optional<Span> inside = brackets_at(text, end);
  if (!inside) return years_behind_comma(text, units, years, words, end);
  const auto first = std::lower_bound(
      years.begin(), years.end(), inside->begin,
      [](const YearAt& year, size_t at) { return year.offset < at; });
  auto last = first;
  while (last != years.end() && last->offset < inside->end) ++last;
  if (first == last || last - first > 2) return std::nullopt;
  const Span clause = {clause_begin(text, inside->begin, first->offset),
                       inside->end};
  size_t count = 0;
  if (!says_when(text, units, words, clause, &count)) return std::nullopt;
  BoundYears bound = {first->years.from, (last - 1)->years.to};
  if (last - first == 1) bound.to = short_end(text, *first, inside->end);
  if (bound.from > bound.to) return std::nullopt;
  if (last - first == 1 && bound.from == bound.to && count == 0) {
    return std::nullopt;
  }
  return bound;
}

namespace {

// The number of an era's year in digits; 0: none.
int32_t digits_of(std::string_view key) {
  if (key.empty() || key.size() > 2) return 0;
  int32_t number = 0;
  for (char c : key) {
    if (!base::is_digit(c)) return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

int32_t year_of_era(const fold::Units& units, uint32_t end) {
  constexpr std::string_view kFirst = "\xE5\x85\x83";  // U+5143, the first
  constexpr std::string_view kYear = "\xE5\xB9\xB4";   // U+5E74
  constexpr int32_t kMost = 99;
  size_t i = first_unit(units, end);
  if (i >= units.units.size() || units.units[i].gap != fold::Gap::kNone) {
    return 0;
  }
  Number number = {1, i + 1};
  const fold::Unit& unit = units.units[i];
  if (unit.kind == fold::UnitKind::kWord) {
    number.value = digits_of(units.key_of(unit));
  } else if (units.key_of(unit) != kFirst) {
    const auto written = han_number(units, i);
    // Digits one by one are no year of an era.
    if (!written || written->digits > 1) return 0;
    number = *written;
  }
  const bool marked = number.end < units.units.size() &&
                      units.units[number.end].gap == fold::Gap::kNone &&
                      units.key_of(units.units[number.end]) == kYear;
  return marked && number.value <= kMost ? number.value : 0;
}

}  // namespace khitai::context
