// SPDX-License-Identifier: Apache-2.0
//
// khitai compare A B: whether two names are the same.

#include <memory>
#include <optional>
#include <utility>

#include "base/line_blocks.h"
#include "base/ordered_pool.h"
#include "cli/batch.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/pairs.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

constexpr size_t kCompareBlock = 4096;  // bytes of a batch compared at a time

struct CompareWish {
  Common common;
  std::vector<std::string> names;
  std::string batch;
  double decide = kDecidePair;
};

// What came of some pairs, written.
struct CompareAnswers {
  std::string text;
  std::string problem;  // then there is no text
};

CompareAnswers answer(const Lexicon& lexicon, const CompareWish& wish,
                      std::vector<ComparedPair> pairs) {
  const WriteOptions options = write_options(wish.common);
  CompareAnswers out;
  for (ComparedPair& pair : pairs) {
    pair.comparison = compare_names(lexicon, pair.pair, wish.decide);
    if (wish.common.format == "text") {
      write_compare_text(pair, options, &out.text);
    } else if (wish.common.format == "json") {
      write_compare_json(lexicon, pair, &out.text);
    } else {
      write_compare_tsv(pair, &out.text);
    }
    pair = ComparedPair();
  }
  return out;
}

std::string opening(const CompareWish& wish,
                    const std::vector<std::string>& columns) {
  std::string text;
  if (wish.common.format == "tsv") write_compare_header(columns, &text);
  return text;
}

int run_two(const Lexicon& lexicon, const CompareWish& wish) {
  ComparedPair pair;
  pair.pair = {wish.names[0], wish.names[1], wish.common.lang,
               wish.common.lang};
  if (wish.common.format == "tsv") pair.cells = wish.names;
  put(opening(wish, {"a", "b"}) + answer(lexicon, wish, {pair}).text);
  return kDone;
}

// Block by block on all processors, in the order of the file. Nothing is
// written before the first block is known to be sound.
int run_batch(const Lexicon& lexicon, const CompareWish& wish,
              const Pairs& pairs, std::optional<base::LineBlock> first,
              base::LineBlocks* file) {
  const auto produce = [&] {
    return first ? std::exchange(first, std::nullopt) : file->next();
  };
  const auto work = [&](const base::LineBlock& block) -> CompareAnswers {
    auto read = pairs.read(block, wish.common.lang);
    if (!read.ok()) return {"", read.error().message};
    return answer(lexicon, wish, std::move(read).value());
  };
  std::string text = opening(wish, pairs.columns());
  std::string problem;
  const auto take = [&](const CompareAnswers& answers) {
    problem = answers.problem;
    if (!problem.empty()) return false;
    text += answers.text;
    return put(std::exchange(text, ""));
  };
  base::run_in_order(base::job_count(wish.common.jobs), produce, work, take);
  if (problem.empty()) problem = file->error();
  if (!problem.empty()) return fail(kInputError, problem);
  put(text);
  return kDone;
}

int run_file(const CompareWish& wish) {
  auto opened = base::LineBlocks::open(wish.batch, kCompareBlock);
  if (!opened.ok()) return fail(kInputError, opened.error().message);
  const std::unique_ptr<base::LineBlocks> file = std::move(opened).value();
  std::optional<base::LineBlock> first = file->next();
  if (!file->error().empty()) return fail(kInputError, file->error());
  auto pairs = Pairs::open(wish.batch, first ? first->text : "");
  if (!pairs.ok()) return fail(kInputError, pairs.error().message);
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  return run_batch(**lexicon, wish, *pairs, std::move(first), file.get());
}

int run(CompareWish& wish) {
  const bool names = !wish.names.empty();
  if (names == !wish.batch.empty() || (names && wish.names.size() != 2)) {
    const std::string given = tr_n("{1} name", "{1} names", wish.names.size());
    return fail(
        kUsage,
        tr("{1}, expected two names or --batch FILE; see `khitai compare "
           "--help`",
           wish.batch.empty() ? given : tr("{1} and a file", given)));
  }
  if (wish.common.format.empty()) {
    wish.common.format =
        is_terminal_output() && wish.batch.empty() ? "text" : "tsv";
  }
  if (!wish.batch.empty()) return run_file(wish);
  if (wish.common.format == "tsv") {
    const std::string problem = names_problem(wish.names);
    if (!problem.empty()) return fail(kUsage, problem);
  }
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  return run_two(**lexicon, wish);
}

}  // namespace

void add_compare(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "compare", "Say whether two names are the same, and why");
  auto wish = std::make_shared<CompareWish>();
  command->add_option("names", wish->names, "Two names")->type_name("NAME");
  command
      ->add_option("--batch", wish->batch,
                   "Table of pairs: a header with `a` and `b` (and lang_a, "
                   "lang_b); other columns are kept")
      ->type_name("FILE");
  command
      ->add_option("--decide", wish->decide, "Least probability of a decision")
      ->type_name("P")
      ->check(probability());
  add_format(command, {"text", "tsv", "json"}, &wish->common);
  add_common(command, kTakesLexicon | kTakesLang | kTakesDisplay | kTakesJobs,
             &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai compare 'Yeh-l\xC3\xBC Ta-shih' 'Yel\xC3\xBC Dashi'\n"
      "  khitai compare 'Mahmud I' 'Mahmud II' --format json\n"
      "  khitai compare --batch pairs.tsv > compared.tsv");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
