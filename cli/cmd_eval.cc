// SPDX-License-Identifier: Apache-2.0
//
// khitai eval --gold GOLD FILES: how right annotations are, against gold.

#include <algorithm>
#include <utility>

#include "cli/command.h"
#include "cli/eval_compare.h"
#include "cli/eval_tasks.h"
#include "write/evaluate.h"

namespace khitai::cli {
namespace {

void print(const EvalWish& wish, const write::Evaluation& evaluation) {
  write::EvalOptions options;
  options.by_doc = wish.by == "doc";
  options.findings = wish.errors;
  options.limit = wish.common.limit;
  std::string format = wish.common.format;
  if (format.empty()) format = is_terminal_output() ? "text" : "tsv";
  std::string out;
  if (format == "tsv") {
    write::write_eval_tsv(evaluation, options, &out);
  } else if (format == "json") {
    write::write_eval_json(evaluation, options, &out);
  } else {
    write::write_eval_text(evaluation, options, &out);
  }
  put(out);
}

int run(EvalWish wish) {
  const std::string unread = read_problem(wish.read);
  if (!unread.empty()) return fail(kUsage, unread);
  take_folders(&wish);
  if (wish.gold.empty()) {
    return fail(kUsage,
                "--gold: not given, expected a file or folder of gold, or a "
                "folder with texts and their NAME.gold.jsonl as argument");
  }
  EvalInput input;
  const Status read = read_input(wish, &input);
  if (!read.ok()) return fail(kInputError, read.error().message);
  std::vector<EvalTask> tasks;
  int code = find_tasks(wish, input, &tasks);
  if (tasks.empty())
    return code == kDone ? static_cast<int>(kInputError) : code;
  tell_left(wish, input, tasks);
  const bool texts =
      std::any_of(tasks.begin(), tasks.end(),
                  [](const EvalTask& one) { return !one.path.empty(); });
  if (texts) {
    auto lexicon = load_lexicon(wish.common);
    if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
    input.lexicon = std::move(lexicon).value();
  }
  write::Evaluation evaluation;
  code = std::max(code, compare_all(wish, input, tasks, &evaluation));
  if (evaluation.all.documents == 0) return code;
  print(wish, evaluation);
  return code;
}

void add_inputs(CLI::App* command, EvalWish* wish) {
  command
      ->add_option("files", wish->files,
                   "Documents, or a folder of texts with their gold")
      ->type_name("FILE");
  command
      ->add_option("--gold", wish->gold,
                   "Gold: JSON Lines, .ann of brat, IOB2; or a folder (may be "
                   "repeated)")
      ->type_name("GOLD")
      ->allow_extra_args(false);
  command
      ->add_option("--predicted", wish->predicted,
                   "Annotations made earlier, in any format of `annotate` (may "
                   "be repeated)")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      ->add_option("--offsets", wish->offsets,
                   "Unit of offsets in their JSON Lines and CSV")
      ->type_name("UNIT")
      ->check(one_of({"auto", "byte", "codepoint", "utf16"}));
  command
      ->add_option("--traps", wish->traps,
                   "Table of spans that no decided name may touch")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void add_outputs(CLI::App* command, EvalWish* wish) {
  add_format(command, {"text", "tsv", "json"}, &wish->common);
  command->add_option("--by", wish->by, "Figures of each document, too")
      ->type_name("WHAT")
      ->check(one_of({"doc"}));
  command->add_flag("--errors", wish->errors,
                    "List what is missed, extra, wrong");
  wish->common.limit = 10;
  command
      ->add_option("--limit", wish->common.limit,
                   "Confused entities shown (0: all)")
      ->type_name("N")
      ->check(whole_number(1000000));
  command
      ->add_option("--decide", wish->decide, "Least probability of a decision")
      ->type_name("P")
      ->check(probability());
  command->add_flag("--quiet", wish->common.quiet, "No notes");
}

}  // namespace

void add_eval(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "eval", "Measure annotations against gold: precision, recall, F1");
  auto wish = std::make_shared<EvalWish>();
  add_inputs(command, wish.get());
  add_read_options(command, &wish->read);
  add_outputs(command, wish.get());
  add_common(command, kTakesLexicon | kTakesTime | kTakesLang | kTakesJobs,
             &wish->common);
  command->footer(
      "Without documents those beside the gold are taken. What counts how is "
      "said in\ndocs/accuracy.md.\n\n"
      "Examples:\n"
      "  khitai eval corpora/held --by doc\n"
      "  khitai eval --gold gold.jsonl chapters/*.txt --errors\n"
      "  khitai eval --gold gold --predicted theirs.jsonl chapters/*.txt");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
