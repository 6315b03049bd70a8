// SPDX-License-Identifier: Apache-2.0
//
// Years that a text counts from the beginning of an era: the tenth year of
// Kangguo is 1143.

#ifndef KHITAI_RESOLVE_ERA_YEARS_H_
#define KHITAI_RESOLVE_ERA_YEARS_H_

#include <vector>

#include "context/years.h"
#include "fold/fold.h"
#include "lexicon/options.h"
#include "match/matcher.h"

namespace khitai::resolve {

// The years CE of those matches that are eras with the number of a year behind
// them, where all eras of the name that had such a year mean the same one. By
// offset. `sentences` are those of the text. Linear.
std::vector<context::YearAt> era_years(const fold::Units& units,
                                       const std::vector<match::Match>& matches,
                                       const std::vector<uint32_t>& sentences,
                                       lexicon::Options* options);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_ERA_YEARS_H_
