// SPDX-License-Identifier: Apache-2.0
//
// What a name cannot mean where it stands, and whether what stands beside it
// contradicts all that it may mean. Omission is no contradiction: an entity
// without dates, or without a polity of its own, is not refused for them.

#ifndef KHITAI_RESOLVE_REFUSE_H_
#define KHITAI_RESOLVE_REFUSE_H_

#include <vector>

#include "lexicon/options.h"
#include "resolve/score.h"

namespace khitai::resolve {

// By type, year, time of the text, years bound to the name, the number of an
// era's year, or a polity named with it. Linear in the entity's relations.
bool is_refused(const Lexicon& lexicon, const lexicon::Option& option,
                const Evidence& evidence);

// Whether a word beside the name calls for a type that none of the candidates
// has, or every year of the sentence lies far outside every one's dates.
bool is_contradicted(const Lexicon& lexicon,
                     const std::vector<Candidate>& candidates,
                     const Evidence& evidence);

bool is_polity(const Lexicon& lexicon, uint32_t entity);

// Years between a year and a span, or two spans; 0 where they meet.
int64_t distance(const Years& years, int64_t year);
int64_t distance(const Years& years, const Years& others);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_REFUSE_H_
