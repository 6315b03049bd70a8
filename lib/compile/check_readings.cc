// SPDX-License-Identifier: Apache-2.0
//
// Chinese readings: pinyin with tones, a syllable for each character, each one
// that Unihan allows (tables/han_readings.tsv) or that somebody vouches for
// (vocabulary/reading-exceptions.tsv). Syllables may be written together; a
// reading is taken apart along the characters it reads.

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <set>

#include "compile/cells.h"
#include "compile/check_index.h"
#include "compile/tables_text.h"

namespace khitai::compile {
namespace {

using Readings = std::vector<std::string>;

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

// Letters and marks only, small, in NFC: "Ye Lu", "Ye-lu" and
// "yelu" come out alike.
std::string plain_reading(std::string_view reading) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(reading.data(), static_cast<int32_t>(reading.size())));
  icu::UnicodeString letters;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 code = text.char32At(i);
    if (u_isalnum(code) || u_charType(code) == U_NON_SPACING_MARK) {
      letters.append(code);
    }
  }
  return to_nfc(utf8(letters.toLower(icu::Locale::getRoot())));
}

// The Han characters of a form, in order.
std::vector<std::string> han_characters(std::string_view form) {
  std::vector<std::string> characters;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(form.data(), static_cast<int32_t>(form.size())));
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 code = text.char32At(i);
    if (uscript_hasScript(code, USCRIPT_HAN) && u_isalpha(code)) {
      characters.push_back(utf8(icu::UnicodeString(code)));
    }
  }
  return characters;
}

bool is_latin(std::string_view reading) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(reading.data(), static_cast<int32_t>(reading.size())));
  return uscript_hasScript(text.char32At(0), USCRIPT_LATIN);
}

class ReadingChecker {
 public:
  ReadingChecker(const Index& index, Findings* findings)
      : findings_(*findings) {
    for (const Row& row : index.rows(TableKind::kHanReadings)) {
      readings_[row[han_readings::kCharacter]].push_back(
          row[han_readings::kReadings]);
    }
    const auto& vocabulary = index.tables().vocabulary;
    const auto exceptions = vocabulary.find("reading-exceptions");
    if (exceptions == vocabulary.end()) return;
    for (const Row& row : exceptions->second.rows) {
      readings_[row[vocabulary_reading_exceptions::kCharacter]].push_back(
          row[vocabulary_reading_exceptions::kReading]);
    }
  }

  void check(const Row& row);

 private:
  Readings allowed(const std::string& character) const;
  std::string problem(const std::vector<std::string>& characters,
                      const std::string& reading) const;

  Findings& findings_;
  // Cells of syllables, by character.
  std::unordered_map<std::string_view, std::vector<std::string_view>> readings_;
};

// How a character may be read; none when nobody knows.
Readings ReadingChecker::allowed(const std::string& character) const {
  Readings syllables;
  const auto found = readings_.find(character);
  if (found == readings_.end()) return syllables;
  for (std::string_view cell : found->second) {
    for (std::string_view syllable : split(cell, ' ')) {
      syllables.push_back(plain_reading(syllable));
    }
  }
  return syllables;
}

// What is wrong with one reading, or nothing. `ends` holds the places where
// the characters so far may end.
std::string ReadingChecker::problem(const std::vector<std::string>& characters,
                                    const std::string& reading) const {
  std::set<size_t> ends = {0};
  for (const std::string& character : characters) {
    const Readings syllables = allowed(character);
    if (syllables.empty()) return "";
    std::set<size_t> next;
    for (size_t end : ends) {
      for (const std::string& syllable : syllables) {
        if (reading.compare(end, syllable.size(), syllable) == 0) {
          next.insert(end + syllable.size());
        }
      }
    }
    if (next.empty()) {
      std::string list;
      for (const std::string& syllable : syllables) {
        list += (list.empty() ? "" : ", ") + syllable;
      }
      return character + " is not read so in Unihan, expected " + list +
             " (or a row of vocabulary/reading-exceptions.tsv)";
    }
    ends.swap(next);
  }
  if (ends.count(reading.size()) > 0) return "";
  return "more than its characters say, expected a syllable for each";
}

void ReadingChecker::check(const Row& row) {
  const std::string& cell = row[forms::kReading];
  if (cell.empty() || readings_.empty() || !is_chinese(row[forms::kLang])) {
    return;
  }
  const std::vector<std::string> characters = han_characters(row[forms::kForm]);
  if (characters.empty()) return;
  for (std::string_view reading : split(cell, '|')) {
    if (!is_latin(reading)) continue;  // kana, for the form as Japanese
    const std::string wrong = problem(characters, plain_reading(reading));
    if (wrong.empty()) continue;
    findings_.error(row, "reading: '" + std::string(reading) + "' of '" +
                             row[forms::kForm] + "': " + wrong);
  }
}

}  // namespace

void check_readings(const Index& index, Findings* findings) {
  ReadingChecker checker(index, findings);
  for (const Row& row : index.rows(TableKind::kForms)) {
    if (index.judged(row)) checker.check(row);
  }
}

}  // namespace khitai::compile
