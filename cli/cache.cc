// SPDX-License-Identifier: Apache-2.0

#include "cli/cache.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/mapped_file.h"
#include "cli/identity.h"
#include "compile/tables_files.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostKept = 10;  // files
constexpr const char* kEnding = ".klex";

fs::path cache_folder() {
  if (const char* own = std::getenv("KHITAI_CACHE")) return own;
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache != nullptr && *cache != '\0') return fs::path(cache) / "khitai";
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  return fs::path(home) / ".cache" / "khitai";
}

bool add_tables(const compile::CompileOptions& options, Identity* identity) {
  for (const std::string& folder : options.folders) {
    const auto files = compile::list_tables(folder);
    if (!files.ok()) return false;
    for (const std::string& file : *files) {
      if (!identity->add_file(folder + "/" + file)) return false;
    }
  }
  for (const std::string& table : options.names) {
    if (!identity->add_file(table)) return false;
  }
  return true;
}

void remove_oldest(const fs::path& folder) {
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() != kEnding) continue;
    std::error_code unknown;
    files.emplace_back(it->last_write_time(unknown), it->path());
  }
  std::sort(files.rbegin(), files.rend());
  for (size_t i = kMostKept; i < files.size(); ++i) {
    fs::remove(files[i].second, error);
  }
}

}  // namespace

std::optional<std::string> cached_path(const compile::CompileOptions& options) {
  const fs::path folder = cache_folder();
  if (folder.empty()) return std::nullopt;
  Identity identity;
  identity.add_program();
  if (!add_tables(options, &identity)) return std::nullopt;
  const fs::path path = folder / (identity.hex() + kEnding);
  std::error_code error;  // used last: now
  fs::last_write_time(path, fs::file_time_type::clock::now(), error);
  return path.string();
}

void keep_in_cache(const std::string& path, const std::string& bytes) {
  std::error_code error;
  const fs::path folder = fs::path(path).parent_path();
  fs::create_directories(folder, error);
  if (error || !base::write_whole(path, bytes)) return;
  remove_oldest(folder);
}

}  // namespace khitai::cli
