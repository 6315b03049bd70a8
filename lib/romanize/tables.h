// SPDX-License-Identifier: Apache-2.0
//
// What the conventions are made of: rules, the readers that chain them, the
// Mandarin syllables, the readings of characters and the classes of sounds.
// Filled row by row from lexicon/conventions (by the compiler) or from a
// compiled lexicon, in the order of the tables; then read-only and thread-safe.
// Rows are views: what they point into must outlive the tables. Filling all of
// the shipped tables takes about a millisecond.

#ifndef KHITAI_ROMANIZE_TABLES_H_
#define KHITAI_ROMANIZE_TABLES_H_

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "romanize/costs.h"
#include "romanize/name_words.h"
#include "romanize/rules.h"
#include "romanize/syllables.h"
#include "romanize/writers.h"

namespace khitai::romanize {

// The tables, in the order they must be filled in. Cells stand in the order of
// the columns in lexicon/conventions; columns beyond those needed are ignored.
enum class Part : uint8_t {
  kClasses,      // class members
  kRules,        // set pass input before after output: rules.h
  kReaders,      // id script langs family steps mandarin also near signs
  kSyllables,    // pinyin initial final wade-giles palladius efeo yale
  kSounds,       // sound consonant fine vowel: a letter of w: and a: at L3
  kHanReadings,  // character readings
  kHanNames,     // form reading
  kConventions,  // id tag aliases definition
  kWriters,      // writers.h
  kSoundCosts,   // a b cost: costs.h
  kCosts,        // pair from to cost
  kElsewhere,    // character tang cantonese korean on vietnamese
  kNameWords,    // word kind value: name_words.h
};
inline constexpr size_t kPartCount = 13;

// One pass or several, as the tables number them.
struct Passes {
  std::map<char, RuleSet> by_number;
  void apply(std::vector<std::string>* texts) const;
};

// How forms of a script, in some languages, become keys: the sets that are run
// one after the other ("one-vowel:SET" only for monosyllables), and how they
// are tried as Mandarin ("marks": signs of Mandarin rule out the rest; another
// name is a column of the syllables, read as its writers spell).
struct Reader {
  struct Step {
    const Passes* passes = nullptr;
    bool one_vowel = false;
  };
  std::string id, script, family;
  std::string reading;  // of characters: what is read, a column (elsewhere.h)
  std::vector<std::string> langs;
  std::vector<Step> steps;
  bool has_one_vowel = false;  // among the steps
  bool pinyin = false, wade_giles = false, palladius = false, marks = false;
  std::string column;  // "efeo", "yale"
  std::vector<std::string> also_ids, near_ids;
  std::vector<const Reader*> also;  // readers that join at L3
  std::vector<const Reader*> near;  // ... only where candidates are sought
  std::vector<std::string> signs;   // letters that tell its languages
};

struct Sound {
  char consonant = 0;
  char fine = 0;
  uint8_t vowels = 0;  // bits: 1 A, 2 I, 4 U
};

class Tables {
 public:
  Tables() = default;
  Tables(const Tables&) = delete;  // readers point into it
  Tables& operator=(const Tables&) = delete;

  void add(Part part, std::span<const std::string_view> cells);
  // Once, last: orders rules and joins readers.
  void finish();

  // The reader of a script that names the language, or a tag it begins with;
  // else one whose signs are in the form; else the one for any language. Null
  // when the script has none.
  const Reader* reader(std::string_view script, std::string_view lang,
                       std::string_view l1) const;
  const Passes* set(std::string_view id) const;  // null when unknown
  const std::vector<std::string>& members(std::string_view id) const;
  bool has_member(std::string_view id, std::string_view member) const;
  bool is_vowel_letter(std::string_view letter) const;  // of "vowel-letter"

  const Syllables& syllables() const { return syllables_; }
  const std::vector<Convention>& conventions() const { return conventions_; }
  const std::vector<Writer>& writers() const { return writers_; }

  // The customary reading of a character, tones off or on; empty when unknown.
  std::string han_reading(std::string_view character) const;
  // All of them, each once.
  std::vector<std::string> han_readings(std::string_view character) const;
  std::string_view toned_reading(std::string_view character) const;
  // The longest name that `text` begins with, as bytes of it, and its reading
  // (syllables joined by "."); 0 when none.
  size_t han_name(std::string_view text, std::string* reading) const;
  // The same with its tones, syllables joined by spaces.
  size_t toned_name(std::string_view text, std::string_view* reading) const;
  // How a character is read elsewhere, by a column of kElsewhere; several are
  // parted by spaces, the customary one first. Empty when unknown.
  std::string_view elsewhere(std::string_view character,
                             std::string_view column) const;
  const Costs& costs() const { return costs_; }
  const NameWords& name_words() const { return name_words_; }
  const Sound& sound(char letter) const {
    return sounds_[static_cast<uint8_t>(letter)];
  }

  std::string_view toned_readings(std::string_view character) const;

 private:
  using Cells = std::span<const std::string_view>;
  void add_class(Cells cells);
  void add_rule(Cells cells);
  void add_reader(Cells cells);
  void add_syllable(Cells cells);
  void add_sound(Cells cells);
  void add_han_name(Cells cells);
  void add_convention(Cells cells);  // writers.cc
  void add_writer(Cells cells);
  void finish_writers();
  void add_elsewhere(Cells cells);  // elsewhere.cc

  Classes classes_;
  std::map<std::string, Passes, std::less<>> sets_;
  std::map<std::string, Reader, std::less<>> readers_;
  // In the order of their ids.
  std::vector<std::pair<std::string_view, std::vector<const Reader*>>>
      readers_by_script_;
  std::vector<char32_t> vowel_letters_;  // ascending
  Syllables syllables_;
  // By character, in byte order; and the characters alone, for looking up.
  std::vector<std::pair<std::string_view, std::string_view>> han_readings_;
  std::vector<char32_t> han_characters_, elsewhere_characters_;
  // Where it stands in such a list; its size where it does not.
  static size_t place_of(std::string_view character,
                         const std::vector<char32_t>& list);
  static constexpr size_t kColumnsElsewhere = 5;
  struct Elsewhere {
    std::string_view character;
    std::array<std::string_view, kColumnsElsewhere> readings;
    bool operator<(const Elsewhere& other) const {
      return character < other.character;
    }
  };
  std::vector<Elsewhere> elsewhere_;  // likewise
  struct HanName {
    std::string plain;
    std::string_view toned;
  };
  size_t find_han_name(std::string_view text, const HanName** name) const;
  std::unordered_map<std::string, HanName> han_names_;
  size_t longest_han_name_ = 0;  // bytes
  std::array<Sound, 256> sounds_ = {};
  Costs costs_;
  NameWords name_words_;
  std::vector<Convention> conventions_;
  std::vector<Writer> writers_;
};

}  // namespace khitai::romanize

#endif  // KHITAI_ROMANIZE_TABLES_H_
