// SPDX-License-Identifier: Apache-2.0
//
// What people mean by an entity on the command line: its id, or a name.

#ifndef KHITAI_CLI_FIND_ENTITY_H_
#define KHITAI_CLI_FIND_ENTITY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"
#include "khitai/lexicon.h"

namespace khitai::cli {

// The entity with that id; else all that the name may mean, best first: one
// where that is decided, at most `--limit` where it is not. Empty: none, or
// what is merely near to several, or a word that is known to be something else.
std::vector<uint32_t> find_entities(const Lexicon& lexicon,
                                    const Common& common,
                                    const std::string& wanted);

// The same, with words for standard error: that there is none, or, unless it
// is to be quiet, that there are several.
std::vector<uint32_t> need_entities(const Lexicon& lexicon,
                                    const Common& common,
                                    const std::string& wanted);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_FIND_ENTITY_H_
