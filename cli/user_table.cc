// SPDX-License-Identifier: Apache-2.0

#include "cli/user_table.h"

#include <utility>

#include "base/input_file.h"
#include "cli/messages.h"
#include "compile/tables_text.h"
#include "document/decode.h"

namespace khitai::cli {
namespace {

using Columns = std::span<const std::string_view>;

// Where each column stands. Further ones are people's own.
struct Header {
  std::vector<size_t> at;
  size_t count = 0;
};

std::string listed(Columns columns) {
  std::string out;
  for (std::string_view column : columns) {
    out += (out.empty() ? "" : ", ") + std::string(column);
  }
  return out;
}

Result<Header> read_header(std::string_view line, Columns columns) {
  const std::vector<std::string_view> cells = compile::split_cells(line);
  Header header;
  header.count = cells.size();
  for (std::string_view column : columns) {
    size_t times = 0;
    header.at.push_back(0);
    for (size_t i = 0; i < cells.size(); ++i) {
      if (cells[i] != column) continue;
      header.at.back() = i;
      ++times;
    }
    if (times == 1) continue;
    const std::string wanted = listed(columns);
    return Error{times == 0
                     ? tr("no column '{1}', expected a header with {2}, tabs "
                          "between",
                          column, wanted)
                     : tr("two columns '{1}', expected a header with {2}, tabs "
                          "between",
                          column, wanted)};
  }
  return header;
}

// What is wrong with a row, "" if nothing.
std::string read_row(const Header& header, const compile::Line& line,
                     UserRow row, const TakeRow& take) {
  const std::vector<std::string_view> cells = compile::split_cells(line.text);
  if (cells.size() != header.count) {
    return tr_n("{1} column, expected {2}", "{1} columns, expected {2}",
                cells.size(), header.count);
  }
  for (size_t at : header.at) row.cells.emplace_back(cells[at]);
  return take(std::move(row));
}

}  // namespace

Status read_user_table(const std::string& path, Columns columns,
                       const TakeRow& take) {
  const std::string shown = path == "-" ? tr("standard input") : path;
  auto bytes = base::read_whole(path);
  if (!bytes.ok()) return bytes.error();
  const auto table = document::decode_source(std::move(bytes).value(),
                                             document::Kind::kText, "");
  if (!table.ok()) return Error{shown + ": " + table.error().message};
  std::vector<compile::Problem> problems;
  const std::vector<compile::Line> lines = compile::split_lines(
      shown, table->text, compile::TextRules::kUser, &problems);
  std::string wrong;
  const auto add = [&](const std::string& problem) {
    wrong += (wrong.empty() ? "" : "\nkhitai: ") + problem;
  };
  for (const compile::Problem& problem : problems) {
    if (!problem.warning) add(compile::format_problem(problem));
  }
  const auto header =
      read_header(lines.empty() ? "" : lines.front().text, columns);
  if (!header.ok()) {
    add(shown + ":1: " + header.error().message);
    return Error{wrong};
  }
  for (size_t i = 1; i < lines.size(); ++i) {
    const std::string where = shown + ":" + std::to_string(lines[i].number);
    const std::string problem = read_row(*header, lines[i], {where, {}}, take);
    if (!problem.empty()) add(where + ": " + problem);
  }
  if (!wrong.empty()) return Error{wrong};
  return Done{};
}

}  // namespace khitai::cli
