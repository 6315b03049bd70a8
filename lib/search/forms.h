// SPDX-License-Identifier: Apache-2.0
//
// What a name in a query stands for: entities and spellings.

#ifndef KHITAI_SEARCH_FORMS_H_
#define KHITAI_SEARCH_FORMS_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "khitai/search.h"

namespace khitai::search {

// Adds the entities of cognates to `part->entities`, if they are asked for,
// puts these in the order of their ids, and gathers the spellings wanted.
// REQUIRES: `part->entities` are those meant of `candidates`. Linear in the
// names and forms it meets.
void expand_part(const Lexicon& lexicon,
                 const std::vector<Candidate>& candidates,
                 const SearchOptions& options, SearchPart* part);

// The spellings of an entity by all its names, but for those marked as finding
// more than the name, and those `keep` is false for (which is asked of a form);
// the best known first. Linear in them, but for sorting.
std::vector<std::string> spellings_of_entity(
    const Lexicon& lexicon, uint32_t entity,
    const std::function<bool(uint32_t form)>& keep);

// Whether the spelling finds more than the name: not alone, not in texts, not
// without company, not in another language.
bool finds_more(const Lexicon& lexicon, uint32_t form);

// The names of one origin with any of `names`, those themselves too: up the
// links to the oldest names, and down again from all that were met. Followed
// are steps by which a word is handed on (borrowed, inherited, derived, ...),
// at least likely and not disputed. Sorted.
std::vector<uint32_t> cognates_of(const Lexicon& lexicon,
                                  std::vector<uint32_t> names);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_FORMS_H_
