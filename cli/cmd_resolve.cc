// SPDX-License-Identifier: Apache-2.0
//
// khitai resolve NAME...: what a spelling may mean.

#include <algorithm>

#include "base/mapped_file.h"
#include "cli/command.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

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
  const bool marked = text.compare(0, 3, "\xEF\xBB\xBF") == 0;
  for (size_t begin = marked ? 3 : 0; begin < text.size();) {
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
  size_t first = 0;                // lines before the first query
  std::vector<std::string> extra;  // names of further columns
  std::vector<ResolvedQuery> queries;
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

Result<Batch> read_batch(const Wish& wish) {
  const auto text = base::read_whole(wish.batch);
  if (!text.ok()) return text.error();
  const std::vector<std::string> lines = lines_of(*text);
  auto header = header_of(wish, lines);
  if (!header.ok()) return header.error();
  Batch batch;
  if (!lines.empty() && cells_of(lines[0]) == *header) batch.first = 1;
  for (const std::string& column : *header) {
    if (!is_known(column)) batch.extra.push_back(column);
  }
  for (size_t i = batch.first; i < lines.size(); ++i) {
    const std::string where = wish.batch + ":" + std::to_string(i + 1) + ": ";
    const std::vector<std::string> cells = cells_of(lines[i]);
    if (cells.size() != header->size()) {
      return Error{where + std::to_string(cells.size()) +
                   (cells.size() == 1 ? " column" : " columns") +
                   ", expected " + std::to_string(header->size())};
    }
    ResolvedQuery query;
    query.number = i - batch.first + 1;
    query.query = query_of(wish, "");
    for (size_t c = 0; c < cells.size(); ++c) {
      const std::string problem = fill((*header)[c], cells[c], &query);
      if (!problem.empty()) return Error{where + (*header)[c] + ": " + problem};
    }
    batch.queries.push_back(std::move(query));
  }
  return batch;
}

Result<Batch> queries_of(const Wish& wish) {
  if (!wish.batch.empty()) return read_batch(wish);
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
  if (wish.common.format.empty()) {
    wish.common.format =
        is_terminal_output() && wish.batch.empty() ? "text" : "tsv";
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
                 kTakesLimit | kTakesDisplay,
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
