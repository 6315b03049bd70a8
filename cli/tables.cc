// SPDX-License-Identifier: Apache-2.0

#include "cli/tables.h"

#include <filesystem>
#include <system_error>

#include "cli/command.h"
#include "cli/messages.h"

namespace khitai::cli {

Result<std::string> need_tables() {
  std::string tables = shipped_tables();
  if (!tables.empty()) return tables;
  return Error{tr(
      "the lexicon's tables are not beside the program; set KHITAI_TABLES to "
      "their folder")};
}

std::vector<std::string> with_vocabulary(std::vector<std::string> folders) {
  std::error_code error;
  for (const std::string& folder : folders) {
    if (std::filesystem::is_directory(folder + "/vocabulary", error)) {
      return folders;
    }
  }
  const std::string tables = shipped_tables();
  if (!tables.empty()) folders.insert(folders.begin(), tables);
  return folders;
}

Result<compile::Tables> read_sound_tables(
    const std::vector<std::string>& folders,
    const std::vector<std::string>& names) {
  std::vector<compile::Problem> problems;
  compile::Tables tables = compile::read_tables(folders, &problems);
  for (const std::string& path : names) {
    compile::read_names_table(path, &tables, &problems);
  }
  for (const compile::Problem& problem : problems) {
    if (problem.warning) continue;
    return Error{
        tr("{1}; see `khitai check`", compile::format_problem(problem))};
  }
  return tables;
}

}  // namespace khitai::cli
