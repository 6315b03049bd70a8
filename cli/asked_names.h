// SPDX-License-Identifier: Apache-2.0
//
// The names that somebody asks about: by id, as spelled, or what the spelling
// is near to.

#ifndef KHITAI_CLI_ASKED_NAMES_H_
#define KHITAI_CLI_ASKED_NAMES_H_

#include <string>
#include <vector>

#include "cli/command.h"
#include "khitai/why.h"

namespace khitai::cli {

// Empty when the lexicon has nothing of the kind. What was not asked for just
// so is told on standard error, unless `quiet`.
std::vector<AskedName> find_names(const Lexicon& lexicon, const Common& common,
                                  const std::string& text);

// Tells on standard error what spelling a text is taken for.
void tell_read_as(const std::string& text, const std::string& spelling);

// Whether a word is known to be something else and none of the names.
bool is_no_name(const Lexicon& lexicon, const std::string& text);

// For the user: why there is no answer about a word that spells no name, and
// what to do.
std::string unknown_words(const Lexicon& lexicon, const Common& common,
                          const std::string& text);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_ASKED_NAMES_H_
