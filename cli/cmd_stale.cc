// SPDX-License-Identifier: Apache-2.0
//
// khitai stale OLD NEW FILES: what of an index another lexicon changes.

#include "cli/command.h"
#include "cli/stale_database.h"
#include "cli/stale_files.h"
#include "cli/stale_wish.h"

namespace khitai::cli {
namespace {

int stale_databases(const StaleWish& wish) {
  int code = kNothingFound;
  for (const std::string& path : wish.files) {
    const int one = stale_database(path, wish);
    if (one == kInputError) return one;
    if (one == kDone) code = kDone;
  }
  return code;
}

int run(const StaleWish& wish) {
  const std::string problem = stale_problem(wish);
  if (!problem.empty()) return fail(kUsage, problem);
  // A database that is not there is one for --write.
  if (wish.write || is_database(wish.files[0])) return stale_databases(wish);
  return wish.read.field.empty() ? stale_documents(wish) : stale_records(wish);
}

}  // namespace

void add_stale(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "stale", "Tell or mend what another lexicon changes in an index");
  auto wish = std::make_shared<StaleWish>();
  add_stale_options(command, wish.get());
  command->footer(
      "Lexica are compiled ones. Others go on reading a database while it is "
      "written.\n"
      "Records and documents are told when their tokens change, or what they "
      "name,\n"
      "or where; read them as they were read for the index (--lang, --type, "
      "...).\n"
      "Exit code 1: nothing changes.\n"
      "Examples:\n"
      "  khitai stale old.klex new.klex index.db\n"
      "  khitai stale old.klex new.klex index.db --write\n"
      "  khitai stale old.klex new.klex --field body --id-field id r.jsonl\n"
      "  khitai stale old.klex new.klex --field body --emit docs r.jsonl > "
      "again.jsonl\n"
      "  khitai stale old.klex new.klex library");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
