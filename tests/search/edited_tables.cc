// SPDX-License-Identifier: Apache-2.0

#include "search/edited_tables.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "compile/compile.h"
#include "compile/scratch_folder.h"
#include "support/cases.h"
#include "support/die.h"
#include "support/small_lexicon.h"

namespace khitai::tests {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) {
    parts.push_back(part);
  }
  return parts;
}

EditedTables::EditedTables() {
  read(shipped_tables(), "morphology");
  read(example_tables(), "");
}

void EditedTables::read(const std::string& folder, const std::string& within) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(folder) / within)) {
    if (!entry.is_regular_file()) continue;
    const std::string name =
        std::filesystem::relative(entry.path(), folder).string();
    std::vector<std::string>& rows = rows_[name];
    rows = split(read_file(entry.path()), '\n');
    std::sort(rows.begin() + 1, rows.end());
  }
}

const std::vector<std::string>& EditedTables::rows(
    const std::string& table) const {
  return rows_.at(table);
}

void EditedTables::add(const std::string& table, const std::string& row) {
  std::vector<std::string>& rows = rows_.at(table);
  const std::string cells = replace_all(row, "|", "\t");
  if (std::find(rows.begin(), rows.end(), cells) != rows.end()) return;
  rows.push_back(cells);
  std::sort(rows.begin() + 1, rows.end());
}

void EditedTables::remove(const std::string& table,
                          const std::string& beginning) {
  std::vector<std::string>& rows = rows_.at(table);
  const std::string cells = replace_all(beginning, "|", "\t");
  const size_t removed = std::erase_if(
      rows, [&](const std::string& row) { return row.starts_with(cells); });
  if (removed == 0) die("no row " + beginning);
}

void EditedTables::remove_any(const std::string& table, std::mt19937* random) {
  std::vector<std::string>& rows = rows_.at(table);
  if (rows.size() < 2) return;
  rows.erase(rows.begin() + 1 +
             static_cast<ptrdiff_t>((*random)() % (rows.size() - 1)));
}

void EditedTables::set(const std::string& table, const std::string& id,
                       size_t from, const std::vector<std::string>& cells) {
  for (std::string& row : rows_.at(table)) {
    if (!row.starts_with(id + "\t")) continue;
    std::vector<std::string> all = split(row, '\t');
    std::copy(cells.begin(), cells.end(),
              all.begin() + static_cast<ptrdiff_t>(from));
    row.clear();
    for (const std::string& cell : all) row += cell + "\t";
    row.pop_back();
  }
  std::sort(rows_.at(table).begin() + 1, rows_.at(table).end());
}

std::shared_ptr<const Lexicon> EditedTables::compiled() const {
  const ScratchFolder folder;
  for (const auto& [name, rows] : rows_) {
    std::string bytes;
    for (const std::string& row : rows) bytes += row + "\n";
    folder.write(name, bytes);
  }
  compile::CompileOptions options;
  options.folders = {folder.path()};
  compile::CompileReport report;
  auto bytes = compile::compile(options, &report);
  if (!bytes.ok()) {
    die(report.errors.empty() ? bytes.error().message : report.errors[0]);
  }
  return Lexicon::from_bytes(std::move(bytes).value()).value();
}

}  // namespace khitai::tests
