// SPDX-License-Identifier: Apache-2.0

#include "support/small_lexicon.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <utility>

#include "compile/compile.h"
#include "support/cases.h"
#include "support/die.h"

namespace khitai::tests {
namespace {

std::string compile_folder(const std::string& folder) {
  compile::CompileOptions options;
  options.folders = {folder};
  compile::CompileReport report;
  Result<std::string> bytes = compile::compile(options, &report);
  if (bytes.ok()) return std::move(bytes).value();
  for (const std::string& problem : report.problems) {
    std::cerr << problem << "\n";
  }
  die(bytes.error().message);
}

namespace fs = std::filesystem;

// Whether a file is younger than the libraries and all of the shipped tables.
bool is_newer(const fs::path& file) {
  std::error_code error;
  const auto made = fs::last_write_time(file, error);
  if (error) return false;
  const fs::path lib = fs::path(KHITAI_BUILD_DIR) / "lib";
  for (const char* name : {"libkhitai.a", "libkhitai_compile.a"}) {
    const auto built = fs::last_write_time(lib / name, error);
    if (error || made <= built) return false;
  }
  for (const auto& entry : fs::recursive_directory_iterator(shipped_tables())) {
    if (made <= entry.last_write_time()) return false;
  }
  return true;
}

// The shipped lexicon, compiled by the first test that needs it: every test is
// a process of its own. "" where it cannot be kept.
const std::string& kept_shipped() {
  static const std::string path = [] {
    const std::string kept =
        (fs::path(KHITAI_BUILD_DIR) / "tests" / "shipped.klex").string();
    if (is_newer(kept)) return kept;
    const bool written =
        compile::write_file(kept, compile_folder(shipped_tables())).ok();
    return written ? kept : std::string();
  }();
  return path;
}

std::shared_ptr<const Lexicon> opened(const std::string& bytes) {
  auto lexicon = Lexicon::from_bytes(bytes);
  if (!lexicon.ok()) die(lexicon.error().message);
  return std::move(lexicon).value();
}

}  // namespace

std::string example_tables() {
  return std::string(KHITAI_SOURCE_DIR) + "/tests/cases/small_lexicon";
}

std::string shipped_tables() {
  return std::string(KHITAI_SOURCE_DIR) + "/lexicon";
}

const std::string& example_bytes() {
  static const std::string bytes = compile_folder(example_tables());
  return bytes;
}

const Lexicon& example_lexicon() {
  static const std::shared_ptr<const Lexicon> lexicon = opened(example_bytes());
  return *lexicon;
}

const std::string& shipped_bytes() {
  static const std::string bytes = kept_shipped().empty()
                                       ? compile_folder(shipped_tables())
                                       : read_file(kept_shipped());
  return bytes;
}

const Lexicon& shipped_lexicon() {
  static const std::shared_ptr<const Lexicon> lexicon = [] {
    if (kept_shipped().empty()) return opened(shipped_bytes());
    auto mapped = Lexicon::open(kept_shipped());
    if (!mapped.ok()) die(mapped.error().message);
    return std::move(mapped).value();
  }();
  return *lexicon;
}

const Lexicon& lexicon_named(const std::string& name) {
  if (name == "small") return example_lexicon();
  if (name == "shipped") return shipped_lexicon();
  die("no such lexicon: " + name);
}

std::string id_of(const Lexicon& lexicon, uint32_t entity) {
  return entity == kNoRow ? "-" : std::string(lexicon.entity(entity).id);
}

}  // namespace khitai::tests
