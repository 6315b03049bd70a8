// SPDX-License-Identifier: Apache-2.0

#include "context/numerals.h"

#include <algorithm>
#include <charconv>

#include "context/rows.h"
#include "text/utf8.h"

namespace khitai::context {
namespace {

constexpr size_t kMostCharacters = 12;
constexpr int32_t kMost = 9999;
constexpr size_t kMostNumberWords = 8;
constexpr size_t kMostOrdinals = 2;  // words of one

// What a Han character counts in a number: 0-9 as it is, 10, 20, 30, 40, 100,
// 1000; kAnd; or -1.
constexpr int32_t kAnd = -2;

int32_t han_value(std::string_view key) {
  if (key.size() != 3) return -1;
  switch (text::decode(key.data(), key.data() + key.size()).code) {
    case U'\u3007':
    case U'\u96F6':
      return 0;
    case U'\u4E00':
      return 1;
    case U'\u4E8C':
    case U'\u4E24':
      return 2;
    case U'\u4E09':
      return 3;
    case U'\u56DB':
      return 4;
    case U'\u4E94':
      return 5;
    case U'\u516D':
      return 6;
    case U'\u4E03':
      return 7;
    case U'\u516B':
      return 8;
    case U'\u4E5D':
      return 9;
    case U'\u5341':
      return 10;
    case U'\u5EFF':
      return 20;
    case U'\u5345':
      return 30;
    case U'\u534C':
      return 40;
    case U'\u767E':
      return 100;
    case U'\u5343':
      return 1000;
    case U'\u6709':
      return kAnd;
    default:
      return -1;
  }
}

int32_t han_value_at(const fold::Units& units, size_t i) {
  const fold::Unit& unit = units.units[i];
  return unit.kind == fold::UnitKind::kHan ? han_value(units.key_of(unit)) : -1;
}

// Adds characters up. Digits in a row are one number in the other notation.
class HanSum {
 public:
  // False: the character cannot stand here.
  bool add(int32_t value) {
    if (value == kAnd) {  // "ten and four"
      and_ = !and_ && last_ >= 10;
      return and_;
    }
    if (value < 10) return add_digit(value);
    tens_ = true;
    if (value == 10 || value >= 100) {
      if (digits_ > 1 || (value >= 100 && digits_ == 0)) return false;
      sum_ += (digits_ == 0 ? 1 : digit_) * value;
    } else {
      if (digits_ > 0) return false;
      sum_ += value;
    }
    digit_ = 0;
    digits_ = 0;
    last_ = value;
    return true;
  }

  bool valid() const { return !tens_ || digits_ <= 1; }
  int32_t value() const { return sum_ + digit_; }
  size_t digits() const { return tens_ ? 0 : digits_; }
  bool nought() const { return nought_; }

 private:
  bool add_digit(int32_t value) {
    nought_ |= value == 0;
    if (tens_ && value == 0) return digits_ == 0;  // "1000 and 0 4"
    digit_ = digit_ * 10 + value;
    ++digits_;
    last_ = value;
    return digit_ <= kMost;
  }

  int32_t sum_ = 0, digit_ = 0, last_ = 0;
  size_t digits_ = 0;
  bool tens_ = false, nought_ = false, and_ = false;
};

// The value of a Roman numeral's letter, Latin or Cyrillic, and its bytes.
int32_t roman_letter(std::string_view text, size_t* size) {
  *size = 1;
  if (text[0] == 'I') return 1;
  if (text[0] == 'V') return 5;
  if (text[0] == 'X') return 10;
  *size = 2;
  if (text.starts_with("\xD0\x86")) return 1;   // U+0406
  if (text.starts_with("\xD0\xA5")) return 10;  // U+0425
  return 0;
}

}  // namespace

bool is_han_numeral(const fold::Units& units, size_t i) {
  return han_value_at(units, i) >= 0;
}

std::optional<Number> han_number(const fold::Units& units, size_t i) {
  HanSum sum;
  size_t end = i;
  while (end < units.units.size() && end - i < kMostCharacters) {
    const int32_t value = han_value_at(units, end);
    if (value == -1) break;
    if (end > i && units.units[end].gap != fold::Gap::kNone) break;
    if (value == kAnd &&
        (end + 1 == units.units.size() || han_value_at(units, end + 1) < 1)) {
      break;
    }
    if (!sum.add(value)) return std::nullopt;
    ++end;
  }
  if (end == i || !sum.valid()) return std::nullopt;
  return Number{sum.value(), end, sum.digits(), sum.nought()};
}

int32_t roman_number(std::string_view written, std::string_view* suffix) {
  int32_t sum = 0;
  int32_t last = 0;
  int32_t same = 0;  // letters in a row
  size_t at = 0;
  while (at < written.size()) {
    size_t size = 0;
    const int32_t value = roman_letter(written.substr(at), &size);
    if (value == 0) break;
    same = value == last ? same + 1 : 1;
    if (same > (value == 5 ? 1 : 3)) return 0;
    if (last != 0 && last < value) {
      // Only one I before a V or an X.
      if (last != 1 || sum % 5 != 1) return 0;
      sum -= 2;
    }
    sum += value;
    last = value;
    at += size;
  }
  *suffix = written.substr(at);
  return sum;
}

NumberWords::NumberWords(const Lexicon& lexicon) {
  for (uint32_t i = 0; i < lexicon.name_word_count(); ++i) {
    const Lexicon::NameWord row = lexicon.name_word(i);
    if (row.kind != "nth" && row.kind != "cardinal") continue;
    int32_t value = 0;
    std::from_chars(row.value.data(), row.value.data() + row.value.size(),
                    value);
    const std::string key = fold::match_key(row.word);
    const bool nth = row.kind == "nth";
    (nth ? nths_ : cardinals_)[key] = value;
    if (!nth) filter_.file(key);
  }
}

int32_t NumberWords::cardinal(std::string_view key) const {
  if (!filter_.may_have(key)) return 0;
  const auto found = cardinals_.find(std::string(key));
  return found == cardinals_.end() ? 0 : found->second;
}

std::optional<Number> NumberWords::number_at(const fold::Units& units,
                                             size_t i) const {
  constexpr std::string_view kAndWord = "\xD9\x88";  // U+0648, "and"
  Number number;
  int32_t part = 0;  // what a hundred or a thousand multiplies
  size_t at = i;
  for (size_t n = 0; n < kMostNumberWords && at < units.units.size(); ++n) {
    if (at > i && units.units[at].gap > fold::Gap::kSpace) break;
    std::string_view key = units.key_of(units.units[at]);
    size_t next = at + 1;
    if (at > i && key == kAndWord && next < units.units.size() &&
        units.units[next].gap <= fold::Gap::kSpace) {
      key = units.key_of(units.units[next++]);
    }
    int32_t value = cardinal(key);
    if (value == 0 && key.starts_with(kAndWord)) {
      value = cardinal(key.substr(kAndWord.size()));
    }
    if (value == 0) break;
    const bool multiplies = (value == 100 || value == 1000) && part > 0;
    if (multiplies && part * value > kMost) break;
    if (multiplies) {
      number.value += part * value;
      part = 0;
    } else {
      number.value += part;
      part = value < 10 ? value : 0;
      number.value += value < 10 ? 0 : value;
    }
    at = next;
  }
  number.value += part;
  number.end = at;
  if (at == i || number.value > kMost) return std::nullopt;
  return number;
}

int32_t NumberWords::nth(const fold::Units& units, size_t first,
                         size_t last) const {
  const std::string key = row_key(units, first, last);
  if (key.empty()) return 0;
  const auto found = nths_.find(key);
  return found == nths_.end() ? 0 : found->second;
}

int32_t NumberWords::nth_at(const fold::Units& units, size_t i,
                            size_t* count) const {
  for (*count = kMostOrdinals; *count > 0; --*count) {
    const int32_t value = nth(units, i, i + *count);
    if (value > 0) return value;
  }
  return 0;
}

int32_t NumberWords::nth_before(const fold::Units& units, size_t end,
                                size_t* count) const {
  for (*count = std::min(end, kMostOrdinals); *count > 0; --*count) {
    const int32_t value = nth(units, end - *count, end);
    if (value > 0) return value;
  }
  return 0;
}

}  // namespace khitai::context
