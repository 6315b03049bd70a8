// SPDX-License-Identifier: Apache-2.0

#include "compile/add_files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>
#include <vector>

#include "base/input_file.h"
#include "base/mapped_file.h"
#include "compile/add.h"
#include "compile/fix.h"

namespace khitai::compile {
namespace {

constexpr size_t kFullFile = 1990;  // rows, of the 2000 allowed

// The bytes of a table with a row more, repaired.
std::string with_row(const NewRow& row, std::string bytes) {
  if (bytes.empty()) bytes = header_of(schema_of(row.kind).columns) + "\n";
  if (bytes.back() != '\n') bytes += '\n';
  Repairs unused;
  return repair(bytes + row.row + "\n", &unused);
}

}  // namespace

std::optional<std::string> FilesWithRoom::with(
    TableKind kind, const std::function<bool(const Row&)>& fits) const {
  struct Count {
    size_t fitting = 0, all = 0;
  };
  std::map<std::string, Count> files;
  for (const Row& row : tables_.of(kind).rows) {
    const std::string& path = tables_.path(row);
    if (!path.starts_with(folder_ + "/")) continue;
    Count& count = files[path];
    count.fitting += fits(row) ? 1 : 0;
    ++count.all;
  }
  std::optional<std::string> best;
  size_t most = 0;
  for (const auto& [path, count] : files) {
    if (count.fitting <= most || count.all > kFullFile) continue;
    best = path;
    most = count.fitting;
  }
  return best;
}

std::string FilesWithRoom::other(TableKind kind,
                                 const std::string& stem) const {
  const std::string path =
      folder_ + "/" + std::string(schema_of(kind).path) + stem;
  const std::vector<Row>& rows = tables_.of(kind).rows;
  for (int number = 1;; ++number) {
    const std::string file =
        path + (number == 1 ? "" : "-" + std::to_string(number)) + ".tsv";
    const auto count = std::count_if(
        rows.begin(), rows.end(),
        [&](const Row& row) { return tables_.path(row) == file; });
    if (static_cast<size_t>(count) <= kFullFile) return file;
  }
}

Status write_rows(const std::vector<NewRow>& rows) {
  namespace fs = std::filesystem;
  // What was there before; nothing: no file.
  std::vector<std::pair<std::string, std::optional<std::string>>> before;
  Status done = Done{};
  for (const NewRow& row : rows) {
    std::error_code error;
    fs::create_directories(fs::path(row.path).parent_path(), error);
    std::optional<std::string> old;
    if (fs::exists(row.path, error)) {
      Result<std::string> bytes = base::read_whole(row.path);
      if (!bytes.ok()) {
        done = bytes.error();
        break;
      }
      old = std::move(bytes).value();
    }
    done = base::write_whole(row.path, with_row(row, old.value_or("")));
    if (!done.ok()) break;
    before.emplace_back(row.path, std::move(old));
  }
  if (done.ok()) return done;
  for (auto it = before.rbegin(); it != before.rend(); ++it) {
    std::error_code unused;
    if (it->second) {
      (void)base::write_whole(it->first, *it->second);
    } else {
      fs::remove(it->first, unused);
    }
  }
  return done;
}

}  // namespace khitai::compile
