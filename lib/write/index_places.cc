// SPDX-License-Identifier: Apache-2.0

#include "write/index_places.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "text/utf8.h"
#include "write/index_numerals.h"

namespace khitai::write {
namespace {

using Rank = PlaceStep::Rank;
using Side = PlaceStep::Side;

constexpr std::string_view kRangeDash = "\u2013";

// The side of a leaf that stands behind its number; `*at` moves behind it.
// Russian leaves have a back only.
Side read_side(std::string_view text, size_t* at) {
  const std::string_view rest = text.substr(*at);
  constexpr std::string_view kBack = "\u043E\u0431";
  const size_t space = rest.starts_with(' ') ? 1 : 0;
  if (rest.substr(space).starts_with(kBack)) {
    *at += space + kBack.size();
    if (*at < text.size() && text[*at] == '.') ++*at;
    return Side::kBack;
  }
  if (rest.empty()) return Side::kNone;
  const char c = rest[0];
  if (c != 'r' && c != 'v' && c != 'a' && c != 'b') return Side::kNone;
  ++*at;
  return c == 'r' || c == 'a' ? Side::kFront : Side::kBack;
}

// Where the first number begins; all of the text when it has none.
size_t number_begin(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && !begins_with_decimal(text.substr(at))) {
    at += text::decode(text.data() + at, text.data() + text.size()).size;
  }
  return at;
}

// "12", "3.2", "12r", with or without something before it.
bool read_numbers(std::string_view label, PlaceStep* step) {
  size_t at = number_begin(label);
  step->prefix = label.substr(0, at);
  uint64_t value = 0;
  while (read_decimal(label, &at, &value)) {
    step->numbers.push_back(value);
    if (at + 1 >= label.size() || label[at] != '.') break;
    ++at;
  }
  step->side = read_side(label, &at);
  return !step->numbers.empty() && at == label.size();
}

// Step by step as numbers; equal ones are neither before the other.
int compare_steps(const PlaceStep& a, const PlaceStep& b) {
  if (a.rank != b.rank) return a.rank < b.rank ? -1 : 1;
  if (a.rank == Rank::kText) {
    if (std::tie(a.at, a.label) == std::tie(b.at, b.label)) return 0;
    return std::tie(a.at, a.label) < std::tie(b.at, b.label) ? -1 : 1;
  }
  const auto of = [](const PlaceStep& step) {
    return std::tie(step.prefix, step.numbers, step.side, step.label);
  };
  if (of(a) == of(b)) return 0;
  return of(a) < of(b) ? -1 : 1;
}

bool follows(const PlaceStep& a, const PlaceStep& b) {
  if (a.rank != b.rank || a.rank == Rank::kText || a.prefix != b.prefix ||
      a.numbers.size() != b.numbers.size()) {
    return false;
  }
  const size_t last = a.numbers.size() - 1;
  if (!std::equal(a.numbers.begin(), a.numbers.end() - 1, b.numbers.begin())) {
    return false;
  }
  if (a.numbers[last] == b.numbers[last]) {
    return a.side != Side::kBack && b.side == Side::kBack;
  }
  if (a.numbers[last] + 1 != b.numbers[last]) return false;
  if (a.side == Side::kBack) return b.side != Side::kBack;
  return a.side == Side::kNone && b.side == Side::kNone;
}

void append_step(const PlaceStep& step, std::string_view opening,
                 std::string_view closing, std::string* out) {
  if (step.rank != Rank::kText) {
    *out += step.label;
    return;
  }
  *out += opening;
  *out += step.label;
  *out += closing;
}

}  // namespace

PlaceStep place_step(std::string_view label, size_t at) {
  PlaceStep step;
  step.label = label;
  step.at = at;
  if (const uint64_t roman = roman_value(label); roman > 0) {
    step.rank = Rank::kRoman;
    step.numbers = {roman};
  } else if (const uint64_t han = han_value(label); han > 0) {
    step.rank = Rank::kNumber;
    step.numbers = {han};
  } else if (read_numbers(label, &step)) {
    step.rank = Rank::kNumber;
  } else {
    step.prefix.clear();
    step.numbers.clear();
    step.side = Side::kNone;
  }
  return step;
}

PlaceStep counted_step(std::string_view label, size_t at) {
  PlaceStep step = place_step(label, at);
  step.rank = Rank::kCounted;
  return step;
}

bool is_before(const CitedPlace& a, const CitedPlace& b) {
  for (size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const int order = compare_steps(a[i], b[i]);
    if (order != 0) return order < 0;
  }
  return a.size() < b.size();
}

bool is_same(const CitedPlace& a, const CitedPlace& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const PlaceStep& one, const PlaceStep& other) {
                      return one.label == other.label;
                    });
}

bool is_next(const CitedPlace& a, const CitedPlace& b) {
  if (a.empty() || a.size() != b.size()) return false;
  const CitedPlace a_around(a.begin(), a.end() - 1);
  const CitedPlace b_around(b.begin(), b.end() - 1);
  return is_same(a_around, b_around) && follows(a.back(), b.back());
}

std::vector<std::string> place_words(std::vector<CitedPlace> places,
                                     std::string_view opening,
                                     std::string_view closing) {
  std::stable_sort(places.begin(), places.end(), is_before);
  std::set<std::vector<std::string>> seen;
  std::erase_if(places, [&](const CitedPlace& place) {
    std::vector<std::string> labels;
    for (const PlaceStep& step : place) labels.push_back(step.label);
    return !seen.insert(std::move(labels)).second;
  });
  std::vector<std::string> words;
  for (size_t first = 0; first < places.size();) {
    size_t last = first;
    while (last + 1 < places.size() &&
           is_next(places[last], places[last + 1])) {
      ++last;
    }
    std::string text;
    for (size_t i = 0; i < places[first].size(); ++i) {
      if (i > 0) text += ':';
      append_step(places[first][i], opening, closing, &text);
    }
    if (last > first) {
      const PlaceStep& end = places[last].back();
      text += kRangeDash;
      text += std::string_view(end.label).substr(end.prefix.size());
    }
    if (!text.empty()) words.push_back(std::move(text));
    first = last + 1;
  }
  return words;
}

}  // namespace khitai::write
