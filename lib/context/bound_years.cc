// SPDX-License-Identifier: Apache-2.0

#include "context/bound_years.h"

#include <algorithm>
#include <initializer_list>

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
  if (dash == std::string_view::npos || dash > 4) return year.year;
  const std::string_view tail = rest.substr(dash + (rest[dash] == '-' ? 1 : 3));
  if (tail.size() != 2 || tail[0] < '0' || tail[0] > '9' || tail[1] < '0' ||
      tail[1] > '9') {
    return year.year;
  }
  const int32_t two = (tail[0] - '0') * 10 + (tail[1] - '0');
  return std::max(year.year, year.year / 100 * 100 + two);
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
  BoundYears bound = {first->year, first->year};
  if (word + 2 < units.units.size()) {
    bound.to = short_end(text, *first, units.units[word + 2].end);
  }
  const std::string_view rest = text.substr(number.end);
  const bool range = rest.starts_with("-") || rest.starts_with("\xE2\x80\x93");
  if (range && first + 1 != years.end() &&
      (first + 1)->offset <= number.end + kMostDash) {
    bound.to = (first + 1)->year;
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
  BoundYears bound = {first->year, (last - 1)->year};
  if (last - first == 1) bound.to = short_end(text, *first, inside->end);
  if (bound.from > bound.to) return std::nullopt;
  if (last - first == 1 && bound.from == bound.to && count == 0) {
    return std::nullopt;
  }
  return bound;
}

namespace {

// What a Han character counts: 1-9, 10, or 0 for any other.
int32_t han_number(std::string_view key) {
  constexpr std::string_view kNumbers[] = {
      "\xE5\x85\x83", "\xE4\xB8\x80", "\xE4\xBA\x8C", "\xE4\xB8\x89",
      "\xE5\x9B\x9B", "\xE4\xBA\x94", "\xE5\x85\xAD", "\xE4\xB8\x83",
      "\xE5\x85\xAB", "\xE4\xB9\x9D", "\xE5\x8D\x81"};
  if (key == kNumbers[0]) return 1;  // the first year
  for (int32_t i = 1; i <= 10; ++i) {
    if (key == kNumbers[i]) return i;
  }
  return 0;
}

}  // namespace

int32_t year_of_era(const fold::Units& units, uint32_t end) {
  constexpr size_t kMostUnits = 4;
  int32_t sum = 0;
  size_t i = first_unit(units, end);
  for (size_t n = 0; n < kMostUnits && i < units.units.size(); ++n, ++i) {
    const fold::Unit& unit = units.units[i];
    if (unit.gap != fold::Gap::kNone) return 0;
    const std::string_view key = units.key_of(unit);
    if (key == "\xE5\xB9\xB4") return sum;
    if (unit.kind == fold::UnitKind::kWord) {
      if (key.empty() || key.size() > 2 || n > 0) return 0;
      for (char c : key) {
        if (c < '0' || c > '9') return 0;
        sum = sum * 10 + (c - '0');
      }
      continue;
    }
    const int32_t number = han_number(key);
    if (number == 0) return 0;
    // Twenty is two and ten, twelve is ten and two.
    sum = number == 10 ? std::max(sum, 1) * 10 : sum + number;
  }
  return 0;
}

}  // namespace khitai::context
