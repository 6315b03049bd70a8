// SPDX-License-Identifier: Apache-2.0
//
// Lexica for the tests, each compiled once per process: a small one whose
// tables (tests/cases/small_lexicon) hold every kind of form on a page, so
// that what is expected of it does not move when the shipped one grows; and
// the shipped one. Tables that do not compile abort the test with the problems.

#ifndef KHITAI_TESTS_SUPPORT_SMALL_LEXICON_H_
#define KHITAI_TESTS_SUPPORT_SMALL_LEXICON_H_

#include <string>
#include <string_view>

#include "khitai/lexicon.h"

namespace khitai::tests {

// The folders of the tables.
std::string example_tables();
std::string shipped_tables();

const std::string& example_bytes();  // compiled
const Lexicon& example_lexicon();
const std::string& shipped_bytes();
const Lexicon& shipped_lexicon();

// By the word of the `lexicon` column: "small" or "shipped".
const Lexicon& lexicon_named(const std::string& name);

// The id of an entity; "-" for none.
std::string id_of(const Lexicon& lexicon, uint32_t entity);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_SMALL_LEXICON_H_
