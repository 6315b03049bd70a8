// SPDX-License-Identifier: Apache-2.0

#include "cli/identity.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>

#include "base/checksum.h"
#include "base/input_file.h"
#include "khitai/version.h"

namespace khitai::cli {

namespace fs = std::filesystem;

void Identity::add(std::string_view text) {
  a_ = base::checksum(text, a_ + text.size());
  b_ = base::checksum(text, b_ ^ ~uint64_t{0});
}

bool Identity::add_file(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;
  const Result<std::string> bytes = base::read_whole(path);
  if (!bytes.ok()) return false;
  add(path);
  add(*bytes);
  return true;
}

void Identity::add_program() {
  add(kVersion);
  add(std::to_string(kFormatVersion));
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return;
  const auto written = fs::last_write_time(program, error);
  if (error) return;
  add(std::to_string(written.time_since_epoch().count()));
}

void Identity::add_options(const CLI::App& command,
                           const std::vector<std::string>& idle) {
  for (const CLI::Option* option : command.get_options()) {
    if (option->count() == 0 || option->get_lnames().empty()) continue;
    const std::string& name = option->get_lnames().front();
    if (std::find(idle.begin(), idle.end(), name) != idle.end()) continue;
    add("--" + name);
    const bool files = option->get_type_name() == "FILE";
    for (const std::string& value : option->results()) {
      add(value);
      // What can be read but once is never known to be the same.
      if (files && !add_file(value)) {
        add(std::to_string(
            std::chrono::system_clock::now().time_since_epoch().count()));
      }
    }
  }
}

std::string Identity::hex() const { return base::hex64(a_) + base::hex64(b_); }

}  // namespace khitai::cli
