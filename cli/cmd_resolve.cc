// SPDX-License-Identifier: Apache-2.0
//
// khitai resolve NAME...: what a spelling may mean.

#include <charconv>
#include <map>

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
  std::vector<std::string> extra;  // names of further columns
  std::vector<ResolvedQuery> queries;
};

Result<std::optional<int32_t>> year_of(const std::string& cell,
                                       const std::string& where) {
  if (cell.empty()) return std::optional<int32_t>();
  int32_t year = 0;
  const char* end = cell.data() + cell.size();
  const auto [rest, error] = std::from_chars(cell.data(), end, year);
  if (error != std::errc() || rest != end) {
    return Error{where + ": '" + cell + "', expected a year such as 1141"};
  }
  return std::optional<int32_t>(year);
}

// Puts the cell of a known column into the query.
Status fill(const std::string& column, const std::string& cell,
            const std::string& where, ResolvedQuery* query) {
  if (column == "query") {
    query->query.name = cell;
  } else if (column == "lang") {
    if (!cell.empty()) query->query.lang = cell;
  } else if (column == "type") {
    if (!cell.empty()) query->query.type = cell;
  } else if (column == "context") {
    if (!cell.empty()) query->query.context = cell;
  } else if (column == "year" || column == "written") {
    const auto year = year_of(cell, where);
    if (!year.ok()) return year.error();
    if (*year) {
      (column == "year" ? query->query.year : query->query.written) = *year;
    }
  } else {
    query->extra.push_back(cell);
  }
  return Done{};
}

bool is_known(const std::string& column) {
  for (const char* known :
       {"query", "lang", "year", "written", "type", "context"}) {
    if (column == known) return true;
  }
  return false;
}

Result<Batch> read_batch(const Wish& wish) {
  const auto text = base::read_whole(wish.batch);
  if (!text.ok()) return text.error();
  const std::vector<std::string> lines = lines_of(*text);
  Batch batch;
  std::vector<std::string> header = {"query"};
  size_t first = 0;
  if (!lines.empty()) {
    std::vector<std::string> cells = cells_of(lines[0]);
    if (std::find(cells.begin(), cells.end(), "query") != cells.end()) {
      header = std::move(cells);
      first = 1;
    }
  }
  for (const std::string& column : header) {
    if (!is_known(column)) batch.extra.push_back(column);
  }
  for (size_t i = first; i < lines.size(); ++i) {
    const std::string where = wish.batch + ":" + std::to_string(i + 1);
    const std::vector<std::string> cells = cells_of(lines[i]);
    if (cells.size() != header.size()) {
      return Error{where + ": " + std::to_string(cells.size()) +
                   " columns, expected " + std::to_string(header.size())};
    }
    ResolvedQuery query;
    query.number = i - first + 1;
    query.query = query_of(wish, "");
    for (size_t c = 0; c < cells.size(); ++c) {
      const Status filled = fill(header[c], cells[c], where, &query);
      if (!filled.ok()) return filled.error();
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
  WriteOptions options = write_options(wish.common);
  if (wish.best) options.limit = 1;
  std::string out;
  if (wish.common.format == "tsv") write_resolve_header(batch->extra, &out);
  bool found = true;
  for (ResolvedQuery& query : batch->queries) {
    query.resolution = resolve_name(**lexicon, query.query, wish.decide);
    found = found && !query.resolution.candidates.empty();
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
      ->check(CLI::Range(0.0, 1.0));
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
