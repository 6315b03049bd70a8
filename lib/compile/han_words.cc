// SPDX-License-Identifier: Apache-2.0

#include "compile/han_words.h"

#include <algorithm>

#include "base/ordered_pool.h"
#include "compile/cells.h"
#include "khitai/keys.h"
#include "romanize/split.h"
#include "text/script.h"

namespace khitai::compile {
namespace {

using romanize::Word;
using romanize::Words;

// So many characters that are read one by one are still one word; where the
// words of a longer row end nobody knows.
constexpr size_t kLongestRun = 2;

// The characters of a form; empty unless all of them are Han.
std::vector<std::string_view> han_of(std::string_view text) {
  std::vector<std::string_view> all = characters(text);
  for (std::string_view one : all) {
    if (text::script_of(one) != "Hani") return {};
  }
  return all;
}

// Folded: names are known by these.
std::vector<std::string> keys_of(std::string_view text) {
  std::vector<std::string> keys;
  for (std::string_view one : han_of(text)) keys.push_back(l1_key(one));
  return keys;
}

// As it is written, for several characters may share a simplified one.
std::string_view toned_of(const romanize::Tables& conventions,
                          std::string_view character) {
  const std::string_view own = conventions.toned_readings(character);
  return own.empty() ? conventions.toned_readings(l1_key(character)) : own;
}

std::vector<std::string> plain_of(const romanize::Tables& conventions,
                                  std::string_view character) {
  auto own = conventions.han_readings(character);
  return own.empty() ? conventions.han_readings(l1_key(character)) : own;
}

std::string joined(const std::vector<std::string>& keys, size_t at,
                   size_t count) {
  std::string out;
  for (size_t i = at; i < at + count; ++i) out += keys[i];
  return out;
}

size_t syllables_in(const Words& words) {
  size_t count = 0;
  for (const Word& word : words) count += word.syllables.size();
  return count;
}

bool same_syllables(const Words& a, const Words& b, bool tones) {
  std::vector<romanize::Syllable> of_a, of_b;
  for (const Word& word : a) {
    of_a.insert(of_a.end(), word.syllables.begin(), word.syllables.end());
  }
  for (const Word& word : b) {
    of_b.insert(of_b.end(), word.syllables.begin(), word.syllables.end());
  }
  return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                    [&](const auto& x, const auto& y) {
                      return x.pinyin == y.pinyin &&
                             (!tones || x.tone == y.tone);
                    });
}

// Of han_names.tsv: spaces part syllables there.
Words one_word(Words words) {
  for (size_t i = 1; i < words.size(); ++i) {
    auto& all = words[0].syllables;
    all.insert(all.end(), words[i].syllables.begin(), words[i].syllables.end());
  }
  words.resize(1);
  words[0].capital = true;
  return words;
}

}  // namespace

HanWords::HanWords(const romanize::Tables& conventions, const Tables& tables,
                   const std::vector<DraftForm>& forms, unsigned jobs)
    : conventions_(conventions) {
  for (const DraftForm& form : forms) {
    if (!is_chinese(form.lang)) continue;
    if (form.reading->empty()) {
      latin_[*form.name];
    } else {
      index_reading(form);
    }
  }
  index_latin(forms, jobs);
  index_parts(tables);
}

void HanWords::index_latin(const std::vector<DraftForm>& forms, unsigned jobs) {
  constexpr size_t kBlock = 4096;  // forms
  using Found = std::pair<std::vector<Words>*, Words>;
  base::run_blocks_in_order(
      jobs, forms.size(), kBlock,
      [&](size_t begin, size_t end) {
        std::vector<Found> all;
        for (size_t i = begin; i < end; ++i) {
          const auto name = latin_.find(*forms[i].name);
          if (name == latin_.end() || !forms[i].rule.empty() ||
              text::script_of(forms[i].text) != "Latn") {
            continue;
          }
          auto words = romanize::words_of_pinyin(conventions_, forms[i].text);
          if (words) all.emplace_back(&name->second, std::move(*words));
        }
        return all;
      },
      [&](std::vector<Found> all) {
        for (Found& one : all) one.first->push_back(std::move(one.second));
        return true;
      });
}

// Texts that are read in one way wherever the lexicon has them.
void HanWords::index_reading(const DraftForm& form) {
  const std::vector<std::string> keys = keys_of(form.text);
  if (keys.size() < 2) return;
  for (std::string_view reading : romanize::split(*form.reading, '|')) {
    const auto words = romanize::words_of_pinyin(conventions_, reading);
    if (!words || syllables_in(*words) != keys.size()) continue;
    const auto [place, fresh] = known_.try_emplace(
        joined(keys, 0, keys.size()), Known{std::string(reading), true, true});
    if (fresh) continue;
    const auto first =
        romanize::words_of_pinyin(conventions_, place->second.reading);
    Known& known = place->second;
    known.one = known.one && same_syllables(*first, *words, false);
    known.tones = known.tones && same_syllables(*first, *words, true);
  }
}

// A surname and a given name are two words.
void HanWords::index_parts(const Tables& tables) {
  std::map<std::string_view, std::pair<std::string_view, std::string_view>>
      persons;
  for (const Row& row : tables.of(TableKind::kParts).rows) {
    if (tags_below(row[parts::kLang], "zh").empty()) continue;
    if (row[parts::kPart] == "surname") {
      persons[row[parts::kEntity]].first = row[parts::kText];
    } else if (row[parts::kPart] == "given") {
      persons[row[parts::kEntity]].second = row[parts::kText];
    }
  }
  for (const auto& [entity, person] : persons) {
    const auto surname = keys_of(person.first);
    const auto given = keys_of(person.second);
    if (surname.empty() || given.empty()) continue;
    surnames_[joined(surname, 0, surname.size()) +
              joined(given, 0, given.size())] = {surname.size(), given.size()};
  }
}

HanWords::Piece HanWords::single(std::string_view character) const {
  Piece piece;
  if (plain_of(conventions_, character).size() != 1) return piece;
  const std::string_view all = toned_of(conventions_, character);
  const std::string_view first = all.substr(0, all.find(' '));
  auto words = romanize::words_of_pinyin(conventions_, first);
  if (!words || syllables_in(*words) != 1) return piece;
  piece.count = 1;
  piece.words = std::move(*words);
  piece.words[0].capital = true;
  piece.tones = first == all;
  piece.single = true;
  return piece;
}

// The longest name that is known there, else the character; nothing (count 0)
// where that may be read in several ways.
HanWords::Piece HanWords::piece_at(const std::vector<std::string>& keys,
                                   std::string_view written, size_t at) const {
  Piece piece;
  std::string_view listed;
  const std::string rest = joined(keys, at, keys.size() - at);
  const size_t bytes = conventions_.toned_name(rest, &listed);
  for (size_t count = keys.size() - at; count > 0; --count) {
    const std::string key = joined(keys, at, count);
    if (key.size() == bytes) {
      auto words = romanize::words_of_pinyin(conventions_, listed);
      if (!words || syllables_in(*words) != count) return piece;
      piece.words = one_word(std::move(*words));
      piece.count = count;
      return piece;
    }
    const auto found = known_.find(key);
    if (found == known_.end()) continue;
    if (!found->second.one) return piece;
    piece.words =
        *romanize::words_of_pinyin(conventions_, found->second.reading);
    piece.tones = found->second.tones;
    piece.count = count;
    return piece;
  }
  return single(written);
}

std::optional<HanReading> HanWords::by_pieces(std::string_view text) const {
  const std::vector<std::string_view> written = han_of(text);
  const std::vector<std::string> keys = keys_of(text);
  if (keys.empty()) return std::nullopt;
  const auto parted = surnames_.find(joined(keys, 0, keys.size()));
  HanReading reading = {{}, true, false};
  size_t run = 0;  // characters read one by one
  for (size_t at = 0; at < keys.size();) {
    Piece piece = piece_at(keys, written[at], at);
    if (piece.count == 0) return std::nullopt;
    reading.tones = reading.tones && piece.tones;
    at += piece.count;
    if (piece.single && run > 0) {
      reading.words.back().syllables.push_back(piece.words[0].syllables[0]);
    } else {
      reading.words.insert(reading.words.end(), piece.words.begin(),
                           piece.words.end());
    }
    run = piece.single ? run + 1 : 0;
    if (run > kLongestRun && parted == surnames_.end()) return std::nullopt;
  }
  if (parted != surnames_.end()) {
    reading.words = romanize::regrouped(reading.words, parted->second);
  }
  return reading;
}

// Whether the characters may be read so, one by one.
bool HanWords::may_be_read(const std::vector<std::string_view>& written,
                           const Words& words) const {
  if (syllables_in(words) != written.size()) return false;
  size_t at = 0;
  for (const Word& word : words) {
    for (const romanize::Syllable& syllable : word.syllables) {
      const auto all = plain_of(conventions_, written[at++]);
      if (std::find(all.begin(), all.end(), syllable.pinyin) == all.end()) {
        return false;
      }
    }
  }
  return true;
}

// A reading of the characters that a Latin form of the name spells.
std::optional<HanReading> HanWords::by_latin(const DraftForm& form) const {
  const auto own = latin_.find(*form.name);
  const std::vector<std::string_view> written = han_of(form.text);
  if (own == latin_.end() || written.empty()) return std::nullopt;
  for (const Words& words : own->second) {
    if (!may_be_read(written, words)) continue;
    bool tones = true;
    for (const Word& word : words) {
      for (const auto& one : word.syllables) tones = tones && one.tone != 0;
    }
    return HanReading{words, tones, true};
  }
  return std::nullopt;
}

std::vector<HanReading> HanWords::read(const DraftForm& form) const {
  std::vector<HanReading> readings;
  for (std::string_view cell : romanize::split(*form.reading, '|')) {
    auto words = romanize::words_of_pinyin(conventions_, cell);
    if (!words) continue;  // kana, for the form as Japanese
    readings.push_back({std::move(*words), true, true});
  }
  if (readings.empty()) {
    std::optional<HanReading> reading = by_latin(form);
    if (!reading) reading = by_pieces(form.text);
    if (reading) readings.push_back(std::move(*reading));
  }
  for (HanReading& reading : readings) {
    romanize::set_characters(form.text, &reading.words);
  }
  return readings;
}

}  // namespace khitai::compile
