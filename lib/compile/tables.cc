// SPDX-License-Identifier: Apache-2.0

#include "compile/tables.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "base/input_file.h"
#include "compile/tables_files.h"
#include "compile/tables_text.h"

namespace khitai::compile {
namespace {

constexpr size_t kMaxRows = 2000;
constexpr size_t kNoColumn = SIZE_MAX;

// Lines for messages: a tab would not be seen.
std::string show(std::string_view header) {
  std::string shown(header);
  std::replace(shown.begin(), shown.end(), '\t', ' ');
  return shown;
}

std::vector<std::string> names_of(std::span<const Column> columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.emplace_back(column.name);
  return names;
}

// Reads the files of one folder into the tables.
class FolderReader {
 public:
  FolderReader(std::string folder, uint32_t number, Tables* tables,
               std::vector<Problem>* problems)
      : folder_(std::move(folder)),
        number_(number),
        tables_(tables),
        problems_(problems) {}

  void read();

 private:
  void read_file(const std::string& relative, const Place& place);
  // The table that `place` names, and the columns its rows have.
  std::pair<Table*, std::vector<std::string>> table_of(const Place& place,
                                                       const Line& header);
  void read_header(const Line& header, const std::vector<std::string>& columns);
  void read_row(const Line& line, size_t width, Table* table);
  void check_cells(const Line& line,
                   const std::vector<std::string_view>& cells);
  void check_order(std::vector<Line>* rows);
  void report(uint32_t line, std::string message) {
    problems_->push_back(Problem{path_, line, std::move(message), false});
  }

  std::string folder_;
  uint32_t number_;
  Tables* tables_;
  std::vector<Problem>* problems_;
  // Of the file at hand:
  std::string path_;
  std::vector<std::string> header_;
  std::vector<size_t> target_;  // cell of the file -> cell of the row
};

void FolderReader::read() {
  path_ = folder_;
  const Result<std::vector<std::string>> files = list_tables(folder_);
  if (!files.ok()) return report(0, files.error().message);
  for (const std::string& relative : *files) {
    path_ = folder_ + "/" + relative;
    if (const std::optional<Place> place = place_of(relative)) {
      read_file(relative, *place);
    } else {
      report(0, "no table of the lexicon, expected a file of " +
                    expected_places());
    }
  }
}

void FolderReader::read_file(const std::string& relative, const Place& place) {
  tables_->files.push_back(File{path_, number_, false, false});
  Result<std::string> bytes = base::read_whole(path_);
  if (!bytes.ok()) {
    std::string message = bytes.error().message;
    if (message.find(path_) == 0) message.erase(0, path_.size() + 2);
    report(0, std::move(message));
    return;
  }
  std::vector<Line> lines =
      split_lines(path_, *bytes, TextRules::kLexicon, problems_);
  // A generated table may name the command that makes it in its first line.
  const bool generated = is_generated(relative);
  const bool command = generated && !lines.empty() && lines[0].text[0] == '#';
  if (command) lines.erase(lines.begin());
  if (lines.empty() || lines[0].number > (command ? 2 : 1)) {
    report(1, "no header, expected the names of the columns");
    return;
  }
  const auto [table, columns] = table_of(place, lines[0]);
  read_header(lines[0], columns);
  lines.erase(lines.begin());
  if (!generated) check_order(&lines);
  for (const Line& line : lines) read_row(line, columns.size(), table);
  if (generated) return;
  if (lines.size() > kMaxRows && relative.find("imports/") != 0) {
    report(0, std::to_string(lines.size()) + " rows, expected at most " +
                  std::to_string(kMaxRows) + ": divide the file");
  }
}

std::pair<Table*, std::vector<std::string>> FolderReader::table_of(
    const Place& place, const Line& header) {
  if (!place.kind) {
    RuleTable& rules = tables_->rules[place.name];
    if (rules.columns.empty()) {
      for (std::string_view name : split_cells(header.text)) {
        rules.columns.emplace_back(name);
      }
    }
    return {&rules.table, rules.columns};
  }
  if (*place.kind == TableKind::kVocabulary) {
    return {&tables_->vocabulary[place.name],
            names_of(vocabulary_columns(place.name))};
  }
  return {&tables_->of(*place.kind), names_of(schema_of(*place.kind).columns)};
}

// A wrong header costs one problem, not one a row: the columns whose names are
// right are read, and the file is marked.
void FolderReader::read_header(const Line& header,
                               const std::vector<std::string>& columns) {
  header_.clear();
  target_.clear();
  for (std::string_view name : split_cells(header.text)) {
    const auto found = std::find(columns.begin(), columns.end(), name);
    const bool taken =
        std::find(header_.begin(), header_.end(), name) != header_.end();
    header_.emplace_back(name);
    target_.push_back(found == columns.end() || taken
                          ? kNoColumn
                          : static_cast<size_t>(found - columns.begin()));
  }
  if (header_ == columns) return;
  tables_->files.back().damaged = true;
  std::string expected;
  for (const std::string& column : columns) expected += ' ' + column;
  report(header.number, "the columns are '" + show(header.text) +
                            "', expected '" + expected.substr(1) + "'");
}

void FolderReader::read_row(const Line& line, size_t width, Table* table) {
  const std::vector<std::string_view> cells = split_cells(line.text);
  if (cells.size() != header_.size()) {
    report(line.number, std::to_string(cells.size()) + " columns, expected " +
                            std::to_string(header_.size()));
    return;
  }
  check_cells(line, cells);
  Row row;
  row.cells.resize(width);
  row.file = static_cast<uint32_t>(tables_->files.size() - 1);
  row.line = line.number;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (target_[i] != kNoColumn)
      row.cells[target_[i]] = tables_->texts->share(cells[i]);
  }
  table->rows.push_back(std::move(row));
}

void FolderReader::check_cells(const Line& line,
                               const std::vector<std::string_view>& cells) {
  for (size_t i = 0; i < cells.size(); ++i) {
    const std::string problem = cell_text_problem(cells[i]);
    if (!problem.empty()) report(line.number, header_[i] + ": " + problem);
  }
}

// Takes out the rows that stand there already.
void FolderReader::check_order(std::vector<Line>* rows) {
  std::unordered_map<std::string_view, uint32_t> seen;
  std::vector<Line> unique;
  bool misplaced = false;
  for (const Line& row : *rows) {
    const auto [same, is_new] = seen.emplace(row.text, row.number);
    if (!is_new) {
      report(row.number, "the row of line " + std::to_string(same->second) +
                             " again, expected each row once (khitai check "
                             "--fix repairs it)");
      continue;
    }
    if (!misplaced && !unique.empty() && row.text < unique.back().text) {
      misplaced = true;  // told once a file
      report(row.number,
             "the row sorts before the one above it, expected "
             "byte order (khitai check --fix repairs it)");
    }
    unique.push_back(row);
  }
  rows->swap(unique);
}

}  // namespace

bool comes_before(const Row& a, const Row& b) {
  return std::lexicographical_compare(
      a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
      [](const Text& x, const Text& y) { return *x < *y; });
}

std::string format_problem(const Problem& problem) {
  std::string text = problem.file;
  if (problem.line > 0) text += ":" + std::to_string(problem.line);
  if (!text.empty()) text += ": ";
  if (problem.warning) text += "warning: ";
  return text + problem.message;
}

void sort_problems(std::vector<Problem>* problems) {
  std::stable_sort(problems->begin(), problems->end(),
                   [](const Problem& a, const Problem& b) {
                     return std::tie(a.file, a.line) < std::tie(b.file, b.line);
                   });
}

Tables read_tables(const std::vector<std::string>& folders,
                   std::vector<Problem>* problems) {
  Tables tables;
  uint32_t number = 0;
  for (const std::string& folder : folders) {
    FolderReader(without_slash(folder), number++, &tables, problems).read();
  }
  return tables;
}

}  // namespace khitai::compile
