// SPDX-License-Identifier: Apache-2.0
//
// khitai keys NAME...: what names are compared by.

#include "cli/command.h"

namespace khitai::cli {
namespace {

struct Wish {
  Common common;
  std::vector<std::string> names;
};

int run(const Wish& wish) {
  std::string out;
  const bool json = wish.common.format == "json";
  if (!json) write_keys_header(&out);
  for (const std::string& name : wish.names) {
    if (json) {
      write_keys_json(name, &out);
    } else {
      write_keys_tsv(name, &out);
    }
  }
  put(out);
  return kDone;
}

}  // namespace

void add_keys(CLI::App* program, Action* action) {
  CLI::App* command =
      program->add_subcommand("keys", "Show the keys of spellings");
  auto wish = std::make_shared<Wish>();
  command->add_option("names", wish->names, "Names")
      ->type_name("NAME")
      ->required();
  add_format(command, {"tsv", "json"}, &wish->common);
  command->footer(
      "L0 undoes differences of encoding, L1 those of spelling.\n"
      "Example:\n"
      "  khitai keys 'Qara Khit\xC4\x81y'");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
