// SPDX-License-Identifier: Apache-2.0
//
// khitai stale OLD NEW FILES: what of an index another lexicon changes.

#include "cli/command.h"
#include "cli/stale_database.h"

namespace khitai::cli {
namespace {

struct StaleArguments {
  StaleWish wish;
  std::vector<std::string> files;
  Common common;
};

int run(const StaleArguments& arguments) {
  int code = kNothingFound;
  for (const std::string& path : arguments.files) {
    if (!is_database(path)) {
      return fail(kInputError, path + ": expected a database of SQLite");
    }
    const int one = stale_database(path, arguments.wish);
    if (one == kInputError) return one;
    if (one == kDone) code = kDone;
  }
  return code;
}

}  // namespace

void add_stale(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "stale", "Tell or mend what another lexicon changes in an index");
  auto arguments = std::make_shared<StaleArguments>();
  StaleWish* const wish = &arguments->wish;
  command->add_option("old_lexicon", wish->before, "That the index is of")
      ->type_name("OLD")
      ->required();
  command->add_option("new_lexicon", wish->after, "That it is to be of")
      ->type_name("NEW")
      ->required();
  command->add_option("files", arguments->files, "Databases of SQLite")
      ->type_name("FILE")
      ->required();
  command->add_flag("--write", wish->write,
                    "Write these rows anew; the index is of NEW then");
  add_common(command, kTakesDisplay, &arguments->common);
  command->footer(
      "Lexica are compiled ones. Others go on reading the database while it is "
      "written.\n"
      "Exit code 1: nothing changes.\n"
      "Examples:\n"
      "  khitai stale old.klex new.klex index.db\n"
      "  khitai stale old.klex new.klex index.db --write");
  command->callback([arguments, action] {
    arguments->wish.quiet = arguments->common.quiet;
    *action = [arguments] { return run(*arguments); };
  });
}

}  // namespace khitai::cli
