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
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fold/fold.h"
#include "khitai/lexicon.h"
#include "match/matcher.h"

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
  // Words so far of a name.
  struct Row {
    std::string key;
    uint32_t begin = 0;  // bytes of the first unit's key
    int cost = 0;
    bool exact = true;
    bool small = false;
    std::string rule;
  };
  struct Scene;

  const Stems& stems_of(std::string_view word, std::string_view lang);
  void add_stems(std::string_view word, uint32_t begin, uint32_t end,
                 std::string_view lang, Stems* stems);
  void find_at(const Scene& scene, uint32_t first);
  void extend(const Scene& scene, uint32_t first, std::vector<Row> rows);
  void offer(const Scene& scene, uint32_t first, uint32_t last, const Row& row,
             const Stem& stem);

  const Lexicon& lexicon_;
  std::unordered_map<std::string, Stems> known_;  // by language and word
  std::string buffer_;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_INFLECTED_H_
