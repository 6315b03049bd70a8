// SPDX-License-Identifier: Apache-2.0

#include "romanize/tables.h"

#include <algorithm>

#include "khitai/keys.h"
#include "romanize/split.h"
#include "text/utf8.h"

namespace khitai::romanize {
namespace {

constexpr std::string_view kOneVowel = "one-vowel:";
constexpr std::string_view kReading = "reading:";

uint8_t vowel_bits(std::string_view heights) {
  uint8_t bits = 0;
  for (char height : heights) {
    bits |= height == 'A' ? 1 : height == 'I' ? 2 : height == 'U' ? 4 : 0;
  }
  return bits;
}

bool has_word(std::string_view cell, std::string_view word) {
  const std::vector<std::string_view> all = split(cell, ' ');
  return std::find(all.begin(), all.end(), word) != all.end();
}

// Bytes of the longest tag of the reader that `lang` is or begins with; 0 for
// none.
size_t fit(const Reader& reader, std::string_view lang) {
  size_t best = 0;
  for (const std::string& tag : reader.langs) {
    const bool fits = lang == tag || (lang.starts_with(tag) &&
                                      lang.substr(tag.size()).front() == '-');
    if (fits) best = std::max(best, tag.size());
  }
  return best;
}

// Byte order is the order of code points.
char32_t code_of(std::string_view character) {
  if (character.empty()) return 0;
  return text::decode(character.data(), character.data() + character.size())
      .code;
}

}  // namespace

void Passes::apply(std::vector<std::string>* texts) const {
  for (const auto& [number, rules] : by_number) rules.apply(texts);
}

void Tables::add(Part part, Cells cells) {
  switch (part) {
    case Part::kClasses:
      return add_class(cells);
    case Part::kRules:
      return add_rule(cells);
    case Part::kReaders:
      return add_reader(cells);
    case Part::kSyllables:
      return add_syllable(cells);
    case Part::kSounds:
      return add_sound(cells);
    case Part::kHanReadings:
      if (cells.size() >= 2) han_readings_.emplace_back(cells[0], cells[1]);
      return;
    case Part::kHanNames:
      return add_han_name(cells);
    case Part::kConventions:
      return add_convention(cells);
    case Part::kWriters:
      return add_writer(cells);
    case Part::kSoundCosts:
      if (cells.size() >= 3) costs_.add_sound(cells[0], cells[1], cells[2]);
      return;
    case Part::kCosts:
      if (cells.size() < 4) return;
      return costs_.add_step(cells[0], cells[1], cells[2], cells[3]);
    case Part::kElsewhere:
      return add_elsewhere(cells);
    case Part::kNameWords:
      if (cells.size() >= 3) name_words_.add(cells[0], cells[1], cells[2]);
      return;
  }
}

void Tables::add_class(Cells cells) {
  if (cells.size() < 2) return;
  std::vector<std::string>& all = classes_[std::string(cells[0])];
  for (std::string_view member : split(cells[1], ' ')) {
    all.emplace_back(member);
  }
}

void Tables::add_rule(Cells cells) {
  if (cells.size() < 6) return;
  const char pass = cells[1].empty() ? '1' : cells[1][0];
  sets_[std::string(cells[0])].by_number[pass].add(cells[2], cells[3], cells[4],
                                                   cells[5], classes_);
}

void Tables::add_reader(Cells cells) {
  if (cells.size() < 9) return;
  Reader& reader = readers_[std::string(cells[0])];
  reader.id = cells[0];
  reader.script = cells[1];
  for (std::string_view tag : split(cells[2], ' ')) {
    reader.langs.emplace_back(tag);
  }
  reader.family = cells[3];
  for (std::string_view step : split(cells[4], ' ')) {
    if (step.starts_with(kReading)) {
      reader.reading = step.substr(kReading.size());
      continue;
    }
    const bool one_vowel = step.starts_with(kOneVowel);
    if (one_vowel) step.remove_prefix(kOneVowel.size());
    const Passes* const passes = set(step);
    if (passes == nullptr) continue;
    reader.steps.push_back({passes, one_vowel});
    reader.has_one_vowel = reader.has_one_vowel || one_vowel;
  }
  reader.pinyin = has_word(cells[5], "pinyin");
  reader.wade_giles = has_word(cells[5], "wade-giles");
  reader.palladius = has_word(cells[5], "palladius");
  reader.marks = has_word(cells[5], "marks");
  for (const char* column : {"efeo", "yale"}) {
    if (has_word(cells[5], column)) reader.column = column;
  }
  for (std::string_view other : split(cells[6], ' ')) {
    reader.also_ids.emplace_back(other);
  }
  for (std::string_view other : split(cells[7], ' ')) {
    reader.near_ids.emplace_back(other);
  }
  reader.signs = members(cells[8]);
}

void Tables::add_syllable(Cells cells) {
  if (cells.size() < 7) return;
  syllables_.add(
      {cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]});
}

void Tables::add_sound(Cells cells) {
  if (cells.size() < 4 || cells[0].size() != 1) return;
  Sound& sound = sounds_[static_cast<uint8_t>(cells[0][0])];
  sound.consonant = cells[1].empty() ? '\0' : cells[1][0];
  sound.fine = cells[2].empty() ? cells[0][0] : cells[2][0];
  sound.vowels = vowel_bits(cells[3]);
}

void Tables::add_han_name(Cells cells) {
  if (cells.size() < 2) return;
  std::string syllables;
  for (std::string_view one : split(cells[1], ' ')) {
    if (!syllables.empty()) syllables += '.';
    syllables += without_tones(one);
  }
  std::string key = l1_key(cells[0]);
  longest_han_name_ = std::max(longest_han_name_, key.size());
  han_names_[std::move(key)] = {std::move(syllables), cells[1]};
}

void Tables::finish() {
  for (auto& [id, passes] : sets_) {
    for (auto& [number, rules] : passes.by_number) rules.sort();
  }
  syllables_.finish();
  finish_writers();
  costs_.finish();
  if (!std::is_sorted(han_readings_.begin(), han_readings_.end())) {
    std::sort(han_readings_.begin(), han_readings_.end());
  }
  if (!std::is_sorted(elsewhere_.begin(), elsewhere_.end())) {
    std::sort(elsewhere_.begin(), elsewhere_.end());
  }
  for (const auto& [character, readings] : han_readings_) {
    han_characters_.push_back(code_of(character));
  }
  for (const Elsewhere& row : elsewhere_) {
    elsewhere_characters_.push_back(code_of(row.character));
  }
  const auto join = [&](const std::vector<std::string>& ids,
                        std::vector<const Reader*>* list) {
    for (const std::string& id : ids) {
      const auto found = readers_.find(id);
      if (found != readers_.end()) list->push_back(&found->second);
    }
  };
  for (auto& [id, reader] : readers_) {
    join(reader.also_ids, &reader.also);
    join(reader.near_ids, &reader.near);
    auto place = std::find_if(
        readers_by_script_.begin(), readers_by_script_.end(),
        [&](const auto& one) { return one.first == reader.script; });
    if (place == readers_by_script_.end()) {
      place = readers_by_script_.insert(place, {reader.script, {}});
    }
    place->second.push_back(&reader);
  }
  for (const std::string& letter : members("vowel-letter")) {
    vowel_letters_.push_back(code_of(letter));
  }
  std::sort(vowel_letters_.begin(), vowel_letters_.end());
}

const Reader* Tables::reader(std::string_view script, std::string_view lang,
                             std::string_view l1) const {
  const auto all =
      std::find_if(readers_by_script_.begin(), readers_by_script_.end(),
                   [&](const auto& one) { return one.first == script; });
  if (all == readers_by_script_.end()) return nullptr;
  const Reader* best = nullptr;
  size_t best_fit = 0;
  for (const Reader* reader : all->second) {
    size_t fits = 2 * fit(*reader, lang);
    const bool signs =
        std::any_of(reader->signs.begin(), reader->signs.end(),
                    [&](const std::string& sign) {
                      return l1.find(sign) != std::string_view::npos;
                    });
    if (fits == 0 && signs) fits = 1;
    if (fits == 0 && !reader->langs.empty()) continue;
    if (best == nullptr || fits > best_fit) {
      best = reader;
      best_fit = fits;
    }
  }
  return best;
}

const Passes* Tables::set(std::string_view id) const {
  const auto found = sets_.find(id);
  return found == sets_.end() ? nullptr : &found->second;
}

const std::vector<std::string>& Tables::members(std::string_view id) const {
  static const std::vector<std::string> kNone;
  const auto found = classes_.find(id);
  return found == classes_.end() ? kNone : found->second;
}

bool Tables::has_member(std::string_view id, std::string_view member) const {
  const std::vector<std::string>& all = members(id);
  return std::find(all.begin(), all.end(), member) != all.end();
}

bool Tables::is_vowel_letter(std::string_view letter) const {
  return std::binary_search(vowel_letters_.begin(), vowel_letters_.end(),
                            code_of(letter));
}

std::string Tables::han_reading(std::string_view character) const {
  const std::string_view toned = toned_reading(character);
  return toned.empty() ? "" : without_tones(toned);
}

std::vector<std::string> Tables::han_readings(
    std::string_view character) const {
  std::vector<std::string> all;
  for (std::string_view one : split(toned_readings(character), ' ')) {
    add_alternative(without_tones(one), &all);
  }
  return all;
}

std::string_view Tables::toned_reading(std::string_view character) const {
  const std::string_view all = toned_readings(character);
  return all.substr(0, all.find(' '));
}

size_t Tables::place_of(std::string_view character,
                        const std::vector<char32_t>& list) {
  const char32_t code = code_of(character);
  const auto found = std::lower_bound(list.begin(), list.end(), code);
  if (found == list.end() || *found != code) return list.size();
  return static_cast<size_t>(found - list.begin());
}

std::string_view Tables::toned_readings(std::string_view character) const {
  const size_t place = place_of(character, han_characters_);
  if (place == han_characters_.size()) return "";
  const auto& [known, readings] = han_readings_[place];
  return known == character ? readings : "";
}

size_t Tables::find_han_name(std::string_view text,
                             const HanName** name) const {
  for (size_t size = std::min(longest_han_name_, text.size()); size > 0;
       --size) {
    const auto found = han_names_.find(std::string(text.substr(0, size)));
    if (found == han_names_.end()) continue;
    *name = &found->second;
    return size;
  }
  return 0;
}

size_t Tables::han_name(std::string_view text, std::string* reading) const {
  const HanName* name = nullptr;
  const size_t size = find_han_name(text, &name);
  if (size > 0) *reading = name->plain;
  return size;
}

size_t Tables::toned_name(std::string_view text,
                          std::string_view* reading) const {
  const HanName* name = nullptr;
  const size_t size = find_han_name(text, &name);
  if (size > 0) *reading = name->toned;
  return size;
}

}  // namespace khitai::romanize
