// SPDX-License-Identifier: Apache-2.0

#include "support/small_lexicon.h"

#include <cstdlib>
#include <iostream>
#include <memory>
#include <utility>

#include "compile/compile.h"

namespace khitai::tests {
namespace {

[[noreturn]] void die(const std::string& message) {
  std::cerr << message << "\n";
  std::abort();
}

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
  static const std::string bytes = compile_folder(shipped_tables());
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
