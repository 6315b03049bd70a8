// SPDX-License-Identifier: Apache-2.0
//
// `resolve` on the lexicon's own attested forms, each asked of a lexicon that
// does not have it: rows of the same spelling (L1) are taken out of forms/ and
// imports/, a fifth of the queries at a time. Right is an entity that the
// spelling denoted. Then all forms and parts of the entities asked for are
// taken out, again a fifth at a time: whatever is decided then is wrong.

#ifndef KHITAI_BENCH_OWN_PAIRS_H_
#define KHITAI_BENCH_OWN_PAIRS_H_

#include <string>

#include "ask.h"
#include "figures.h"

namespace khitai::bench {

inline constexpr size_t kOwnQueries = 2000;  // at most

// Rows by language and script of the query ("ru Cyrl").
Run measure_own(const std::string& lexicon, const Options& options);

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_OWN_PAIRS_H_
