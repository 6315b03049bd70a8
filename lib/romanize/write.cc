// SPDX-License-Identifier: Apache-2.0

#include "romanize/write.h"

#include <algorithm>

#include "khitai/keys.h"
#include "romanize/jamo.h"
#include "romanize/mandarin.h"
#include "romanize/split.h"
#include "text/casing.h"
#include "text/utf8.h"

namespace khitai::romanize {
namespace {

constexpr std::string_view kPinyinVowels[] = {"a", "e", "o"};
constexpr size_t kVowelCount = 6;  // a e i o u and u with dots, a row a tone

bool starts_with_vowel(std::string_view syllable) {
  return std::any_of(
      std::begin(kPinyinVowels), std::end(kPinyinVowels),
      [&](std::string_view vowel) { return syllable.starts_with(vowel); });
}

// EFEO keeps apart what became j, q and x: hi and si are both xi.
std::string_view by_origin(const Tables& tables, const Syllable& syllable,
                           const std::vector<std::string_view>& spellings) {
  if (!tables.has_member("efeo-sibilant", l1_key(syllable.character)) &&
      !tables.has_member("efeo-sibilant", syllable.character)) {
    return spellings[0];
  }
  for (std::string_view one : spellings) {
    if (one.starts_with("s") || one.starts_with("ts")) return one;
  }
  return spellings[0];
}

// Empty where the convention has none, for the character neither.
std::string_view spelling_of(const Tables& tables, const Writer& writer,
                             const Syllable& syllable) {
  const SyllableRow* row = tables.syllables().find(syllable.pinyin);
  if (row == nullptr) return "";
  auto spellings = split(row->column(writer.syllables), ' ');
  if (spellings.empty()) {
    row = tables.syllables().find(tables.han_reading(syllable.character));
    if (row == nullptr) return "";
    spellings = split(row->column(writer.syllables), ' ');
    if (spellings.empty()) return "";
  }
  return writer.syllables == "efeo" && !syllable.character.empty()
             ? by_origin(tables, syllable, spellings)
             : spellings[0];
}

// Where the tone of a syllable is written: on a, else e, else o, else the last
// vowel.
size_t place_of_tone(const std::vector<std::string>& toned,
                     std::string_view syllable, size_t* vowel) {
  constexpr std::string_view kDots = "\xC3\xBC";
  for (const char* loud : {"a", "e", "o"}) {
    const size_t at = syllable.find(loud);
    if (at == std::string_view::npos) continue;
    *vowel = loud[0] == 'a' ? 0 : loud[0] == 'e' ? 1 : 3;
    return at;
  }
  const size_t plain = syllable.find_last_of("iu");
  const size_t dots = syllable.rfind(kDots);
  if (dots != std::string_view::npos &&
      (plain == std::string_view::npos || dots > plain)) {
    *vowel = 5;
    return dots;
  }
  if (plain != std::string_view::npos) *vowel = syllable[plain] == 'i' ? 2 : 4;
  return toned.empty() ? std::string_view::npos : plain;
}

std::string with_tone(const Tables& tables, std::string_view syllable, int tone,
                      std::string_view how) {
  std::string out(syllable);
  if (tone < 1 || tone > 4 || how.empty()) return out;
  if (how == "digits") return out + static_cast<char>('0' + tone);
  const auto& toned = tables.members("toned-letter");
  size_t vowel = 0;
  const size_t at = place_of_tone(toned, syllable, &vowel);
  const size_t number = static_cast<size_t>(tone - 1) * kVowelCount + vowel;
  if (at == std::string::npos || number >= toned.size()) return out;
  return out.replace(at, vowel == 5 ? 2 : 1, toned[number]);
}

std::string run(const std::vector<const Passes*>& steps, std::string text) {
  std::vector<std::string> texts = {std::move(text)};
  for (const Passes* passes : steps) passes->apply(&texts);
  return texts.empty() ? std::string() : texts[0];
}

Word word_of(std::string_view syllables, bool capital) {
  Word word;
  word.capital = capital;
  for (std::string_view pinyin : split(syllables, '.')) {
    word.syllables.push_back({std::string(pinyin), 0, ""});
  }
  return word;
}

std::string without_digits(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c < '0' || c > '9') out += c;
  }
  return out;
}

// L1, syllable by syllable: the last I of a name would be a number.
std::string syllables_key(std::string_view piece) {
  std::string out;
  for (std::string_view one : split(piece, '-')) {
    const std::string key = l1_key(one);
    if (!out.empty() && !key.empty()) out += ' ';
    out += key;
  }
  return out;
}

}  // namespace

std::string usual_surname(const Writer& writer, const Word& word) {
  if (writer.surnames.empty()) return "";
  std::string characters;
  for (const Syllable& one : word.syllables) characters += one.character;
  const std::string text = run(writer.surnames, characters);
  return text == characters ? "" : text::with_capital(text, false);
}

std::optional<std::string> write_words(const Tables& tables,
                                       const Writer& writer,
                                       const Words& words) {
  std::string out;
  for (const Word& word : words) {
    std::string text;
    if (words.size() > 1 && &word == &words[0]) {
      out = usual_surname(writer, word);
      if (!out.empty()) continue;
    }
    for (const Syllable& syllable : word.syllables) {
      const std::string_view spelled = spelling_of(tables, writer, syllable);
      if (spelled.empty()) return std::nullopt;
      const bool parts =
          !text.empty() && (writer.joiner != "'" || starts_with_vowel(spelled));
      if (parts) text += writer.joiner;
      text += with_tone(tables, spelled, syllable.tone, writer.tones);
    }
    text = run(writer.steps, std::move(text));
    if (!out.empty()) out += ' ';
    out += word.capital ? text::with_capital(text, false) : text;
  }
  if (out.empty()) return std::nullopt;
  return out;
}

std::string pinyin_of(const Tables& tables, const Words& words) {
  Writer pinyin;
  pinyin.syllables = "pinyin";
  pinyin.joiner = "'";
  pinyin.tones = "marks";
  return write_words(tables, pinyin, words).value_or("");
}

std::vector<Words> read_words(const Tables& tables, const Writer& writer,
                              std::string_view form) {
  if (writer.syllables == "pinyin") {
    const auto words = words_of_pinyin(tables, form);
    return words ? std::vector<Words>{*words} : std::vector<Words>();
  }
  std::vector<Words> all(1);
  for (std::string_view piece : split(form, ' ')) {
    const std::string l1 = syllables_key(
        writer.tones == "digits" ? without_digits(piece) : std::string(piece));
    if (l1.empty()) continue;
    std::vector<Words> longer;
    const std::vector<std::string> read =
        writer.losing != nullptr
            ? read_syllables(*writer.losing, run(writer.back, l1))
            : read_column(tables, writer.syllables, l1);
    for (const std::string& one : read) {
      for (const Words& begun : all) {
        if (longer.size() == kMostAlternatives) break;
        longer.push_back(begun);
        longer.back().push_back(word_of(one, text::has_capital(piece)));
      }
    }
    all = std::move(longer);
  }
  std::erase(all, Words());
  return all;
}

std::string write_letters(const Writer& writer, std::string_view reading) {
  const std::string text(reading.substr(0, kLongestText));
  const std::string letters =
      writer.from == "Hang" ? jamo_of(text) : text::lower(text);
  const std::string written = run(writer.steps, letters);
  return writer.small ? written
                      : text::with_capitals_of(writer.capital ? "" : reading,
                                               written, writer.dotted);
}

std::string read_letters(const Writer& writer, std::string_view form) {
  const std::string text(form.substr(0, kLongestText));
  return text::with_capitals_of(form, run(writer.back, text::lower(text)),
                                false);
}

}  // namespace khitai::romanize
