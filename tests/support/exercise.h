// SPDX-License-Identifier: Apache-2.0
//
// Every call that reads a compiled lexicon, for lexica that may be damaged:
// what comes back does not matter, only that something does.

#ifndef KHITAI_TESTS_SUPPORT_EXERCISE_H_
#define KHITAI_TESTS_SUPPORT_EXERCISE_H_

#include <cstdint>

#include "khitai/lexicon.h"

namespace khitai::tests {

// Calls all accessors with numbers in range, at its end and far out of it,
// looks names up and annotates a text. Returns a sum of what was read, so that
// nothing is optimized away. At most `most` rows of each table.
uint64_t exercise(const Lexicon& lexicon, uint32_t most);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_EXERCISE_H_
