// SPDX-License-Identifier: Apache-2.0

#include "cli/batch.h"

#include <algorithm>

#include "cli/command.h"
#include "cli/messages.h"

namespace khitai::cli {
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

Result<Batch> Batch::open(const std::string& path, const BatchColumns& columns,
                          const std::string& first_lines) {
  Batch batch;
  batch.path_ = path;
  batch.columns_ = columns;
  const Status header = batch.read_header(first_lines);
  if (!header.ok()) return header.error();
  return batch;
}

Result<std::vector<ResolvedQuery>> Batch::read(const base::LineBlock& block,
                                               const Query& start) const {
  std::vector<ResolvedQuery> queries;
  const std::vector<std::string> lines = lines_of(block.text);
  for (size_t i = 0; i < lines.size(); ++i) {
    const size_t line = block.first_line + i;
    if (line <= first_) continue;
    ResolvedQuery query;
    query.number = line - first_;
    query.query = start;
    const std::string problem = read_line(lines[i], &query);
    if (!problem.empty()) {
      return Error{path_ + ":" + std::to_string(line) + ": " + problem};
    }
    queries.push_back(std::move(query));
  }
  return queries;
}

std::string Batch::query_column() const {
  return columns_.query.empty() ? "query" : columns_.query;
}

Batch::Role Batch::role_of(const std::string& column) const {
  if (column == query_column()) return Role::kQuery;
  if (column == "parallel" ||
      std::find(columns_.parallel.begin(), columns_.parallel.end(), column) !=
          columns_.parallel.end()) {
    return Role::kParallel;
  }
  if (column == "lang") return Role::kLang;
  if (column == "type") return Role::kType;
  if (column == "context") return Role::kContext;
  if (column == "year") return Role::kYear;
  return column == "written" ? Role::kWritten : Role::kExtra;
}

// Whether the cells come out again behind the answer.
bool Batch::is_appended(size_t column) const {
  return roles_[column] == Role::kExtra || roles_[column] == Role::kParallel ||
         (roles_[column] == Role::kQuery && !columns_.query.empty());
}

bool Batch::has_column(const std::string& column) const {
  return std::find(names_.begin(), names_.end(), column) != names_.end();
}

std::string Batch::missing(const std::string& column) const {
  return path_ +
         ":1: " + tr("no column '{1}', expected a header that has it", column);
}

// The columns by line 1: those of a table, or the queries themselves.
Status Batch::read_header(const std::string& first_lines) {
  const std::string line = first_lines.substr(0, first_lines.find('\n'));
  const std::vector<std::string> lines = lines_of(line);
  if (!lines.empty()) names_ = cells_of(lines[0]);
  const bool named = !columns_.query.empty() || !columns_.parallel.empty();
  for (const std::string& column : columns_.parallel) {
    if (!has_column(column)) return Error{missing(column)};
  }
  if (has_column(query_column())) {
    first_ = 1;
  } else if (named) {
    return Error{missing(query_column())};
  } else if (names_.size() > 1) {
    return Error{path_ + ":1: " +
                 tr("no column 'query', expected a header with it and any of "
                    "lang, year, "
                    "written, type, context, parallel; or one query a line; "
                    "--query-column names another")};
  } else {
    names_ = {"query"};
  }
  for (const std::string& name : names_) roles_.push_back(role_of(name));
  for (size_t i = 0; i < names_.size(); ++i) {
    if (is_appended(i)) extra_.push_back(names_[i]);
  }
  return Done{};
}

// Returns what is wrong with the line, "" if nothing.
std::string Batch::read_line(const std::string& line,
                             ResolvedQuery* query) const {
  const std::vector<std::string> cells = cells_of(line);
  if (cells.size() != names_.size()) {
    return tr_n("{1} column, expected {2}", "{1} columns, expected {2}",
                cells.size(), names_.size());
  }
  for (size_t i = 0; i < cells.size(); ++i) {
    std::string problem = cell_problem(cells[i]);
    if (problem.empty()) problem = fill(roles_[i], cells[i], &query->query);
    if (!problem.empty()) return names_[i] + ": " + problem;
    if (is_appended(i)) query->extra.push_back(cells[i]);
  }
  return "";
}

// Puts a cell into the query. Returns what is wrong with it, "" if nothing.
std::string Batch::fill(Role role, const std::string& cell, Query* query) {
  if (role == Role::kQuery) query->name = cell;
  if (role == Role::kExtra || role == Role::kQuery || cell.empty()) return "";
  if (role == Role::kParallel) {
    query->parallel.push_back(cell);
  } else if (role == Role::kLang) {
    query->lang = cell;
    return lang_problem(cell);
  } else if (role == Role::kType) {
    query->type = cell;
  } else if (role == Role::kContext) {
    query->context = cell;
  } else {
    (role == Role::kYear ? query->year : query->written) = parse_year(cell);
    return year_problem(cell);
  }
  return "";
}

std::string cell_problem(const std::string& text) {
  const size_t at = text.find_first_of("\t\n\r");
  if (at == std::string::npos) return "";
  const std::string what = text[at] == '\t' ? tr("a tab") : tr("a line break");
  return tr(
      "{1} at byte {2}, expected none: a table has no quoting; put a space "
      "there",
      what, at);
}

std::string names_problem(const std::vector<std::string>& names) {
  for (size_t i = 0; i < names.size(); ++i) {
    const std::string problem = cell_problem(names[i]);
    if (problem.empty()) continue;
    return tr("name {1}: {2}, or use --format json", i + 1, problem);
  }
  return "";
}

int answer_lines(const AnswerLine& answer) {
  auto lines = base::LineBlocks::open("-", 1);
  if (!lines.ok()) return fail(kInputError, lines.error().message);
  while (const auto block = (*lines)->next()) {
    for (const std::string& line : lines_of(block->text)) {
      std::string out;
      answer(line, &out);
      if (!put(out)) return kDone;
    }
    std::fflush(stdout);
  }
  if ((*lines)->error().empty()) return kDone;
  return fail(kInputError, (*lines)->error());
}

}  // namespace khitai::cli
