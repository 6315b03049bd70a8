// SPDX-License-Identifier: Apache-2.0
//
// What `stale` can be asked for.

#ifndef KHITAI_CLI_STALE_WISH_H_
#define KHITAI_CLI_STALE_WISH_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/documents.h"
#include "khitai/annotate.h"

namespace khitai::cli {

struct StaleWish {
  std::string before, after;  // compiled lexica
  std::vector<std::string> files;
  bool write = false;  // of databases: what changes, instead of telling it
  // How records and documents were read for the index, and what is written.
  ReadWish read;
  std::string emit = "places";  // or docs: the records
  std::string id_field;
  std::string offsets = "byte";
  std::string overlap = "longest";
  double decide = kDecideMention;
  Common common;
};

// The wish must outlive the command.
void add_stale_options(CLI::App* command, StaleWish* wish);

// What is wrong with the options together; "" if nothing.
std::string stale_problem(const StaleWish& wish);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_STALE_WISH_H_
