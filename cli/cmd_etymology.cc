// SPDX-License-Identifier: Apache-2.0
//
// khitai etymology NAME: where a name comes from, and what was made of it.

#include <set>

#include "cli/asked_names.h"
#include "cli/command.h"
#include "cli/graph_format.h"
#include "cli/messages.h"
#include "khitai/why.h"
#include "write/link_words.h"
#include "write/name_graph.h"

namespace khitai::cli {
namespace {

struct EtymologyWish {
  Common common;
  std::vector<std::string> names;
  size_t depth = TreeOptions{}.depth;
};

int tell(const EtymologyWish& wish, const Lexicon& lexicon,
         const std::vector<Etymology>& all) {
  const std::string& format = wish.common.format;
  std::string out;
  if (format == "text" || format == "json") {
    const WriteOptions options = write_options(wish.common);
    for (const Etymology& one : all) {
      if (format == "json") {
        write_etymology_json(lexicon, one, &out);
        continue;
      }
      if (!out.empty()) out += "\n";
      write_etymology_text(lexicon, one, options, &out);
    }
  } else if (!all.empty()) {
    std::string title;
    for (const Etymology& one : all) {
      if (!title.empty()) title += ", ";
      title += write::name_label(lexicon, one.name);
    }
    const Status drawn =
        draw_graph(write::graph_of(lexicon, title, all), format, &out);
    if (!drawn.ok()) return fail(kInputError, drawn.error().message);
  }
  put(out);
  return kDone;
}

int run(EtymologyWish& wish) {
  if (wish.common.format.empty()) wish.common.format = "text";
  auto loaded = load_lexicon(wish.common);
  if (!loaded.ok()) return fail(kInputError, loaded.error().message);
  const Lexicon& lexicon = **loaded;
  const std::string problem = type_problem(lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  TreeOptions options;
  options.depth = wish.depth;
  std::vector<Etymology> all;
  std::set<uint32_t> told;
  int code = kDone;
  for (const std::string& text : wish.names) {
    const std::vector<AskedName> names = find_names(lexicon, wish.common, text);
    if (names.empty()) {
      code = fail(kNothingFound, unknown_words(lexicon, wish.common, text));
    }
    for (const AskedName& one : names) {
      // Two spellings of one name have one etymology.
      if (!told.insert(one.name).second) continue;
      all.push_back(etymology_of(lexicon, one.name, options));
    }
  }
  const int done = tell(wish, lexicon, all);
  return done == kDone ? code : done;
}

}  // namespace

void add_etymology(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "etymology", "Tell where a name comes from, and what was made of it");
  auto wish = std::make_shared<EtymologyWish>();
  command->add_option("names", wish->names, "Names, or their ids")
      ->type_name("NAME")
      ->required();
  command
      ->add_option("--depth", wish->depth, "Steps away from the name, at most")
      ->type_name("N")
      ->check(whole_number(1000));
  add_format(command, graph_formats(), &wish->common);
  add_common(command, kTakesLexicon | kTakesFilter | kTakesDisplay,
             &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai etymology Cathay\n"
      "  khitai etymology gurkhan --format html > gurkhan.html");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
