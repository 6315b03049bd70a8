// SPDX-License-Identifier: Apache-2.0

#include "cli/stats_file.h"

#include <array>
#include <cstdio>
#include <map>
#include <utility>

#include "cli/command.h"
#include "cli/messages.h"
#include "cli/user_table.h"
#include "write/words.h"

namespace khitai::cli {
namespace {

constexpr std::array<std::string_view, 2> kYearColumns = {"document", "year"};

using Years = std::map<std::string, int32_t>;

// What is wrong with a row, "" if nothing.
std::string take_year(const UserRow& row, Years* years) {
  const std::string& document = row.cells[0];
  const std::string& year = row.cells[1];
  if (document.empty()) {
    return tr("document: empty, expected the path of the text");
  }
  const std::string problem = year_problem(year);
  if (!problem.empty()) return "year: " + problem;
  const auto [slot, fresh] = years->emplace(document, *parse_year(year));
  if (fresh || slot->second == *parse_year(year)) return "";
  return tr("year: {1} for {2}, which has {3} above, expected one year", year,
            document, slot->second);
}

}  // namespace

Result<std::vector<std::optional<int32_t>>> years_of(
    const std::vector<DocumentPath>& documents, const std::string& path,
    std::optional<int32_t> written, bool quiet) {
  std::vector<std::optional<int32_t>> out(documents.size(), written);
  if (path.empty()) return out;
  Years years;
  const Status read = read_user_table(
      path, kYearColumns, [&](UserRow row) { return take_year(row, &years); });
  if (!read.ok()) return read.error();
  std::map<std::string, bool> used;
  for (size_t i = 0; i < documents.size(); ++i) {
    auto row = years.find(documents[i].path);
    if (row == years.end()) row = years.find(documents[i].place);
    if (row == years.end()) continue;
    out[i] = row->second;
    used[row->first] = true;
  }
  const size_t left = years.size() - used.size();
  if (left > 0 && !quiet) {
    std::fprintf(stderr, "%s\n",
                 tr_n("years: {1} row is not among the documents",
                      "years: {1} rows are not among the documents", left)
                     .c_str());
  }
  return out;
}

Result<std::unique_ptr<StatsFile>> StatsFile::begin(const std::string& path) {
  std::unique_ptr<StatsFile> stats(new StatsFile(path));
  if (path != "-") {
    auto file = base::NewFile::begin(path);
    if (!file.ok()) return file.error();
    stats->file_ = std::move(file).value();
  }
  std::string text;
  stats->table_.begin(&text);
  const Status begun = stats->put_out(text);
  if (!begun.ok()) return begun.error();
  return stats;
}

Status StatsFile::add(const std::string& rows) {
  std::string text;
  table_.add(rows, &text);
  return put_out(text);
}

Status StatsFile::end() {
  std::string text;
  table_.end(&text);
  const Status done = put_out(text);
  if (!done.ok() || file_ == nullptr) return done;
  return file_->end();
}

// A failure of standard output is told at the end of the program.
Status StatsFile::put_out(const std::string& text) {
  if (file_ != nullptr) return file_->add(text);
  put(text);
  return Done{};
}

}  // namespace khitai::cli
