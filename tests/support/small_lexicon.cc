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

// Whether a file is younger than the program and all of the shipped tables.
bool is_newer(const fs::path& file, const fs::path& program) {
  std::error_code error;
  const auto made = fs::last_write_time(file, error);
  if (error || made <= fs::last_write_time(program)) return false;
  for (const auto& entry : fs::recursive_directory_iterator(shipped_tables())) {
    if (made <= entry.last_write_time()) return false;
  }
  return true;
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
  static const std::string bytes = [] {
    // Each test is a process of its own: the first one of a program leaves
    // what it compiled beside it, for those that follow.
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return compile_folder(shipped_tables());
    const std::string kept = program.string() + ".klex";
    if (is_newer(kept, program)) return read_file(kept);
    std::string made = compile_folder(shipped_tables());
    // Where it cannot be kept, the next one compiles again.
    (void)compile::write_file(kept, made).ok();
    return made;
  }();
  return bytes;
}

const Lexicon& shipped_lexicon() {
  static const std::shared_ptr<const Lexicon> lexicon = opened(shipped_bytes());
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
