// SPDX-License-Identifier: Apache-2.0
//
// A piece of text in which unknown names are looked for, and what was found.
// The finders, one for each way that a script shows names, take one and append
// to the other. Offsets are bytes of the piece. Linear in its units.

#ifndef KHITAI_ANNOTATE_SIGHT_H_
#define KHITAI_ANNOTATE_SIGHT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fold/fold.h"
#include "khitai/lexicon.h"
#include "resolve/survey.h"

namespace khitai::annotate {

// How a word is written. kLoud: with a second capital; kInitial: one letter.
enum class Shape : uint8_t {
  kUncased,
  kSmall,
  kCapital,
  kLoud,
  kInitial,
  kNumber,
  kHan,
  kOther,
};
Shape shape_of(std::string_view text, const fold::Units& units,
               const fold::Unit& unit);

// How often a word stands in a document, by its match key.
struct WordCount {
  size_t all = 0;
  size_t small = 0;
  size_t capital = 0;  // within a sentence
};
struct ViewHash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming)
  size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
class WordCounts {
 public:
  void add(std::string_view key, Shape shape, bool opening);
  const WordCount& of(std::string_view key) const;
  size_t words() const { return words_; }
  size_t characters() const { return characters_; }  // Han
  // Whether it is a word that is usually written small.
  bool is_small(std::string_view key) const;
  // Those that are written small at all.
  template <typename Take>
  void each_small(const Take& take) const {
    for (const auto& [key, count] : counts_) {
      if (count.small > 0) take(key, count.small);
    }
  }

 private:
  std::unordered_map<std::string, WordCount, ViewHash, std::equal_to<>> counts_;
  size_t words_ = 0;
  size_t characters_ = 0;
};

class NearWords;  // near_words.h

struct Scene {
  const Lexicon& lexicon;
  const resolve::Reader& reader;
  std::string_view text;
  const fold::Units& units;
  const std::vector<uint32_t>& sentences;  // where they begin
  const std::vector<Shape>& shapes;        // of the units
  const std::vector<bool>& titled;         // ... in a heading
  const std::vector<bool>& covered;        // units of mentions and blocks
  const WordCounts& words;                 // of the whole document
  NearWords& near;
  uint32_t first = 0;  // units that names may begin at (half-open)
  uint32_t last = 0;
  std::string lang;  // a primary subtag; empty: unknown

  const fold::Unit& unit(uint32_t number) const { return units.units[number]; }
  uint32_t size() const { return static_cast<uint32_t>(units.units.size()); }
  std::string_view key_of(uint32_t number) const {
    return units.key_of(unit(number));
  }
  std::string_view gap(uint32_t number) const;  // the text before a unit
  // Whether any word has a capital there: where a sentence, a quotation, a
  // short line begins.
  bool opens(uint32_t number) const;
  // Whether a name may go on from the unit before.
  bool goes_on(uint32_t number) const;
  bool is_free(uint32_t number) const {
    return number < size() && !covered[number];
  }
  // Whether a lower word joins parts of a name: a particle of names, or of
  // those that also say whose something is ("of", "de").
  bool joins(uint32_t number) const;
  // ... says whose child one is; is an article at a name ("al-").
  bool is_of_father(uint32_t number) const;
  bool is_article(uint32_t number) const;
  bool is_common(uint32_t number) const;
};

// A place that may be a name.
struct Sighted {
  uint32_t begin = 0;
  uint32_t end = 0;
  std::string key;
  size_t words = 1;
  size_t total = 0;  // how often the word stands in the document; 0: as often
                     // as it is sighted
  bool capital = false;
  bool opening = false;
  bool numbered = false;
  bool fathered = false;
  bool foreign_script = false;
  bool near = false;
  bool by_cue = false;  // dropped where no cue stands beside it
  double sounds = 0;
};

// Words with capitals.
void sight_capitals(const Scene& scene, std::vector<Sighted>* found);
// Words of scripts without capitals: beside cues and particles, or near to a
// known name; words in katakana.
void sight_words(const Scene& scene, std::vector<Sighted>* found);
// Rows of Chinese characters that write sounds.
void sight_characters(const Scene& scene, std::vector<Sighted>* found);

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_SIGHT_H_
