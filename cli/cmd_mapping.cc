// SPDX-License-Identifier: Apache-2.0
//
// khitai mapping: which characters are one, for Lucene's MappingCharFilter.

#include "cli/command.h"
#include "khitai/search.h"

namespace khitai::cli {
namespace {

struct MappingWish {
  std::string engine;
  MappingOptions options;
};

int run(const MappingWish& wish) {
  MappingOptions options = wish.options;
  options.quotes = wish.engine == "lucene" || wish.engine == "solr";
  std::string out;
  write_mapping(options, &out);
  put(out);
  return kDone;
}

}  // namespace

void add_mapping(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "mapping", "Write which characters are one for a search engine");
  auto wish = std::make_shared<MappingWish>();
  command->add_option("--for", wish->engine, "Search engine to write it for")
      ->type_name("ENGINE")
      ->required()
      ->check(one_of({"lucene", "solr", "elasticsearch", "opensearch"}));
  command
      ->add_option("--script", wish->options.scripts,
                   "Only characters of this script (may be repeated)")
      ->type_name("SCRIPT")
      ->check(one_of(mapping_scripts()))
      ->allow_extra_args(false);
  command->footer(
      "Examples:\n"
      "  khitai mapping --for solr > mapping.txt\n"
      "  khitai mapping --for elasticsearch --script arabic --script "
      "invisible");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
