// SPDX-License-Identifier: Apache-2.0

#include "compile/tables_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace khitai::compile {
namespace {

namespace fs = std::filesystem;

// The cue words of headings: a second file of cues.
constexpr std::string_view kHeadings = "headings.tsv";

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// Whether `path` is of the table `table`, "forms/" or "dates.tsv": each may be
// one file, forms.tsv, or a folder of files, dates/.
bool holds(std::string_view table, std::string_view path) {
  const std::string_view stem = table.back() == '/'
                                    ? table.substr(0, table.size() - 1)
                                    : table.substr(0, table.size() - 4);
  if (!starts_with(path, stem)) return false;
  const std::string_view rest = path.substr(stem.size());
  return rest == ".tsv" || starts_with(rest, "/");
}

}  // namespace

std::optional<Place> place_of(const std::string& path) {
  for (const Schema& schema : all_schemas()) {
    if (holds(schema.path, path)) return Place{schema.kind, ""};
  }
  if (path == kHeadings) return Place{TableKind::kCues, ""};
  if (starts_with(path, "vocabulary/")) {
    return Place{TableKind::kVocabulary, fs::path(path).stem().string()};
  }
  for (std::string_view rules : {"conventions/", "morphology/", "tables/"}) {
    if (starts_with(path, rules)) {
      return Place{std::nullopt, path.substr(0, path.size() - 4)};
    }
  }
  return std::nullopt;
}

std::string expected_places() {
  std::string list;
  for (const Schema& schema : all_schemas()) {
    if (schema.path.find('/') < schema.path.size() - 1) continue;
    list += std::string(schema.path) + ", ";
    if (schema.kind == TableKind::kCues) list += std::string(kHeadings) + ", ";
  }
  return list + "vocabulary/, conventions/, morphology/ or tables/";
}

bool is_generated(std::string_view path) {
  return starts_with(path, "tables/");
}

Result<std::vector<std::string>> list_tables(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  std::error_code unused;
  fs::recursive_directory_iterator it(folder, error);
  const fs::recursive_directory_iterator end;
  while (!error && it != end) {
    const fs::path& path = it->path();
    if (path.extension() == ".tsv" && !it->is_directory(unused)) {
      files.push_back(path.lexically_relative(folder).generic_string());
    }
    it.increment(error);
  }
  if (error) return Error{error.message() + ", expected a folder of tables"};
  std::sort(files.begin(), files.end());
  return files;
}

std::string without_slash(std::string folder) {
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  return folder;
}

}  // namespace khitai::compile
