// SPDX-License-Identifier: Apache-2.0
//
// khitai resolve NAME...: what a spelling may mean.

#include <algorithm>
#include <utility>

#include "base/line_blocks.h"
#include "base/ordered_pool.h"
#include "cli/command.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

constexpr size_t kBlock = 4096;  // bytes of a batch resolved at a time

struct Wish {
  Common common;
  std::vector<std::string> names;
  std::string batch;
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

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  size_t begin = 0;
  for (;;) {
    const size_t tab = line.find('\t', begin);
    cells.push_back(line.substr(begin, tab - begin));
    if (tab == std::string::npos) return cells;
    begin = tab + 1;
  }
}

// Queries of a file: one a line, or a table with a header that has `query`.
struct Batch {
  size_t first = 0;                  // lines before the first query
  std::vector<std::string> columns;  // all of them
  std::vector<std::string> extra;    // those that are passed on
};

bool is_known(const std::string& column) {
  for (const char* known :
       {"query", "lang", "year", "written", "type", "context"}) {
    if (column == known) return true;
  }
  return false;
}

// Puts a cell into the query. Returns what is wrong with it, "" if nothing.
std::string fill(const std::string& column, const std::string& cell,
                 ResolvedQuery* query) {
  std::string problem;
  if (!is_known(column)) {
    query->extra.push_back(cell);
  } else if (column == "query") {
    query->query.name = cell;
  } else if (cell.empty()) {
    return "";
  } else if (column == "lang") {
    problem = lang_problem(cell);
    query->query.lang = cell;
  } else if (column == "type") {
    query->query.type = cell;
  } else if (column == "context") {
    query->query.context = cell;
  } else {
    problem = year_problem(cell);
    (column == "year" ? query->query.year : query->query.written) =
        parse_year(cell);
  }
  return problem;
}

// The columns by line 1: those of a table, or the queries themselves.
Result<std::vector<std::string>> header_of(
    const Wish& wish, const std::vector<std::string>& lines) {
  if (lines.empty()) return std::vector<std::string>{"query"};
  std::vector<std::string> cells = cells_of(lines[0]);
  if (std::find(cells.begin(), cells.end(), "query") != cells.end()) {
    return cells;
  }
  if (cells.size() > 1) {
    return Error{wish.batch +
                 ":1: no column 'query', expected a header with it and any of "
                 "lang, year, written, type, context; or one query a line"};
  }
  return std::vector<std::string>{"query"};
}

Result<Batch> batch_of(const Wish& wish,
                       const std::vector<std::string>& lines) {
  auto header = header_of(wish, lines);
  if (!header.ok()) return header.error();
  Batch batch;
  if (!lines.empty() && cells_of(lines[0]) == *header) batch.first = 1;
  for (const std::string& column : *header) {
    if (!is_known(column)) batch.extra.push_back(column);
  }
  batch.columns = std::move(header).value();
  return batch;
}

// The queries of a block of lines behind the header, or what is wrong.
Result<std::vector<ResolvedQuery>> read_block(const Wish& wish,
                                              const Batch& batch,
                                              const base::LineBlock& block) {
  std::vector<ResolvedQuery> queries;
  const std::vector<std::string> lines = lines_of(block.text);
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t number = block.first_line + i;
    if (number <= batch.first) continue;
    const std::string where = wish.batch + ":" + std::to_string(number) + ": ";
    const std::vector<std::string> cells = cells_of(lines[i]);
    if (cells.size() != batch.columns.size()) {
      return Error{where + std::to_string(cells.size()) +
                   (cells.size() == 1 ? " column" : " columns") +
                   ", expected " + std::to_string(batch.columns.size())};
    }
    ResolvedQuery query;
    query.number = number - batch.first;
    query.query = query_of(wish, "");
    for (size_t c = 0; c < cells.size(); ++c) {
      const std::string& column = batch.columns[c];
      const std::string problem = fill(column, cells[c], &query);
      if (!problem.empty()) return Error{where + column + ": " + problem};
    }
    queries.push_back(std::move(query));
  }
  return queries;
}

// A type that the lexicon does not have finds nothing: a slip of the pen.
std::string types_problem(const Lexicon& lexicon, const Wish& wish,
                          const Batch& batch,
                          const std::vector<ResolvedQuery>& queries) {
  std::string last = wish.common.type;
  for (const ResolvedQuery& query : queries) {
    if (query.query.type == last) continue;
    last = query.query.type;
    const std::string problem = type_problem(lexicon, last);
    if (problem.empty()) continue;
    return wish.batch + ":" + std::to_string(batch.first + query.number) +
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

Answers answer(const Lexicon& lexicon, const Wish& wish,
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
std::string opening(const Wish& wish, const Batch& batch) {
  std::string text;
  if (wish.common.format == "tsv") write_resolve_header(batch.extra, &text);
  return text;
}

int run_names(const Lexicon& lexicon, const Wish& wish) {
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
int run_batch(const Lexicon& lexicon, const Wish& wish, const Batch& batch,
              std::optional<base::LineBlock> first, base::LineBlocks* file) {
  const auto produce = [&] {
    return first ? std::exchange(first, std::nullopt) : file->next();
  };
  const auto work = [&](const base::LineBlock& block) -> Answers {
    auto queries = read_block(wish, batch, block);
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

int run(Wish& wish) {
  if (wish.names.empty() == wish.batch.empty()) {
    return fail(kUsage,
                "give names or --batch FILE, one of the two; see "
                "`khitai resolve --help`");
  }
  if (wish.common.format.empty()) {
    wish.common.format =
        is_terminal_output() && wish.batch.empty() ? "text" : "tsv";
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
    auto read = batch_of(
        wish, first ? lines_of(first->text) : std::vector<std::string>());
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
  auto wish = std::make_shared<Wish>();
  command->add_option("names", wish->names, "Names")->type_name("NAME");
  command
      ->add_option("--batch", wish->batch,
                   "File of queries: one a line, or a table whose header has "
                   "`query` (and lang, year, written, type, context)")
      ->type_name("FILE");
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
      "  khitai resolve --batch names.tsv --best > resolved.tsv");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
