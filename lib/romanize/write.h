// SPDX-License-Identifier: Apache-2.0
//
// From a reading to a form in a convention, and back where the convention
// allows it.
//
//   "Y\u0113l\u01dc D\u00e0sh\u00ed"   Wade-Giles   "Yeh-l\u00fc Ta-shih"
//   "\u02bfAl\u0101\u02be al-D\u012bn"    DMG          "\u02bfAl\u0101\u02be
//   ad-D\u012bn"
//
// Capitals follow those of the reading. Never fails on any text: what no rule
// names stays as it is, what is no row of syllables gives nothing. Linear;
// thread-safe.

#ifndef KHITAI_ROMANIZE_WRITE_H_
#define KHITAI_ROMANIZE_WRITE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "romanize/tables.h"
#include "romanize/writers.h"

namespace khitai::romanize {

struct Syllable {
  std::string pinyin;     // without its tone, as the table of syllables has it
  int tone = 0;           // 1 to 4; 0: none or not known
  std::string character;  // when it was read from one
  bool operator==(const Syllable&) const = default;
};

struct Word {
  std::vector<Syllable> syllables;
  bool capital = true;
  bool operator==(const Word&) const = default;
};
using Words = std::vector<Word>;

// Pinyin with or without tones, by marks or digits; spaces part words. None
// where a word is no row of syllables.
std::optional<Words> words_of_pinyin(const Tables& tables,
                                     std::string_view text);
// Character by character, names with readings of their own first; spaces and
// dots part words. None where a character has no reading.
std::optional<Words> words_of_han(const Tables& tables, std::string_view form);
// Gives the syllables of `words` the characters of a form, one each; without
// effect where their numbers differ.
void set_characters(std::string_view form, Words* words);
// The first words of the syllables have these numbers of them.
Words regrouped(const Words& words, const std::vector<size_t>& sizes);

// Pinyin with tone marks: the reference reading.
std::string pinyin_of(const Tables& tables, const Words& words);

// REQUIRES: !writer.syllables.empty(). None where the convention has no
// spelling for a syllable.
std::optional<std::string> write_words(const Tables& tables,
                                       const Writer& writer,
                                       const Words& words);
// The same from the characters of the syllables, for a writer that starts from
// how they are read elsewhere (elsewhere.h): REQUIRES:
// is_read_elsewhere(writer.from). None where a character has no reading. Fills
// `*reading` with what it starts from, syllables joined by ".".
std::optional<std::string> write_characters(const Tables& tables,
                                            const Writer& writer,
                                            const Words& words,
                                            std::string* reading);
// A name in one word whose first characters are a surname, with these apart.
Words with_surname_apart(const Tables& tables, const Words& words);

// The ways to read a form of such a convention, most likely first.
std::vector<Words> read_words(const Tables& tables, const Writer& writer,
                              std::string_view form);

// REQUIRES: writer.syllables.empty(). `reading` in the letters of writer.from.
std::string write_letters(const Writer& writer, std::string_view reading);
// REQUIRES: also writer.reads_back.
std::string read_letters(const Writer& writer, std::string_view form);

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_WRITE_H_
