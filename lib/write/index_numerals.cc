// SPDX-License-Identifier: Apache-2.0

#include "write/index_numerals.h"

#include <string>
#include <vector>

#include "base/ascii.h"
#include "text/utf8.h"

namespace khitai::write {
namespace {

struct RomanStep {
  uint64_t value;
  std::string_view letters;
};
constexpr RomanStep kRomanSteps[] = {
    {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
    {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
    {5, "v"},    {4, "iv"},   {1, "i"}};

std::string roman_of(uint64_t value) {
  std::string out;
  for (const RomanStep& step : kRomanSteps) {
    for (; value >= step.value; value -= step.value) out += step.letters;
  }
  return out;
}

// A digit 0 to 9; a unit 10, 100, 1000; -1 for anything else.
int han_digit(char32_t value) {
  switch (value) {
    case 0x3007:
    case 0x96F6:
      return 0;
    case 0x4E00:
      return 1;
    case 0x4E8C:
      return 2;
    case 0x4E09:
      return 3;
    case 0x56DB:
      return 4;
    case 0x4E94:
      return 5;
    case 0x516D:
      return 6;
    case 0x4E03:
      return 7;
    case 0x516B:
      return 8;
    case 0x4E5D:
      return 9;
    case 0x5341:
      return 10;
    case 0x767E:
      return 100;
    case 0x5343:
      return 1000;
    default:
      return -1;
  }
}

int decimal_digit(char32_t value) {
  if (value >= '0' && value <= '9') return static_cast<int>(value - '0');
  if (value >= 0x660 && value <= 0x669) return static_cast<int>(value - 0x660);
  if (value >= 0x6F0 && value <= 0x6F9) return static_cast<int>(value - 0x6F0);
  return -1;
}

}  // namespace

uint64_t roman_value(std::string_view text) {
  constexpr size_t kLongest = 15;  // mmmdccclxxxviii
  if (text.empty() || text.size() > kLongest) return 0;
  std::string small(text);
  const bool capital = base::is_upper(text[0]);
  for (char& c : small) {
    if (base::is_upper(c) != capital) return 0;
    if (capital) c = static_cast<char>(c - 'A' + 'a');
  }
  uint64_t value = 0;
  size_t at = 0;
  for (const RomanStep& step : kRomanSteps) {
    while (small.compare(at, step.letters.size(), step.letters) == 0) {
      value += step.value;
      at += step.letters.size();
    }
  }
  constexpr uint64_t kMost = 3999;
  const bool usual = at == small.size() && roman_of(value) == small;
  return usual && value <= kMost ? value : 0;
}

uint64_t han_value(std::string_view text) {
  constexpr size_t kMostDigits = 9;
  std::vector<int> digits;
  bool has_units = false;
  for (const std::string_view one : text::code_points_of(text)) {
    const int digit =
        han_digit(text::decode(one.data(), one.data() + one.size()).code);
    if (digit < 0 || digits.size() == kMostDigits) return 0;
    has_units = has_units || digit >= 10;
    digits.push_back(digit);
  }
  uint64_t value = 0;
  uint64_t count = 0;  // before the next unit
  for (const int digit : digits) {
    if (digit >= 10) {
      value += (count == 0 ? 1 : count) * static_cast<uint64_t>(digit);
      count = 0;
    } else if (has_units) {
      count = static_cast<uint64_t>(digit);
    } else {
      value = value * 10 + static_cast<uint64_t>(digit);
    }
  }
  return value + count;
}

bool begins_with_decimal(std::string_view text) {
  return !text.empty() &&
         decimal_digit(
             text::decode(text.data(), text.data() + text.size()).code) >= 0;
}

bool read_decimal(std::string_view text, size_t* at, uint64_t* value) {
  constexpr int kMostDigits = 18;
  int count = 0;
  size_t next = *at;
  uint64_t read = 0;
  while (next < text.size()) {
    const auto point =
        text::decode(text.data() + next, text.data() + text.size());
    const int digit = decimal_digit(point.code);
    if (digit < 0) break;
    if (++count > kMostDigits) return false;
    read = read * 10 + static_cast<uint64_t>(digit);
    next += point.size;
  }
  if (count == 0) return false;
  *at = next;
  *value = read;
  return true;
}

}  // namespace khitai::write
