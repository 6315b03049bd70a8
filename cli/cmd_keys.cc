// SPDX-License-Identifier: Apache-2.0
//
// khitai keys NAME...: what names are compared by.

#include "cli/batch.h"
#include "cli/command.h"

namespace khitai::cli {
namespace {

struct KeysWish {
  Common common;
  std::vector<std::string> names;
};

int run(KeysWish& wish) {
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  std::string out;
  const bool json = wish.common.format == "json";
  const std::string problem = json ? "" : names_problem(wish.names);
  if (!problem.empty()) return fail(kUsage, problem);
  if (!json) write_keys_header(&out);
  for (const std::string& name : wish.names) {
    if (json) {
      write_keys_json(**lexicon, name, wish.common.lang, &out);
    } else {
      write_keys_tsv(**lexicon, name, wish.common.lang, &out);
    }
  }
  put(out);
  return kDone;
}

}  // namespace

void add_keys(CLI::App* program, Action* action) {
  CLI::App* command =
      program->add_subcommand("keys", "Show the keys of spellings");
  auto wish = std::make_shared<KeysWish>();
  command->add_option("names", wish->names, "Names")
      ->type_name("NAME")
      ->required();
  add_format(command, {"tsv", "json"}, &wish->common);
  add_common(command, kTakesLexicon | kTakesLang, &wish->common);
  command->footer(
      "L0 undoes differences of encoding, L1 those of spelling, L2 those of\n"
      "convention (w: vowelled, a: abjad, z: Mandarin, h: characters); L3 is\n"
      "the skeleton of consonants.\n"
      "Examples:\n"
      "  khitai keys 'Qara Khit\xC4\x81y'\n"
      "  khitai keys --lang ug-Latn Xitan");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
