// SPDX-License-Identifier: Apache-2.0
//
// Vocalized readings (IJMES) of forms in Arabic letters: letter by letter, as
// conventions/vocalized.tsv reads them. Short vowels have no letter, and a
// doubled consonant has one.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "compile/cells.h"
#include "compile/check_index.h"
#include "text/casing.h"
#include "text/script.h"

namespace khitai::compile {
namespace {

constexpr std::string_view kSilent = "-";
// Of a sound: only where a word begins; only where a letter follows.
constexpr char kAtBeginning = '^';
constexpr char kInside = '>';
// Vowels that need no letter; long i and u have one, long a not always.
constexpr std::string_view kVowels[] = {
    "a", "e", "i", "o", "u", "\u0101", "\u00FC", "\u00F6", "\u00EF"};

struct Letter {
  std::string_view text;
  std::vector<std::string_view> sounds;
};

class Vocalizer {
 public:
  explicit Vocalizer(const Index& index) {
    for (const Row& row : index.rows(TableKind::kVocalized)) {
      letters_.push_back(
          {row[vocalized::kLetter], words(row[vocalized::kSounds])});
    }
  }

  bool empty() const { return letters_.empty(); }

  // For each place in the form the places of the reading that may be reached.
  // Quadratic; names are short.
  bool fits(std::string_view form, std::string_view reading) const {
    std::vector<Places> reached(form.size() + 1,
                                Places(reading.size() + 1, false));
    reached[0][0] = true;
    bool begins = true;  // a word
    size_t at = 0;
    for (std::string_view character : characters(form)) {
      skip_vowels(reading, &reached[at]);
      const bool known = read_letters(form, reading, at, begins, &reached);
      const size_t next = at + character.size();
      if (!known) reached[next] = reached[at];
      begins = !known;
      at = next;
    }
    skip_vowels(reading, &reached.back());
    return reached.back().back();
  }

 private:
  using Places = std::vector<bool>;

  // Reads all letters that stand at a place; false when none does.
  bool read_letters(std::string_view form, std::string_view reading, size_t at,
                    bool begins, std::vector<Places>* reached) const {
    bool known = false;
    for (const Letter& letter : letters_) {
      if (!form.substr(at).starts_with(letter.text)) continue;
      known = true;
      const size_t end = at + letter.text.size();
      const bool inside = is_letter(form.substr(end));
      Places* next = &(*reached)[end];
      for (size_t place = 0; place <= reading.size(); ++place) {
        if ((*reached)[at][place]) {
          read(letter.sounds, reading, place, begins, inside, next);
        }
      }
    }
    return known;
  }

  // Whether a letter of the table begins the text.
  bool is_letter(std::string_view text) const {
    return std::any_of(
        letters_.begin(), letters_.end(),
        [&](const Letter& letter) { return text.starts_with(letter.text); });
  }

  static void read(const std::vector<std::string_view>& sounds,
                   std::string_view reading, size_t at, bool begins,
                   bool inside, Places* next) {
    for (std::string_view sound : sounds) {
      if (sound.front() == kAtBeginning) {
        if (!begins) continue;
        sound.remove_prefix(1);
      } else if (sound.front() == kInside) {
        if (!inside) continue;
        sound.remove_prefix(1);
      }
      if (sound == kSilent) {
        (*next)[at] = true;
        continue;
      }
      if (!reading.substr(at).starts_with(sound)) continue;
      const size_t end = at + sound.size();
      (*next)[end] = true;
      if (reading.substr(end).starts_with(sound)) {
        (*next)[end + sound.size()] = true;
      }
    }
  }

  static void skip_vowels(std::string_view reading, Places* reached) {
    for (size_t at = 0; at < reading.size(); ++at) {
      if (!(*reached)[at]) continue;
      for (std::string_view vowel : kVowels) {
        if (reading.substr(at).starts_with(vowel)) {
          (*reached)[at + vowel.size()] = true;
        }
      }
    }
  }

  std::vector<Letter> letters_;
};

// Small letters without hyphens and spaces; "b." and "bt." written out, the
// Persian link after a vowel ("-yi") left off: it is a hamza or nothing.
std::string written_out(std::string_view reading) {
  std::string out;
  const std::string small = text::lower(reading);
  for (std::string_view word : words(small)) {
    if (word == "b.") word = "ibn";
    if (word == "bt.") word = "bint";
    out += word.ends_with("-yi") ? word.substr(0, word.size() - 3) : word;
  }
  std::erase_if(out, [](char c) { return c == '-' || c == '.'; });
  return out;
}

}  // namespace

void check_vocalized(const Index& index, Findings* findings) {
  const Vocalizer vocalizer(index);
  if (vocalizer.empty()) return;
  for (const Row& row : index.rows(TableKind::kForms)) {
    const std::string& reading = row[forms::kReading];
    if (reading.empty() || !index.judged(row) ||
        text::script_of(row[forms::kForm]) != "Arab") {
      continue;
    }
    if (vocalizer.fits(row[forms::kForm], written_out(reading))) continue;
    findings->error(row, "reading: '" + reading + "' is not spelled '" +
                             row[forms::kForm] +
                             "', expected the letters of conventions/"
                             "vocalized.tsv");
  }
}

}  // namespace khitai::compile
