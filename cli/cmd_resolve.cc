// SPDX-License-Identifier: Apache-2.0
//
// khitai resolve NAME...: what a spelling may mean.

#include <memory>
#include <optional>
#include <utility>

#include "base/line_blocks.h"
#include "base/ordered_pool.h"
#include "cli/batch.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

constexpr size_t kBlock = 4096;  // bytes of a batch resolved at a time

struct ResolveWish {
  Common common;
  std::vector<std::string> names;
  std::string batch;
  BatchColumns columns;
  bool best = false;
  double decide = kDecide;
};

Query query_of(const ResolveWish& wish, std::string name) {
  Query query;
  query.name = std::move(name);
  query.year = wish.common.year;
  query.written = wish.common.written;
  query.lang = wish.common.lang;
  query.type = wish.common.type;
  query.context = wish.common.context;
  return query;
}

// A type that the lexicon does not have finds nothing: a slip of the pen.
std::string types_problem(const Lexicon& lexicon, const ResolveWish& wish,
                          const Batch& batch,
                          const std::vector<ResolvedQuery>& queries) {
  std::string last = wish.common.type;
  for (const ResolvedQuery& query : queries) {
    if (query.query.type == last) continue;
    last = query.query.type;
    const std::string problem = type_problem(lexicon, last);
    if (problem.empty()) continue;
    return wish.batch + ":" + std::to_string(batch.first() + query.number) +
           ": type: " + problem;
  }
  return "";
}

// What came of some queries, written.
struct Answers {
  std::string text;
  std::string problem;  // then there is no text
  bool found = true;    // an entity for each
};

Answers answer(const Lexicon& lexicon, const ResolveWish& wish,
               std::vector<ResolvedQuery> queries) {
  WriteOptions options = write_options(wish.common);
  if (wish.best) options.limit = 1;
  Answers out;
  for (ResolvedQuery& query : queries) {
    query.resolution = resolve_name(lexicon, query.query, wish.decide);
    out.found = out.found && query.resolution.decision != Decision::kNone;
    if (wish.common.format == "text") {
      write_resolve_text(lexicon, query, options, &out.text);
    } else if (wish.common.format == "json") {
      write_resolve_json(lexicon, query, options, &out.text);
    } else {
      write_resolve_tsv(lexicon, query, options, &out.text);
    }
    query = ResolvedQuery();
  }
  return out;
}

// What stands before the answers.
std::string opening(const ResolveWish& wish, const Batch& batch) {
  std::string text;
  if (wish.common.format == "tsv") write_resolve_header(batch.extra(), &text);
  return text;
}

int run_names(const Lexicon& lexicon, const ResolveWish& wish) {
  std::vector<ResolvedQuery> queries;
  for (const std::string& name : wish.names) {
    ResolvedQuery query;
    query.number = queries.size() + 1;
    query.query = query_of(wish, name);
    queries.push_back(std::move(query));
  }
  const Answers answers = answer(lexicon, wish, std::move(queries));
  put(opening(wish, Batch()) + answers.text);
  return answers.found ? kDone : kNothingFound;
}

// Block by block on all processors, in the order of the file. Nothing is
// written before the first block is known to be sound.
int run_batch(const Lexicon& lexicon, const ResolveWish& wish,
              const Batch& batch, std::optional<base::LineBlock> first,
              base::LineBlocks* file) {
  const auto produce = [&] {
    return first ? std::exchange(first, std::nullopt) : file->next();
  };
  const auto work = [&](const base::LineBlock& block) -> Answers {
    auto queries = batch.read(block, query_of(wish, ""));
    if (!queries.ok()) return {"", queries.error().message, true};
    std::string problem = types_problem(lexicon, wish, batch, *queries);
    if (!problem.empty()) return {"", std::move(problem), true};
    return answer(lexicon, wish, std::move(queries).value());
  };
  std::string text = opening(wish, batch);
  std::string problem;
  const auto take = [&](const Answers& answers) {
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

int run(ResolveWish& wish) {
  if (wish.names.empty() == wish.batch.empty()) {
    return fail(kUsage, tr("give names or --batch FILE, one of the two; see "
                           "`khitai resolve --help`"));
  }
  if (wish.batch.empty() &&
      (!wish.columns.query.empty() || !wish.columns.parallel.empty())) {
    return fail(kUsage,
                tr("--query-column and --parallel-column name columns of a "
                   "table: give --batch FILE, too"));
  }
  if (wish.common.format.empty()) {
    wish.common.format =
        is_terminal_output() && wish.batch.empty() ? "text" : "tsv";
  }
  if (wish.common.format == "tsv") {
    const std::string problem = names_problem(wish.names);
    if (!problem.empty()) return fail(kUsage, problem);
  }
  std::unique_ptr<base::LineBlocks> file;
  std::optional<base::LineBlock> first;
  Batch batch;
  if (!wish.batch.empty()) {
    auto opened = base::LineBlocks::open(wish.batch, kBlock);
    if (!opened.ok()) return fail(kInputError, opened.error().message);
    file = std::move(opened).value();
    first = file->next();
    if (!file->error().empty()) return fail(kInputError, file->error());
    auto read = Batch::open(wish.batch, wish.columns, first ? first->text : "");
    if (!read.ok()) return fail(kInputError, read.error().message);
    batch = std::move(read).value();
  }
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string problem = type_problem(**lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  return file == nullptr
             ? run_names(**lexicon, wish)
             : run_batch(**lexicon, wish, batch, std::move(first), file.get());
}

}  // namespace

void add_resolve(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "resolve", "Say which entities a spelling may mean");
  auto wish = std::make_shared<ResolveWish>();
  command->add_option("names", wish->names, "Names")->type_name("NAME");
  command
      ->add_option("--batch", wish->batch,
                   "File of queries: one a line, or a table whose header has "
                   "`query` (and lang, year, written, type, context, "
                   "parallel)")
      ->type_name("FILE");
  command
      ->add_option("--query-column", wish->columns.query,
                   "Column of the table that holds the queries")
      ->type_name("NAME");
  command
      ->add_option("--parallel-column", wish->columns.parallel,
                   "Column that holds them in another script (repeatable)")
      ->type_name("NAME")
      ->expected(1)
      ->take_all();
  command->add_flag("--best", wish->best, "One row a query");
  command
      ->add_option("--decide", wish->decide, "Least probability of a decision")
      ->type_name("P")
      ->check(probability());
  add_format(command, {"text", "tsv", "json"}, &wish->common);
  add_common(command,
             kTakesLexicon | kTakesTime | kTakesFilter | kTakesContext |
                 kTakesLimit | kTakesDisplay | kTakesJobs,
             &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai resolve 'Hsi Liao'\n"
      "  khitai resolve Sanjar --year 1207 --explain\n"
      "  khitai resolve 'Yeh-l\xC3\xBC, Ta-shih, 1087-1143'\n"
      "  khitai resolve --batch names.tsv --best > resolved.tsv\n"
      "  khitai resolve --batch export.tsv --query-column heading "
      "--parallel-column 880");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
