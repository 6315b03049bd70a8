// SPDX-License-Identifier: Apache-2.0
//
// khitai near NAME...: the lexicon's forms that are a few letters away.

#include "cli/batch.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

struct NearWish {
  Common common;
  std::vector<std::string> names;
  std::optional<size_t> edits;
  size_t limit = 20;
};

class NearAnswers {
 public:
  NearAnswers(const Lexicon& lexicon, const NearWish& wish)
      : lexicon_(lexicon),
        edits_(wish.edits.value_or(near_edits(lexicon))),
        limit_(wish.limit),
        json_(wish.common.format == "json") {}

  void begin(std::string* out) const {
    if (!json_) write_near_header(out);
  }
  // False: nothing is near.
  bool answer(const std::string& name, std::string* out) const {
    const auto forms = near_forms(lexicon_, name, edits_, limit_);
    if (json_) {
      write_near_json(lexicon_, name, forms, out);
    } else {
      write_near_tsv(lexicon_, name, forms, out);
    }
    return !forms.empty();
  }

 private:
  const Lexicon& lexicon_;
  size_t edits_, limit_;
  bool json_;
};

int run(NearWish& wish) {
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const size_t known = near_edits(**lexicon);
  if (known == 0) {
    return fail(kInputError,
                tr("this lexicon was compiled with --fuzzy 0, expected 1 or 2: "
                   "it has no near spellings"));
  }
  if (wish.edits.value_or(0) > known) {
    return fail(kUsage,
                tr("--edits: {1}, but this lexicon was compiled for {2}; "
                   "`khitai compile --fuzzy {1}` makes one",
                   std::to_string(*wish.edits), std::to_string(known)));
  }
  const NearAnswers answers(**lexicon, wish);
  std::string out;
  answers.begin(&out);
  if (wish.names == std::vector<std::string>{"-"}) {
    put(out);
    return answer_lines([&](const std::string& line, std::string* text) {
      answers.answer(line, text);
    });
  }
  if (wish.common.format != "json") {
    const std::string problem = names_problem(wish.names);
    if (!problem.empty()) return fail(kUsage, problem);
  }
  bool any = false;
  for (const std::string& name : wish.names) {
    any = answers.answer(name, &out) || any;
  }
  if (!any) return fail(kNothingFound, tr("nothing is spelled nearly so"));
  put(out);
  return kDone;
}

}  // namespace

void add_near(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "near", "List the forms that are a few letters from a name");
  auto wish = std::make_shared<NearWish>();
  command->add_option("names", wish->names, "Names; - reads one a line")
      ->type_name("NAME")
      ->required();
  command
      ->add_option("--edits", wish->edits,
                   "Letters changed, left out or put in: 0, 1, 2 (as many as "
                   "the lexicon was compiled for)")
      ->type_name("N")
      ->check(one_of({"0", "1", "2"}));
  command->add_option("--limit", wish->limit, "Forms shown (0: all)")
      ->type_name("N")
      ->check(whole_number(100000));
  add_format(command, {"tsv", "json"}, &wish->common);
  add_common(command, kTakesLexicon, &wish->common);
  command->footer(
      "All that is spelled so, in the name's own script, and nothing else;\n"
      "`khitai resolve` knows other scripts, sounds and what is meant. Names "
      "of\n"
      "two and three letters have one edit at most.\n"
      "Examples:\n"
      "  khitai near Balasagan\n"
      "  khitai near --lexicon my.klex --edits 2 --format json Samarkhand");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
