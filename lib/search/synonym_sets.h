// SPDX-License-Identifier: Apache-2.0
//
// Which spellings of which entities may stand for each other in an index that
// knows nothing but spellings.

#ifndef KHITAI_SEARCH_SYNONYM_SETS_H_
#define KHITAI_SEARCH_SYNONYM_SETS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "khitai/search.h"

namespace khitai::search {

struct SynonymSet {
  std::string id;                      // of the entity
  std::vector<std::string> spellings;  // its label, then the best known
};

// What an engine takes.
struct SynonymLimits {
  size_t least_spellings = 1;  // of a set
  bool folds_marks = false;    // spellings that differ in marks only are one
  size_t most_sets = 0;        // the best known ones first; 0: any number
};

// What was left out.
struct SynonymCounts {
  size_t ambiguous = 0;  // spellings of several entities
  size_t risky = 0;      // parts, cues, ...: what finds more than the name
  size_t unspaced = 0;   // in scripts without spaces, unless their language
                         // was asked for
  size_t beyond = 0;     // the limit of an entity
  size_t sets = 0;       // beyond what the engine takes
};

// By the ids of the entities. Linear in the lexicon.
std::vector<SynonymSet> synonym_sets(const Lexicon& lexicon,
                                     const SynonymOptions& options,
                                     const SynonymLimits& limits,
                                     SynonymCounts* counts);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_SYNONYM_SETS_H_
