// SPDX-License-Identifier: Apache-2.0
//
// A small lexicon in several scripts (tests/write/lexicon), and annotations
// made by hand over it, so that what is written can be told to the byte and
// does not move when resolving gets better.

#ifndef KHITAI_TESTS_WRITE_FIXTURE_H_
#define KHITAI_TESTS_WRITE_FIXTURE_H_

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/write.h"

namespace khitai::tests {

// Compiled once; aborts with the problems when the tables do not compile.
const Lexicon& small_lexicon();

// Names that are attested and cited in all ways (tests/write/cards), likewise.
const Lexicon& cards_lexicon();

// A candidate by the ids of the tables; aborts when there is no such form.
Candidate candidate_of(std::string_view entity, std::string_view form,
                       double probability);
uint32_t entity_of(std::string_view id);

// tests/write/sample.txt with the names of tests/cases/write_sample.tsv: four
// scripts, a nested name, an ambiguous one, an unlikely one.
Annotation sample();

// Any bytes, well-formed or not, with mentions that nest and cross.
Annotation random_annotation(std::mt19937* random);

// The text with U+FFFD for what is ill-formed, made the long way.
std::string naive_clean(std::string_view text);

// Compares with tests/golden/<name>; with KHITAI_GOLDEN set, writes it.
void expect_golden(const std::string& name, const std::string& got);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_WRITE_FIXTURE_H_
