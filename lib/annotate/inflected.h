// SPDX-License-Identifier: Apache-2.0
//
// Names that stand inflected in a text. The matcher finds what is spelled as
// the lexicon has it; here the affixes of the text's language come off
// (morphology/analyze.h), and the stems are looked up: one word, or a row of
// words of which the last, or each, is inflected.
//
// Words that no name begins like are left after a look at a filter, and what a
// word may be is kept, so the cost is that of the text's different words:
// about ten microseconds each where a name begins so. Not thread-safe; one for
// each thread.

#ifndef KHITAI_ANNOTATE_INFLECTED_H_
#define KHITAI_ANNOTATE_INFLECTED_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_table.h"
#include "fold/fold.h"
#include "khitai/lexicon.h"
#include "match/matcher.h"
#include "morphology/analyze.h"

namespace khitai::annotate {

// A name with affixes. The match reaches over the inflected word but not over
// proclitics; the core is what is left of it without affixes.
struct Inflected {
  match::Match match;
  uint32_t core_begin = 0;  // bytes of the text
  uint32_t core_end = 0;
  int cost = 0;        // of the affixes (morphology::Analysis)
  bool small = false;  // an adjective or a demonym
  std::string rule;    // in words: "ru noun gen."
};

class InflectedFinder {
 public:
  explicit InflectedFinder(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // Appends what is found among the units first..last (half-open) of `text`,
  // of which all are in `units`, in a text of `lang` (BCP 47; empty: any
  // language of the word's script). Sorted by begin, longer first, cheaper
  // first.
  void find(std::string_view text, const fold::Units& units, uint32_t first,
            uint32_t last, std::string_view lang,
            std::vector<Inflected>* found);

 private:
  // What a word, or its part before or behind an apostrophe, may be.
  struct Stem {
    std::string text;       // match key of a word
    uint64_t hash = 0;      // of a row that it is alone (match/hash.h)
    uint32_t begin = 0;     // bytes of the unit's key: where the name begins,
    uint32_t core_end = 0;  // where its stem ends
    uint32_t end = 0;       // and where the word does
    int cost = 0;
    bool exact = false;  // as it stands
    bool suffixed = false;
    bool small = false;
    std::string rule;
  };
  using Stems = std::vector<Stem>;
  static constexpr uint32_t kMostWords = 5;  // of an inflected name
  // Words so far of a name.
  struct Row {
    uint64_t hash = 0;
    uint32_t count = 0;
    const Stem* stems[kMostWords] = {};
    bool exact = true;
  };
  struct Scene;

  // Of all_: those of a word; 0: none. `hash`: of it as a unit.
  uint32_t stems_of(std::string_view word, uint64_t hash);
  void add_stems(std::string_view word, uint32_t begin, uint32_t end,
                 Stems* stems);
  void find_at(const Scene& scene, uint32_t first);
  void extend(const Scene& scene, uint32_t first);
  // Appends the row, if it is a name that is inflected; returns whether names
  // may go on from it.
  bool offer(const Scene& scene, uint32_t first, const Row& row);

  // What is known of the words of texts in a language.
  struct Words {
    base::WordTable stems;  // numbers of all_
    std::map<std::string_view, morphology::Languages> languages;  // by script
  };
  const morphology::Languages& languages_of(std::string_view part);

  const Lexicon& lexicon_;
  std::map<std::string, Words> known_;  // by language
  std::vector<Stems> all_ = std::vector<Stems>(1);
  size_t known_words_ = 0;
  Words* words_ = nullptr;  // of the language at hand
  std::string lang_;
  std::vector<uint32_t> unit_stems_;  // numbers of all_, for each unit
  std::vector<Row> rows_, longer_;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_INFLECTED_H_
