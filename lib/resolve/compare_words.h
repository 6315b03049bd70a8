// SPDX-License-Identifier: Apache-2.0
//
// Why two names are one or two, in words: what is the same word in which
// convention, what a variant, an omission, a contradiction.

#ifndef KHITAI_RESOLVE_COMPARE_WORDS_H_
#define KHITAI_RESOLVE_COMPARE_WORDS_H_

#include <vector>

#include "khitai/lexicon.h"
#include "khitai/resolve.h"
#include "resolve/compare_align.h"
#include "resolve/compare_dates.h"
#include "resolve/compare_known.h"
#include "resolve/compare_score.h"
#include "resolve/compare_tokens.h"

namespace khitai::resolve {

// Two names and all that was found of them.
struct Compared {
  DatedName dated_a, dated_b;
  NameParts a, b;
  Alignment alignment;
  DatesFit dates;
  Measures measures = {};
  Known known;
};

// The same with the names in the other order.
void turn(Compared* all);

// The strongest first: what the lexicon knows, what agrees, what does not. The
// weights of the reasons by spelling add up to their log-odds, unless the
// lexicon knows better.
std::vector<Feature> reasons_of(const Lexicon& lexicon, const Compared& all);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_COMPARE_WORDS_H_
