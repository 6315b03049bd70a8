// SPDX-License-Identifier: Apache-2.0
//
// khitai resolve NAME...: what a spelling may mean.

#include "cli/batch.h"
#include "cli/command.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

struct Wish {
  Common common;
  std::vector<std::string> names;
  std::string batch;
  BatchColumns columns;
  bool best = false;
  double decide = kDecide;
};

Query query_of(const Wish& wish, std::string name) {
  Query query;
  query.name = std::move(name);
  query.year = wish.common.year;
  query.written = wish.common.written;
  query.lang = wish.common.lang;
  query.type = wish.common.type;
  query.context = wish.common.context;
  return query;
}

Result<Batch> queries_of(const Wish& wish) {
  if (!wish.batch.empty()) {
    return read_batch(wish.batch, wish.columns, query_of(wish, ""));
  }
  Batch batch;
  for (const std::string& name : wish.names) {
    ResolvedQuery query;
    query.number = batch.queries.size() + 1;
    query.query = query_of(wish, name);
    batch.queries.push_back(std::move(query));
  }
  return batch;
}

// A type that the lexicon does not have finds nothing: a slip of the pen.
int check_types(const Lexicon& lexicon, const Wish& wish, const Batch& batch) {
  std::string last = wish.common.type;
  const std::string wrong = type_problem(lexicon, last);
  if (!wrong.empty()) return fail(kUsage, "--type: " + wrong);
  for (const ResolvedQuery& query : batch.queries) {
    if (query.query.type == last) continue;
    last = query.query.type;
    const std::string problem = type_problem(lexicon, last);
    if (problem.empty()) continue;
    const std::string line = std::to_string(batch.first + query.number);
    return fail(kInputError, wish.batch + ":" + line + ": type: " + problem);
  }
  return kDone;
}

int run(Wish& wish) {
  if (wish.names.empty() == wish.batch.empty()) {
    return fail(kUsage,
                "give names or --batch FILE, one of the two; see "
                "`khitai resolve --help`");
  }
  if (wish.batch.empty() &&
      (!wish.columns.query.empty() || !wish.columns.parallel.empty())) {
    return fail(kUsage,
                "--query-column and --parallel-column name columns of a "
                "table: give --batch FILE, too");
  }
  if (wish.common.format.empty()) {
    wish.common.format =
        is_terminal_output() && wish.batch.empty() ? "text" : "tsv";
  }
  if (wish.common.format == "tsv") {
    const std::string problem = names_problem(wish.names);
    if (!problem.empty()) return fail(kUsage, problem);
  }
  auto batch = queries_of(wish);
  if (!batch.ok()) return fail(kInputError, batch.error().message);
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const int types = check_types(**lexicon, wish, *batch);
  if (types != kDone) return types;
  WriteOptions options = write_options(wish.common);
  if (wish.best) options.limit = 1;
  std::string out;
  if (wish.common.format == "tsv") write_resolve_header(batch->extra, &out);
  bool found = true;
  for (ResolvedQuery& query : batch->queries) {
    query.resolution = resolve_name(**lexicon, query.query, wish.decide);
    found = found && query.resolution.decision != Decision::kNone;
    if (wish.common.format == "text") {
      write_resolve_text(**lexicon, query, options, &out);
    } else if (wish.common.format == "json") {
      write_resolve_json(**lexicon, query, options, &out);
    } else {
      write_resolve_tsv(**lexicon, query, options, &out);
    }
    query.resolution = Resolution();
    if (out.size() < (size_t{1} << 16)) continue;
    if (!put(out)) return kDone;
    out.clear();
  }
  put(out);
  return found || !wish.batch.empty() ? kDone : kNothingFound;
}

}  // namespace

void add_resolve(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "resolve", "Say which entities a spelling may mean");
  auto wish = std::make_shared<Wish>();
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
                 kTakesLimit | kTakesDisplay,
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
