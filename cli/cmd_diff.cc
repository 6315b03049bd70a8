// SPDX-License-Identifier: Apache-2.0
//
// khitai diff OLD NEW: what two lexica say differently.

#include <cstdio>

#include "cli/command.h"
#include "khitai/differences.h"

namespace khitai::cli {
namespace {

struct DiffWish {
  Common common;
  std::string before, after;
  bool spellings = false;
};

int run(const DiffWish& wish) {
  const auto before = load_file_or_folder(wish.before);
  if (!before.ok()) return fail(kInputError, before.error().message);
  const auto after = load_file_or_folder(wish.after);
  if (!after.ok()) return fail(kInputError, after.error().message);
  std::vector<Difference> all = differences(**before, **after);
  if (wish.spellings) {
    std::erase_if(all, [](const Difference& one) {
      return one.kind != Difference::Kind::kSpelling;
    });
  }
  std::string out;
  if (wish.common.format == "tsv") {
    write_differences_tsv(all, &out);
  } else {
    write_differences_text(all, write_options(wish.common), &out);
  }
  put(out);
  if (!all.empty()) return kDone;
  if (!wish.common.quiet) std::fprintf(stderr, "no differences\n");
  return kNothingFound;
}

}  // namespace

void add_diff(CLI::App* program, Action* action) {
  CLI::App* command =
      program->add_subcommand("diff", "Tell what two lexica say differently");
  auto wish = std::make_shared<DiffWish>();
  command
      ->add_option("old_lexicon", wish->before, "Compiled lexicon, or folder")
      ->type_name("OLD")
      ->required();
  command->add_option("new_lexicon", wish->after, "Compiled lexicon, or folder")
      ->type_name("NEW")
      ->required();
  command->add_flag("--spellings", wish->spellings,
                    "Only the spellings that texts now have or no longer");
  add_format(command, {"text", "tsv"}, &wish->common);
  add_common(command, kTakesDisplay, &wish->common);
  command->footer(
      "A folder without a vocabulary/ of its own lies over the shipped "
      "tables.\n"
      "Exit code 1: no differences.\n"
      "Examples:\n"
      "  khitai diff old.klex new.klex\n"
      "  khitai diff --spellings khitai.klex my-folder/");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
