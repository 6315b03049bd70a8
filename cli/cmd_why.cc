// SPDX-License-Identifier: Apache-2.0
//
// khitai why A B: how two names are related.

#include "cli/asked_names.h"
#include "cli/command.h"
#include "cli/graph_format.h"
#include "cli/messages.h"
#include "khitai/why.h"
#include "write/name_graph.h"

namespace khitai::cli {
namespace {

struct WhyWish {
  Common common;
  std::vector<std::string> names;
  bool all = false;
};

int answer(const WhyWish& wish, const Lexicon& lexicon) {
  const WhyQuestion question{wish.names[0], wish.names[1]};
  const std::vector<AskedName> a = find_names(lexicon, wish.common, question.a);
  const std::vector<AskedName> b = find_names(lexicon, wish.common, question.b);
  for (const auto& [text, names] :
       {std::pair(&question.a, &a), std::pair(&question.b, &b)}) {
    if (names->empty() && !is_no_name(lexicon, *text)) {
      return fail(kNothingFound, unknown_words(lexicon, wish.common, *text));
    }
  }
  const Why why = explain_names(lexicon, a, b, {wish.all});
  const std::string& format = wish.common.format;
  std::string out;
  if (format == "text") {
    write_why_text(lexicon, question, why, write_options(wish.common), &out);
  } else if (format == "json") {
    write_why_json(lexicon, question, why, &out);
  } else {
    const Status drawn =
        draw_graph(write::graph_of(lexicon, question, why), format, &out);
    if (!drawn.ok()) return fail(kInputError, drawn.error().message);
  }
  put(out);
  return kDone;
}

int run(WhyWish& wish) {
  if (wish.names.size() != 2) {
    return fail(kUsage, tr("{1} names given, expected two; see `khitai why "
                           "--help`",
                           std::to_string(wish.names.size())));
  }
  if (wish.common.format.empty()) wish.common.format = "text";
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string problem = type_problem(**lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  return answer(wish, **lexicon);
}

}  // namespace

void add_why(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "why", "Tell how two names are related: by origin, by what they denote");
  auto wish = std::make_shared<WhyWish>();
  command->add_option("names", wish->names, "Two names, or their ids")
      ->type_name("NAME")
      ->expected(-1)
      ->required();
  command->add_flag("--all", wish->all,
                    "Paths by other accounts, too, best first");
  add_format(command, graph_formats(), &wish->common);
  add_common(command, kTakesLexicon | kTakesFilter | kTakesDisplay,
             &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai why Cathay 'Qara Khitai'\n"
      "  khitai why Taishi Dashi --all\n"
      "  khitai why Cathay Khitan --format svg > cathay.svg");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
