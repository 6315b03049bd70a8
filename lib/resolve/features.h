// SPDX-License-Identifier: Apache-2.0
//
// What speaks for and against one candidate, each with its weight.

#ifndef KHITAI_RESOLVE_FEATURES_H_
#define KHITAI_RESOLVE_FEATURES_H_

#include "khitai/resolve.h"
#include "lexicon/options.h"
#include "resolve/score.h"

namespace khitai::resolve {

// The candidate that an option is; its `probability` is the sum of the
// weights, log-odds that are not yet compared with those of others. Linear in
// the entity's relations.
Candidate features_of(const Lexicon& lexicon, const lexicon::Option& option,
                      const lexicon::Facts& facts, const Evidence& evidence);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_FEATURES_H_
