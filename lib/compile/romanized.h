// SPDX-License-Identifier: Apache-2.0
//
// Forms in the conventions that sources use: Wade-Giles, pinyin and Palladius
// of a Chinese form whose reading is certain, DMG or EI2 of a vocalized Arabic
// or Persian one, the other alphabet of a Turkic one. Which convention is made
// of forms of which language is data: conventions/generated.tsv, whose rows
// name writers of conventions/writers.tsv. Conventions that spell a form alike
// share one row with all their tags. Cost: linear in forms and rows.

#ifndef KHITAI_COMPILE_ROMANIZED_H_
#define KHITAI_COMPILE_ROMANIZED_H_

#include <cstddef>
#include <vector>

#include "compile/denoted.h"
#include "compile/drafts.h"
#include "compile/tables.h"

namespace khitai::compile {

// At most so many forms are made of one: with more readings than one the
// first, as the rows of conventions are sorted.
inline constexpr size_t kMostRomanized = 16;

// What the rows of generated.tsv make of `forms`, in their order; `base` is a
// number of theirs; folded. Whether a form may stand is for the caller to say.
// By `jobs` threads (0: as many as processors); what comes out does not depend
// on them.
std::vector<DraftForm> romanized_forms(const Tables& tables,
                                       const Denoted& denoted,
                                       const std::vector<DraftForm>& forms,
                                       unsigned jobs);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_ROMANIZED_H_
