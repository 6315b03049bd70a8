// SPDX-License-Identifier: Apache-2.0
//
// Where the lexicon is found and how tables are laid over it.

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "cli/cache.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "cli/tables.h"
#include "compile/compile.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

// The folder the program stands in; "" when the system does not tell.
fs::path program_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program.parent_path();
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The first of the places relative to the program that exists.
std::string first_of(std::initializer_list<const char*> places) {
  const fs::path folder = program_folder();
  for (const char* place : places) {
    std::error_code error;
    const fs::path path = folder / place;
    if (fs::exists(path, error)) return path.lexically_normal().string();
  }
  return "";
}

// What the options compile to, as it was kept or compiled now. What compiling
// has to tell is told each time: then nothing is kept.
Result<std::shared_ptr<const Lexicon>> compile_or_kept(
    const compile::CompileOptions& options, bool explain, bool quiet) {
  const std::optional<std::string> kept = cached_path(options);
  if (kept) {
    if (auto lexicon = Lexicon::open(*kept); lexicon.ok()) return lexicon;
  }
  compile::CompileReport report;
  auto bytes = compile::compile(options, &report);
  if (!bytes.ok()) {
    std::string message;
    for (const std::string& problem :
         explain ? report.problems : report.errors) {
      message += (message.empty() ? "" : "\nkhitai: ") + problem;
    }
    return message.empty() ? bytes.error() : Error{message};
  }
  for (const std::string& note : report.notes) {
    if (!quiet) std::fprintf(stderr, "%s\n", note.c_str());
  }
  if (kept && report.notes.empty()) keep_in_cache(*kept, *bytes);
  return Lexicon::from_bytes(std::move(bytes).value());
}

// The shipped tables with folders and tables laid over them.
Result<std::shared_ptr<const Lexicon>> lay_over_shipped(const Common& common) {
  compile::CompileOptions options;
  const Result<std::string> tables = need_tables();
  if (!tables.ok()) return tables.error();
  options.folders = {*tables};
  options.folders.insert(options.folders.end(), common.folders.begin(),
                         common.folders.end());
  options.names = common.names;
  return compile_or_kept(options, common.explain, common.quiet);
}

}  // namespace

std::string shipped_lexicon() {
  const std::string given = environment("KHITAI_LEXICON");
  if (!given.empty()) return given;
  return first_of({"khitai.klex", "../share/khitai/khitai.klex"});
}

std::string shipped_tables() {
  const std::string given = environment("KHITAI_TABLES");
  if (!given.empty()) return given;
  // Installed, and in a build folder two or one below the checkout.
  return first_of({"../share/khitai/lexicon", "../../lexicon", "../lexicon"});
}

Result<std::shared_ptr<const Lexicon>> load_lexicon(const Common& common) {
  if (!common.names.empty() || !common.folders.empty()) {
    if (!common.lexicon.empty()) {
      return Error{
          tr("--lexicon-dir and --names are laid over the shipped tables; for "
             "another lexicon use `khitai compile --no-lexicon --lexicon-dir "
             "DIR --names FILE`")};
    }
    return lay_over_shipped(common);
  }
  const std::string path =
      common.lexicon.empty() ? shipped_lexicon() : common.lexicon;
  if (path.empty()) {
    return Error{
        tr("no lexicon beside the program; give --lexicon FILE or set "
           "KHITAI_LEXICON (`khitai compile --out FILE` makes one)")};
  }
  std::error_code error;
  if (fs::is_directory(path, error)) {
    return Error{
        tr("{1}: is a folder, expected a compiled lexicon (`khitai compile "
           "--lexicon-dir DIR --out FILE` makes one)",
           path)};
  }
  return Lexicon::open(path);
}

Result<std::shared_ptr<const Lexicon>> load_file_or_folder(
    const std::string& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return Lexicon::open(path);
  compile::CompileOptions options;
  options.folders = with_vocabulary({path});
  return compile_or_kept(options, false, true);
}

}  // namespace khitai::cli
