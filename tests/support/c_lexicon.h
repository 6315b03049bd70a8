// SPDX-License-Identifier: Apache-2.0
//
// The small lexicon as C sees it, and texts by chance made of its names.

#ifndef KHITAI_TESTS_SUPPORT_C_LEXICON_H_
#define KHITAI_TESTS_SUPPORT_C_LEXICON_H_

#include <random>
#include <string>

#include "khitai/c.h"

namespace khitai::tests {

const khitai_lexicon* example_handle();  // one for the process
khitai_lexicon* new_example_handle();    // the caller's

// Names, words and stray bytes; may be empty.
std::string random_page(std::mt19937* random);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_C_LEXICON_H_
