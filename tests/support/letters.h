// SPDX-License-Identifier: Apache-2.0
//
// Words by chance: texts of letters, and the same with a slip in them.

#ifndef KHITAI_TESTS_SUPPORT_LETTERS_H_
#define KHITAI_TESTS_SUPPORT_LETTERS_H_

#include <random>
#include <string>

#include "romanize/costs.h"

namespace khitai::tests {

std::string utf8(const romanize::Letters& letters);

// With a letter changed, left out or put in. A word of one letter keeps it.
romanize::Letters edited(romanize::Letters word,
                         const romanize::Letters& alphabet,
                         std::mt19937* random);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_LETTERS_H_
