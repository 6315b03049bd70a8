// SPDX-License-Identifier: Apache-2.0
//
// Documents that commands are given by path, and the options that say how they
// are read.

#ifndef KHITAI_CLI_DOCUMENTS_H_
#define KHITAI_CLI_DOCUMENTS_H_

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <string>

#include "cli/command.h"
#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/result.h"

namespace khitai::cli {

// --input, --field, --encoding.
struct ReadWish {
  std::string input = "auto";
  std::string field;
  std::string encoding;
};
void add_read_options(CLI::App* command, ReadWish* wish);

// What is wrong with them together; "" if nothing.
std::string read_problem(const ReadWish& wish);

Input input_of(const ReadWish& wish);
// What these and the common options (language, years, type) ask for.
AnnotateOptions annotate_options(const ReadWish& wish, const Common& common);

// The most that a document may have, compressed or not, unless it is read in
// pieces.
inline constexpr size_t kMostRead = size_t{INT32_MAX};

// The bytes of the file at `path`; "-" is standard input.
Result<std::string> read_source(const std::string& path);

// Reads the file at `path` and annotates it. An error
// names the path, what is wrong and what to do.
Result<Annotation> annotate_path(const Lexicon& lexicon,
                                 const std::string& path,
                                 const AnnotateOptions& options);

// Reads the table of patterns at `path`. An error has a line for each of its
// rows that cannot be read.
Result<Patterns> read_patterns_at(const Lexicon& lexicon,
                                  const std::string& path);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_DOCUMENTS_H_
