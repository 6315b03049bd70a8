// SPDX-License-Identifier: Apache-2.0
//
// `resolve` on sets of pairs made by others (pairs.h). Each candidate is an
// entity of its own; a query is right when the best one is labelled as its
// answer. Costs are fitted anew for each fold of a set, on everything but that
// fold. Then all right answers of a fold are taken out and the lexicon is
// compiled again: whatever is decided then is wrong.

#ifndef KHITAI_BENCH_OUTSIDE_PAIRS_H_
#define KHITAI_BENCH_OUTSIDE_PAIRS_H_

#include <span>
#include <string>

#include "ask.h"
#include "figures.h"

namespace khitai::bench {

// The sets there are, in the order of the document.
std::span<const char* const> all_sets();

// A row a set; minutes for all of them.
Run measure_outside(const std::string& lexicon, const std::string& folder,
                    const Options& options);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_OUTSIDE_PAIRS_H_
