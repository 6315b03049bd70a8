// SPDX-License-Identifier: Apache-2.0
//
// Words of Mandarin syllables from pinyin and from characters.

#include <algorithm>

#include "khitai/keys.h"
#include "romanize/mandarin.h"
#include "romanize/split.h"
#include "romanize/write.h"
#include "text/casing.h"
#include "text/script.h"
#include "text/utf8.h"

namespace khitai::romanize {
namespace {

constexpr std::string_view kTonedVowels[] = {"a", "e", "i",
                                             "o", "u", "\xC3\xBC"};

struct Letter {
  std::string text;  // without a tone
  int tone = 0;
};

// A piece between apostrophes; a digit is the tone of what stands before it.
std::vector<Letter> letters_of(const Tables& tables, std::string_view piece) {
  const auto& toned = tables.members("toned-letter");
  std::vector<Letter> out;
  for (std::string_view point : text::code_points_of(piece)) {
    if (point.size() == 1 && point[0] >= '1' && point[0] <= '5') {
      if (!out.empty()) out.back().tone = point[0] - '0';
      continue;
    }
    const auto found = std::find(toned.begin(), toned.end(), point);
    if (found == toned.end()) {
      out.push_back({std::string(point), 0});
      continue;
    }
    const auto number = static_cast<size_t>(found - toned.begin());
    const size_t count = std::size(kTonedVowels);
    out.push_back({std::string(kTonedVowels[number % count]),
                   static_cast<int>(number / count) + 1});
  }
  return out;
}

// False when the piece is no row of syllables.
bool add_piece(const Tables& tables, std::string_view piece, Word* word) {
  const std::vector<Letter> letters = letters_of(tables, piece);
  std::string plain;
  for (const Letter& letter : letters) plain += letter.text;
  auto syllables = read_careful_pinyin(tables, plain);
  if (!syllables) syllables = read_pinyin(tables, plain);
  if (!syllables) return false;
  size_t at = 0;
  for (std::string_view pinyin : split(*syllables, '.')) {
    Syllable syllable = {std::string(pinyin), 0, ""};
    for (size_t n = text::code_points_of(pinyin).size();
         n > 0 && at < letters.size(); --n) {
      syllable.tone = std::max(syllable.tone, letters[at++].tone);
    }
    word->syllables.push_back(std::move(syllable));
  }
  return true;
}

// Pieces that end with a digit, and the rest.
std::vector<std::string_view> parted_by_digits(std::string_view text) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] < '1' || text[at] > '5') continue;
    out.push_back(text.substr(begin, at + 1 - begin));
    begin = at + 1;
  }
  if (begin < text.size()) out.push_back(text.substr(begin));
  return out;
}

struct Character {
  std::string_view written;  // as in the form
  std::string folded;        // its L1 key
};

// By words; a character that is no letter parts them.
std::vector<std::vector<Character>> characters_of(std::string_view form) {
  std::vector<std::vector<Character>> words(1);
  for (std::string_view point : text::code_points_of(form)) {
    if (text::script_of(point) == "Zyyy") {
      if (!words.back().empty()) words.emplace_back();
      continue;
    }
    words.back().push_back({point, l1_key(point)});
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::optional<Word> word_of_han(const Tables& tables,
                                const std::vector<Character>& characters) {
  Word word;
  for (size_t at = 0; at < characters.size();) {
    std::string rest;
    for (size_t i = at; i < characters.size(); ++i)
      rest += characters[i].folded;
    std::string_view reading;
    const size_t bytes = tables.toned_name(rest, &reading);
    size_t count = 0;
    for (size_t size = 0; size < bytes; ++count) {
      size += characters[at + count].folded.size();
    }
    if (count == 0) {
      count = 1;
      reading = tables.toned_reading(characters[at].written);
      if (reading.empty())
        reading = tables.toned_reading(characters[at].folded);
    }
    size_t read = 0;
    for (std::string_view one : split(reading, ' ')) {
      if (!add_piece(tables, l0_key(one), &word)) return std::nullopt;
      ++read;
    }
    if (read != count) return std::nullopt;
    at += count;
  }
  return word;
}

}  // namespace

std::optional<Words> words_of_pinyin(const Tables& tables,
                                     std::string_view text) {
  Words words;
  for (std::string_view piece : split(text, ' ')) {
    Word word;
    word.capital = text::has_capital(piece);
    std::string l0 = l0_key(text::lower(piece));
    std::replace(l0.begin(), l0.end(), '\'', ' ');
    for (std::string_view part : split(l0, ' ')) {
      for (std::string_view toned : parted_by_digits(part)) {
        if (!add_piece(tables, toned, &word)) return std::nullopt;
      }
    }
    if (!word.syllables.empty()) words.push_back(std::move(word));
  }
  if (words.empty()) return std::nullopt;
  return words;
}

std::optional<Words> words_of_han(const Tables& tables, std::string_view form) {
  Words words;
  if (form.size() > kLongestText) return std::nullopt;
  for (const std::vector<Character>& characters : characters_of(form)) {
    auto word = word_of_han(tables, characters);
    if (!word) return std::nullopt;
    words.push_back(std::move(*word));
  }
  if (words.empty()) return std::nullopt;
  set_characters(form, &words);
  return words;
}

void set_characters(std::string_view form, Words* words) {
  std::vector<std::string_view> all;
  for (const std::vector<Character>& one : characters_of(form)) {
    for (const Character& character : one) all.push_back(character.written);
  }
  size_t count = 0;
  for (const Word& word : *words) count += word.syllables.size();
  if (count != all.size()) return;
  size_t at = 0;
  for (Word& word : *words) {
    for (Syllable& syllable : word.syllables) syllable.character = all[at++];
  }
}

Words regrouped(const Words& words, const std::vector<size_t>& sizes) {
  Words out;
  size_t left = 0;
  size_t next = 0;
  for (const Word& word : words) {
    for (const Syllable& syllable : word.syllables) {
      if (left == 0) {
        left =
            next < sizes.size() ? std::max<size_t>(sizes[next++], 1) : SIZE_MAX;
        out.emplace_back();
      }
      out.back().syllables.push_back(syllable);
      --left;
    }
  }
  return out;
}

}  // namespace khitai::romanize
