// SPDX-License-Identifier: Apache-2.0
//
// The affixes of one word in one language. What stands in analyze.h; this is
// its machine.

#ifndef KHITAI_MORPHOLOGY_PEEL_H_
#define KHITAI_MORPHOLOGY_PEEL_H_

#include <string_view>
#include <vector>

#include "morphology/analyze.h"

namespace khitai::morphology {

// Appends the analyses of `text` in `language`, in no order, with doubles.
void peel(const Tables& tables, const Language& language, std::string_view text,
          const MayBegin& may_begin, std::vector<Analysis>* found);

// Best first, each stem once, at most `most`.
void keep_best(size_t most, std::vector<Analysis>* found);

}  // namespace khitai::morphology

#endif  // KHITAI_MORPHOLOGY_PEEL_H_
