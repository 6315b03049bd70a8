// SPDX-License-Identifier: Apache-2.0

#include "context/centuries.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "context/hijri.h"

namespace khitai::context {
namespace {

constexpr int32_t kYears = 100;
constexpr int32_t kLastCentury = 19;
constexpr int32_t kLastHijri = 9;  // without a mark, as years below 1000 are
constexpr std::string_view kBeforeEra = "\xE5\x89\x8D";  // U+524D

struct Ordinal {
  int32_t value = 0;
  size_t first = 0;  // units
  size_t end = 0;
  bool roman = false;
  bool stop = false;  // "12."
};

bool has_only(std::string_view gap, std::string_view allowed) {
  return gap.find_first_not_of(allowed) == std::string_view::npos;
}

// Spaces, also such as keep a line together.
bool is_space(std::string_view gap) {
  return has_only(gap, " \n\r\t\xC2\xA0\xE2\x80\xAF");
}

bool is_dash(std::string_view gap) {
  return !gap.empty() && !is_space(gap) &&
         has_only(gap, "- \xC2\xA0\xE2\x80\x90\x91\x92\x93\x94");
}

// The number of one or two digits that a key begins with; 0: none.
int32_t small_number(std::string_view key, std::string_view* suffix) {
  size_t digits = 0;
  int32_t value = 0;
  while (digits < key.size() && base::is_digit(key[digits])) {
    value = value * 10 + (key[digits++] - '0');
    if (digits > 2) return 0;
  }
  *suffix = key.substr(digits);
  return value;
}

// How strictly digits must look like an ordinal.
enum class Digits { kOrdinal, kAny };

class CenturyReader {
 public:
  explicit CenturyReader(const YearScene& scene) : scene_(scene) {}

  std::optional<Century> read(size_t i) const {
    size_t count = 0;
    const unsigned roles = scene_.words.roles_at(
        scene_.units, i, YearWords::kCenturyBehind | YearWords::kCenturyBefore,
        &count);
    std::optional<Century> century;
    if ((roles & YearWords::kCenturyBehind) != 0) {
      century = with_word_behind(i, i + count);
    }
    if (!century && (roles & YearWords::kCenturyBefore) != 0) {
      century = with_word_before(i, i + count);
    }
    return century;
  }

 private:
  bool is_short(size_t first, size_t end) const {
    return end - first == 1 && scene_.key(first).size() <= 4 &&
           scene_.units.units[first].kind == fold::UnitKind::kWord &&
           !base::is_digit(scene_.key(first)[0]) && letters(first) <= 2;
  }

  size_t letters(size_t i) const {
    const std::string_view key = scene_.key(i);
    return static_cast<size_t>(
        std::count_if(key.begin(), key.end(),
                      [](char byte) { return (byte & 0xC0) != 0x80; }));
  }

  bool stop_behind(size_t end) const {
    const uint32_t at = scene_.units.units[end - 1].end;
    return scene_.text.substr(at, 1) == ".";
  }

  std::optional<Century> with_word_behind(size_t first, size_t end) const {
    const std::optional<Ordinal> last = before(first, Digits::kOrdinal);
    if (!last) return std::nullopt;
    // "XII s." is a century, "12 s." is not.
    const bool ordinal = last->roman || last->stop;
    if (is_short(first, end) && (!ordinal || !stop_behind(end))) {
      return std::nullopt;
    }
    Ordinal begin = *last;
    if (const auto other = first_of_two(*last)) begin = *other;
    return years_of(begin, *last, begin.first, end);
  }

  std::optional<Century> with_word_before(size_t first, size_t end) const {
    const std::optional<Ordinal> begin = behind(end);
    if (!begin) return std::nullopt;
    if (is_short(first, end) && (!begin->roman || !stop_behind(end))) {
      return std::nullopt;
    }
    Ordinal last = *begin;
    if (const auto other = second_of_two(*begin)) last = *other;
    return years_of(*begin, last, first, last.end);
  }

  // The other number in "11th and 12th", "XI-XII", "6th/12th".
  std::optional<Ordinal> first_of_two(const Ordinal& last) const {
    const size_t at = last.first;
    if (at == 0) return std::nullopt;
    std::string_view gap = scene_.gap(at);
    if (gap.starts_with('.')) gap.remove_prefix(1);
    std::optional<Ordinal> first;
    if (is_dash(gap)) {
      first = ending_at(at, Digits::kAny);
    } else if (gap == "/") {
      first = ending_at(at, Digits::kAny);
      if (first && is_of_both(first->value, last.value)) return std::nullopt;
    } else if (scene_.words.has(YearWords::kJoins, scene_.key(at - 1))) {
      first = before(at - 1, Digits::kAny);
    }
    if (first && first->value < last.value) return first;
    return std::nullopt;
  }

  std::optional<Ordinal> second_of_two(const Ordinal& first) const {
    const size_t at = first.end;
    if (at + 1 >= scene_.size()) return std::nullopt;
    std::optional<Ordinal> last;
    if (is_dash(scene_.gap(at))) {
      last = starting_at(at);
    } else if (scene_.words.has(YearWords::kJoins, scene_.key(at)) &&
               is_space(scene_.gap(at))) {
      last = behind(at + 1);
    }
    if (last && last->value > first.value) return last;
    return std::nullopt;
  }

  // Whether two numbers are one century in two eras: 6th/12th.
  static bool is_of_both(int32_t hijri, int32_t common) {
    const int32_t from = from_hijri((hijri - 1) * kYears + 1);
    const int32_t to = from_hijri(hijri * kYears);
    return from <= common * kYears && to > (common - 1) * kYears;
  }

  // The ordinal before unit `end`, with a space, a hyphen or a full stop.
  std::optional<Ordinal> before(size_t end, Digits digits) const {
    if (end == 0) return std::nullopt;
    std::string_view gap = scene_.gap(end);
    const bool stop = gap.starts_with('.');
    if (stop) gap.remove_prefix(1);
    if (scene_.units.units[end].gap == fold::Gap::kBarrier) return std::nullopt;
    if (stop || gap.empty() || gap == "-") digits = Digits::kAny;
    if (!is_space(gap) && gap != "-") return std::nullopt;
    std::optional<Ordinal> ordinal = ending_at(end, digits);
    if (ordinal) ordinal->stop = stop;
    return ordinal;
  }

  std::optional<Ordinal> ending_at(size_t end, Digits digits) const {
    const size_t at = end - 1;
    if (is_han_numeral(scene_.units, at)) return han_ending_at(end);
    std::string_view suffix;
    const int32_t roman = roman_number(scene_.written(at), &suffix);
    if (roman > 0 && is_ordinal(suffix)) return Ordinal{roman, at, end, true};
    const int32_t value = small_number(scene_.key(at), &suffix);
    // "XII" may be folded to 12 where it is small.
    const bool roman_small = !base::is_digit(scene_.written(at)[0]);
    if (value > 0 && (suffix.empty() ? digits == Digits::kAny || roman_small
                                     : is_ordinal(suffix))) {
      return Ordinal{value, at, end, suffix.empty() && roman_small};
    }
    if (at > 0 && scene_.gap(at) == "-" && is_ordinal(scene_.key(at))) {
      const int32_t number = small_number(scene_.key(at - 1), &suffix);
      if (number > 0 && suffix.empty()) return Ordinal{number, at - 1, end};
    }
    size_t count = 0;
    const int32_t nth =
        scene_.words.numbers().nth_before(scene_.units, end, &count);
    if (nth == 0) return std::nullopt;
    return Ordinal{nth, end - count, end};
  }

  std::optional<Ordinal> han_ending_at(size_t end) const {
    size_t first = end - 1;
    while (first > 0 && scene_.is_joined(first) &&
           is_han_numeral(scene_.units, first - 1)) {
      --first;
    }
    const auto number = han_number(scene_.units, first);
    if (!number || number->end != end) return std::nullopt;
    if (number->digits > 2) return std::nullopt;
    return Ordinal{number->value, first, end};
  }

  bool is_ordinal(std::string_view suffix) const {
    return suffix.empty() ||
           scene_.words.has(YearWords::kOrdinal, fold::match_key(suffix));
  }

  std::optional<Ordinal> behind(size_t i) const {
    if (i >= scene_.size() || scene_.units.units[i].gap > fold::Gap::kSpace) {
      return std::nullopt;
    }
    return starting_at(i);
  }

  std::optional<Ordinal> starting_at(size_t i) const {
    std::string_view suffix;
    const int32_t roman = roman_number(scene_.written(i), &suffix);
    if (roman > 0 && suffix.empty()) return Ordinal{roman, i, i + 1, true};
    const int32_t value = small_number(scene_.key(i), &suffix);
    if (value > 0 && suffix.empty()) {
      return Ordinal{value, i, i + 1, !base::is_digit(scene_.written(i)[0])};
    }
    size_t count = 0;
    const int32_t nth = scene_.words.numbers().nth_at(scene_.units, i, &count);
    if (nth == 0) return std::nullopt;
    return Ordinal{nth, i, i + count};
  }

  std::optional<Century> years_of(const Ordinal& begin, const Ordinal& last,
                                  size_t first, size_t end) const {
    if (begin.value < 1 || last.value > kLastCentury) return std::nullopt;
    if (first > 0 && scene_.is_joined(first) &&
        scene_.key(first - 1) == kBeforeEra) {
      return std::nullopt;
    }
    Era era = scene_.era_behind(end);
    if (era == Era::kNone || era == Era::kSolar) return std::nullopt;
    if (era == Era::kUnmarked && scene_.hijri && last.value <= kLastHijri) {
      era = Era::kHijri;
    }
    Years years = {(begin.value - 1) * kYears + 1, last.value * kYears};
    if (era == Era::kHijri) {
      years = {from_hijri(years.from), from_hijri(years.to)};
    }
    return Century{years, first, end};
  }

  const YearScene& scene_;
};

}  // namespace

std::optional<Century> century_at(const YearScene& scene, size_t i) {
  return CenturyReader(scene).read(i);
}

}  // namespace khitai::context
