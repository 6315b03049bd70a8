// SPDX-License-Identifier: Apache-2.0
//
// khitai check: the lint of tables, and the checksums of compiled lexica.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <tuple>

#include "cli/command.h"
#include "cli/tables.h"
#include "compile/check.h"
#include "compile/fix.h"
#include "compile/overlay.h"
#include "compile/tables.h"

namespace khitai::cli {
namespace {

struct CheckWish {
  std::vector<std::string> paths;
  std::vector<std::string> names;
  bool fix = false;
  bool explain = false;
  bool quiet = false;
};

// Prints the problems; returns how many are errors. What is no fault of a row
// is only counted unless asked for.
size_t print(const std::vector<compile::Problem>& problems,
             const CheckWish& wish) {
  size_t errors = 0, asides = 0;
  std::string out;
  for (const compile::Problem& problem : problems) {
    if (!problem.warning) ++errors;
    if (problem.aside) ++asides;
    if (problem.aside && !wish.explain) continue;
    out += compile::format_problem(problem) + "\n";
  }
  put(out);
  if (asides > 0 && !wish.explain && !wish.quiet) {
    std::fprintf(stderr,
                 "%zu generated %s dropped, another entity has the spelling "
                 "(--explain lists them)\n",
                 asides, asides == 1 ? "form is" : "forms are");
  }
  return errors;
}

int check_compiled(const std::string& path, bool quiet) {
  if (std::filesystem::path(path).extension() == ".tsv") {
    return fail(kInputError,
                path + ": is one table, expected its folder (or --names " +
                    path + " for a table of names)");
  }
  const auto lexicon = Lexicon::open(path);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const Status verified = (*lexicon)->verify();
  if (!verified.ok()) return fail(kInputError, verified.error().message);
  if (!quiet) {
    std::fprintf(stderr, "%s: sound, lexicon %s\n", path.c_str(),
                 (*lexicon)->hash().c_str());
  }
  return kDone;
}

int check_tables(const CheckWish& wish,
                 const std::vector<std::string>& folders) {
  std::vector<compile::Problem> problems;
  if (wish.fix) {
    for (const std::string& line : compile::fix_tables(folders, &problems)) {
      if (!wish.quiet) std::fprintf(stderr, "%s\n", line.c_str());
    }
  }
  compile::Tables tables =
      compile::read_tables(with_vocabulary(folders), &problems);
  for (const std::string& path : wish.names) {
    compile::read_names_table(path, &tables, &problems);
  }
  compile::lay_over(&tables, &problems);
  for (compile::Problem& problem : compile::check(tables, {})) {
    problems.push_back(std::move(problem));
  }
  // What could not be repaired has been found a second time by reading.
  const auto key = [](const compile::Problem& problem) {
    return std::tie(problem.file, problem.line, problem.message);
  };
  std::sort(problems.begin(), problems.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  problems.erase(std::unique(problems.begin(), problems.end(),
                             [&](const auto& a, const auto& b) {
                               return key(a) == key(b);
                             }),
                 problems.end());
  const size_t errors = print(problems, wish);
  if (errors > 0) {
    return fail(kInputError,
                std::to_string(errors) + (errors == 1 ? " error" : " errors"));
  }
  if (!wish.quiet) {
    std::fprintf(stderr, "%zu files, no errors\n", tables.files.size());
  }
  return kDone;
}

int run(const CheckWish& wish) {
  std::vector<std::string> folders;
  int code = kDone;
  for (const std::string& path : wish.paths) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
      folders.push_back(path);
    } else {
      code = std::max(code, check_compiled(path, wish.quiet));
    }
  }
  if (wish.paths.empty()) {
    const std::string tables = shipped_tables();
    if (tables.empty()) {
      return fail(kUsage, "give a folder of tables or a compiled lexicon");
    }
    folders.push_back(tables);
  }
  if (!folders.empty() || !wish.names.empty()) {
    code = std::max(code, check_tables(wish, folders));
  }
  return code;
}

}  // namespace

void add_check(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "check", "Lint the tables of a lexicon, or verify a compiled one");
  auto wish = std::make_shared<CheckWish>();
  command
      ->add_option("paths", wish->paths,
                   "Folders of tables (default: the shipped ones), or .klex "
                   "files")
      ->type_name("PATH");
  command
      ->add_option("--names", wish->names,
                   "Table of names laid over the folders (may be repeated)")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command->add_flag("--fix", wish->fix,
                    "Sort, normalize and remove repeated rows first");
  command->add_flag("--explain", wish->explain,
                    "List generated forms that are dropped");
  command->add_flag("--quiet", wish->quiet, "No talk on standard error");
  command->footer(
      "Examples:\n"
      "  khitai check lexicon\n"
      "  khitai check lexicon --fix\n"
      "  khitai check my.klex");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
