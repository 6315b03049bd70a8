// SPDX-License-Identifier: Apache-2.0
//
// What `annotate` can be asked for: its options, what is wrong with them
// together, and what they say to the library.

#ifndef KHITAI_CLI_ANNOTATE_WISH_H_
#define KHITAI_CLI_ANNOTATE_WISH_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/annotate_formats.h"
#include "cli/annotate_suggest.h"
#include "cli/command.h"
#include "cli/documents.h"
#include "khitai/annotate.h"
#include "khitai/write.h"

namespace khitai::cli {

struct AnnotateWish {
  Common common;
  std::vector<std::string> files;
  ReadWish read;
  std::string offsets = "byte";
  std::string overlap = "longest";
  std::string emit = "mentions";  // or docs: annotate_docs.h
  std::string index, id_field;    // of a bulk request
  std::string out, stats, years;
  bool again = false;
  const CLI::App* command = nullptr;  // with the options as they were given
  const CLI::Option* offsets_given = nullptr;
  double decide = kDecideMention;
  std::vector<std::string> decisions;  // tables of what readers decided
  std::string existing = "keep";       // names that are tagged already
  const CLI::Option* existing_given = nullptr;
  std::string pattern;  // table of what users look for
  Patterns patterns;    // ... as it was read
  SuggestWish suggest;
};

// Options that other commands have, too; their words.
CLI::Option* add_offsets_option(CLI::App* command, const std::string& words,
                                std::string* offsets);
Offsets offsets_of(const std::string& word);
void add_overlap_options(CLI::App* command, std::string* overlap,
                         double* decide);

// The wish must outlive the command.
void add_annotate_options(CLI::App* command, AnnotateWish* wish);

const AnnotateFormat& format_of(const AnnotateWish& wish);
// Whether records are wanted, rather than mentions: --emit docs, or a format
// that has them, and --field.
bool wants_records(const AnnotateWish& wish);
// What is wrong with the options of a bulk request; "" if nothing.
std::string bulk_problem(const AnnotateWish& wish);
// What is wrong with the options for mentions in that format; "" if nothing.
std::string wish_problem(const AnnotateWish& wish,
                         const AnnotateFormat& format);
// The same with --suggest, which has a shape of its own.
std::string suggest_wish_problem(const AnnotateWish& wish);

AnnotateOptions options_of(const AnnotateWish& wish,
                           const AnnotateFormat& format);
WriteOptions write_options_of(const AnnotateWish& wish);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_ANNOTATE_WISH_H_
