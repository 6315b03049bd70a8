// SPDX-License-Identifier: Apache-2.0

#include "annotate/sight.h"

#include <algorithm>

#include "base/ascii.h"
#include "romanize/tables.h"
#include "text/casing.h"
#include "text/utf8.h"

namespace khitai::annotate {
namespace {

using romanize::NameWords;
using romanize::WordKind;

constexpr size_t kFullLine = 40;  // bytes of a line that was broken, not ended
// What may stand between two words of one sentence.
constexpr std::string_view kWithin = " \t,;()-/'";

bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

// Of a word behind its first letter.
Shape capital_shape(std::string_view rest) {
  if (rest.empty()) return Shape::kInitial;
  const bool loud = is_ascii(rest[0])
                        ? is_capital(rest[0])
                        : text::casing_of(rest) == text::Casing::kCapital;
  return loud ? Shape::kLoud : Shape::kCapital;
}

// Of a letter that a name may begin with beside its capital, such as U+02BF.
std::string_view from_cased(std::string_view word) {
  while (!word.empty()) {
    const size_t size =
        text::decode(word.data(), word.data() + word.size()).size;
    if (text::casing_of(word.substr(0, size)) != text::Casing::kNone) break;
    word.remove_prefix(size);
  }
  return word;
}

// Where a line was broken to fit, the next one goes on.
bool is_full_line(std::string_view text, size_t end) {
  const size_t from = text.rfind('\n', end == 0 ? 0 : end - 1);
  return end - (from == std::string_view::npos ? 0 : from) >= kFullLine;
}

}  // namespace

Shape shape_of(std::string_view text, const fold::Units& units,
               const fold::Unit& unit) {
  if (unit.kind == fold::UnitKind::kHan) return Shape::kHan;
  if (unit.kind == fold::UnitKind::kOther) return Shape::kOther;
  const std::string_view key = units.key_of(unit);
  if (!key.empty() && base::is_digit(key[0])) return Shape::kNumber;
  std::string_view word = text.substr(unit.begin, unit.end - unit.begin);
  const char first = word[0];
  if (is_ascii(first)) {
    return is_capital(first) ? capital_shape(word.substr(1)) : Shape::kSmall;
  }
  switch (text::casing_of(word)) {
    case text::Casing::kLower:
      return Shape::kSmall;
    case text::Casing::kNone:
      word = from_cased(word);
      if (word.empty()) return Shape::kUncased;
      if (!text::has_capital(word)) return Shape::kSmall;
      break;
    case text::Casing::kCapital:
      break;
  }
  const size_t size = text::decode(word.data(), word.data() + word.size()).size;
  return capital_shape(word.substr(size));
}

void WordCounts::add(std::string_view key, Shape shape, bool opening) {
  auto place = counts_.find(key);
  if (place == counts_.end()) {
    place = counts_.emplace(std::string(key), WordCount()).first;
  }
  WordCount& count = place->second;
  ++count.all;
  count.small += shape == Shape::kSmall;
  count.capital += shape == Shape::kCapital && !opening;
  ++(shape == Shape::kHan ? characters_ : words_);
}

const WordCount& WordCounts::of(std::string_view key) const {
  static const WordCount kNone;
  const auto place = counts_.find(key);
  return place == counts_.end() ? kNone : place->second;
}

bool WordCounts::is_small(std::string_view key) const {
  constexpr size_t kShare = 4;
  const WordCount& count = of(key);
  return count.small > 0 && kShare * count.small >= count.capital;
}

std::string_view Scene::gap(uint32_t number) const {
  if (number == 0) return "";
  const uint32_t from = unit(number - 1).end;
  return text.substr(from, unit(number).begin - from);
}

bool Scene::opens(uint32_t number) const {
  if (number == 0 || titled[number]) return true;
  const std::string_view between = gap(number);
  if (between == " ") return false;
  for (size_t i = 0; i < between.size(); ++i) {
    if (between[i] == '\n') {
      if (!is_full_line(text, unit(number - 1).end)) return true;
    } else if (kWithin.find(between[i]) == std::string_view::npos) {
      const bool stop = between[i] == '.';
      if (!stop) return true;
    }
  }
  return std::binary_search(sentences.begin(), sentences.end(),
                            unit(number).begin);
}

bool Scene::goes_on(uint32_t number) const {
  if (number >= size() || unit(number).gap != fold::Gap::kSpace) return false;
  const std::string_view between = gap(number);
  if (between.find('\n') != std::string_view::npos) {
    return is_full_line(text, unit(number - 1).end);
  }
  const bool dash =
      between.size() > 1 && between.find('-') != std::string_view::npos;
  if (dash) return false;
  if (between.find('.') == std::string_view::npos) return true;
  return shapes[number - 1] == Shape::kInitial ||
         !std::binary_search(sentences.begin(), sentences.end(),
                             unit(number).begin);
}

bool Scene::joins(uint32_t number) const {
  const NameWords& table = lexicon.conventions().name_words();
  const std::string_view key = key_of(number);
  if (is_of_father(number) || is_article(number)) return true;
  const NameWords::Entry* const entry = table.find(key, WordKind::kParticle);
  if (entry == nullptr) return false;
  return entry->value == "al" || reader.cues.says_of(key);
}

bool Scene::is_of_father(uint32_t number) const {
  const NameWords& table = lexicon.conventions().name_words();
  const std::string_view key = key_of(number);
  const NameWords::Entry* const entry = table.find(key, WordKind::kParticle);
  if (entry != nullptr) {
    return entry->value == "son" || entry->value == "daughter";
  }
  return table.find(key, WordKind::kSonLetter) != nullptr &&
         number + 1 < size() && gap(number + 1).find('.') == 0;
}

bool Scene::is_article(uint32_t number) const {
  if (number + 1 >= size() || gap(number + 1) != "-") return false;
  const NameWords& table = lexicon.conventions().name_words();
  const std::string_view key = key_of(number);
  if (table.find(key, WordKind::kArticle) != nullptr) return true;
  const NameWords::Entry* const entry = table.find(key, WordKind::kParticle);
  return entry != nullptr && entry->value == "al";
}

bool Scene::is_common(uint32_t number) const {
  return reader.cues.is_common(std::string(key_of(number)), lang);
}

}  // namespace khitai::annotate
