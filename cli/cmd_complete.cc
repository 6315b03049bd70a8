// SPDX-License-Identifier: Apache-2.0
//
// khitai complete BEGIN: what a name typed in part may become.

#include "cli/batch.h"
#include "cli/command.h"
#include "khitai/search.h"

namespace khitai::cli {
namespace {

struct CompleteWish {
  Common common;
  std::string begin;
  size_t limit = 10;
};

// False: nothing begins so.
bool complete(const Lexicon& lexicon, const CompleteWish& wish,
              const std::string& begin, std::string* out) {
  const auto all = complete_name(lexicon, begin, wish.common.type, wish.limit);
  WriteOptions options = write_options(wish.common);
  if (wish.common.format == "json" ||
      (wish.common.format.empty() && !is_terminal_output())) {
    write_completions_json(lexicon, begin, all, options, out);
  } else {
    write_completions_text(lexicon, all, options, out);
  }
  return !all.empty();
}

int run(const CompleteWish& wish) {
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string type = type_problem(**lexicon, wish.common.type);
  if (!type.empty()) return fail(kUsage, "--type: " + type);
  if (wish.begin == "-") {
    return answer_lines([&](const std::string& line, std::string* out) {
      complete(**lexicon, wish, line, out);
    });
  }
  std::string out;
  if (!complete(**lexicon, wish, wish.begin, &out)) {
    return fail(kNothingFound, "no name begins so");
  }
  put(out);
  return kDone;
}

}  // namespace

void add_complete(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "complete", "Complete a name of the lexicon that is typed in part");
  auto wish = std::make_shared<CompleteWish>();
  command
      ->add_option("begin", wish->begin,
                   "How the name begins; - reads one a line")
      ->type_name("BEGIN")
      ->required();
  command->add_option("--limit", wish->limit, "Entities shown (0: all)")
      ->type_name("N")
      ->check(whole_number(100000));
  add_format(command, {"text", "json"}, &wish->common);
  add_common(command, kTakesLexicon | kTakesType, &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai complete 'qara kh'\n"
      "  khitai complete --format json --type person --limit 8 'yelu d'");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
