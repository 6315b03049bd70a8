// SPDX-License-Identifier: Apache-2.0

#include "cli/cache.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/checksum.h"
#include "base/mapped_file.h"
#include "compile/tables_files.h"
#include "khitai/version.h"

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

// Two checksums of all that was added, one of them of the other seed: 128 bits.
class Identity {
 public:
  void add(std::string_view text) {
    a_ = base::checksum(text, a_ + text.size());
    b_ = base::checksum(text, b_ ^ ~uint64_t{0});
  }
  // False when it is no regular file: a pipe can be read but once.
  bool add_file(const std::string& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return false;
    const Result<std::string> bytes = base::read_whole(path);
    if (!bytes.ok()) return false;
    add(path);
    add(*bytes);
    return true;
  }
  std::string hex() const { return base::hex64(a_) + base::hex64(b_); }

 private:
  uint64_t a_ = 1, b_ = 2;
};

// The program itself: another build may compile the same tables otherwise.
void add_program(Identity* identity) {
  identity->add(kVersion);
  identity->add(std::to_string(kFormatVersion));
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return;
  const auto written = fs::last_write_time(program, error);
  if (error) return;
  identity->add(std::to_string(written.time_since_epoch().count()));
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
  add_program(&identity);
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
