// SPDX-License-Identifier: Apache-2.0
//
// `khitai annotate --suggest`: in place of mentions, the names that the lexicon
// does not have, as a table to be answered by hand.

#ifndef KHITAI_CLI_ANNOTATE_SUGGEST_H_
#define KHITAI_CLI_ANNOTATE_SUGGEST_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/command.h"
#include "khitai/annotate.h"
#include "khitai/lexicon.h"

namespace khitai::cli {

struct SuggestWish {
  bool wanted = false;
  std::vector<std::string> decided;  // tables that were answered
};
void add_suggest_options(CLI::App* command, SuggestWish* wish);

// A format of suggestions that no mentions are written in.
inline constexpr const char* kSuggestTable = "tsv";

// What is wrong with these options beside a format ("": the usual one), or
// beside others that have no meaning with them; "" if nothing.
std::string suggest_problem(const SuggestWish& wish, const std::string& format,
                            bool others);

// Reads the documents and writes what they suggest to standard output. Returns
// the exit code.
int suggest(const Lexicon& lexicon, const SuggestWish& wish,
            const std::vector<std::string>& files, AnnotateOptions options,
            const Common& common);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_ANNOTATE_SUGGEST_H_
