// SPDX-License-Identifier: Apache-2.0
//
// khitai compile: tables -> a compiled lexicon.

#include <sys/resource.h>

#include <cstdio>
#include <filesystem>
#include <utility>

#include "cli/command.h"
#include "cli/progress_bar.h"
#include "cli/tables.h"
#include "compile/compile.h"

namespace khitai::cli {
namespace {

struct CompileWish {
  Common common;
  std::string out;
  std::vector<std::string> folders;
  bool no_lexicon = false;
  int fuzzy = 1;
  bool timing = false;
};

void talk(const CompileWish& wish, const compile::CompileReport& report,
          std::string bytes) {
  if (wish.common.quiet) return;
  const size_t size = bytes.size();
  const auto lexicon = Lexicon::from_bytes(std::move(bytes));
  std::fprintf(stderr,
               "%s: %u %s, %u attested and %u generated forms, %zu "
               "bytes, lexicon %s\n",
               wish.out.c_str(), report.entities,
               report.entities == 1 ? "entity" : "entities",
               report.attested_forms, report.generated_forms, size,
               lexicon.ok() ? (*lexicon)->hash().c_str() : "?");
}

// How long each step took: "    1.20 s  reading tables", and the most memory
// the process has had.
void tell_phases(const std::vector<compile::Phase>& phases) {
  for (const compile::Phase& phase : phases) {
    std::fprintf(stderr, "%8.2f s  %s\n", phase.seconds, phase.name.c_str());
  }
  rusage usage = {};
  if (getrusage(RUSAGE_SELF, &usage) != 0) return;
  constexpr double kPerMegabyte = 1e6 / 1024;  // it counts in KiB
  std::fprintf(stderr, "%8.0f MB memory at most\n",
               static_cast<double>(usage.ru_maxrss) / kPerMegabyte);
}

// Why the result could not be written there; "" if it seems that it can.
std::string out_problem(const std::string& out) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (fs::is_directory(out, error)) {
    return out + ": is a folder, expected a file to write";
  }
  const fs::path folder = fs::path(out).parent_path();
  if (folder.empty() || fs::is_directory(folder, error)) return "";
  return out + ": there is no folder " + folder.string() +
         ", expected one; make it first";
}

void tell(const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
}

int run(const CompileWish& wish) {
  const std::string problem = out_problem(wish.out);
  if (!problem.empty()) return fail(kInputError, problem);
  compile::CompileOptions options;
  const Result<std::string> tables = need_tables();
  if (!tables.ok()) return fail(kInputError, tables.error().message);
  options.folders.push_back(*tables);
  options.folders.insert(options.folders.end(), wish.folders.begin(),
                         wish.folders.end());
  options.names = wish.common.names;
  options.shipped_entities = !wish.no_lexicon;
  options.fuzzy = wish.fuzzy;
  options.jobs = wish.common.jobs;
  compile::CompileReport report;
  auto bytes = [&] {
    ProgressBar bar(!wish.common.quiet);
    options.progress = [&](const compile::StepProgress& progress) {
      bar.tell(progress);
    };
    return compile::compile(options, &report);
  }();
  tell(wish.common.explain ? report.problems : report.errors);
  if (!wish.common.explain && !wish.common.quiet) tell(report.notes);
  if (!bytes.ok()) return fail(kInputError, bytes.error().message);
  const Status written = compile::write_file(wish.out, *bytes);
  if (!written.ok()) return fail(kInputError, written.error().message);
  if (wish.timing) tell_phases(report.phases);
  talk(wish, report, std::move(bytes).value());
  return kDone;
}

}  // namespace

void add_compile(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "compile", "Make a compiled lexicon of text tables");
  auto wish = std::make_shared<CompileWish>();
  command->add_option("--out", wish->out, "Where to write it")
      ->type_name("FILE")
      ->required();
  command
      ->add_option("--lexicon-dir", wish->folders,
                   "Folder of tables laid over the shipped ones (may be "
                   "repeated)")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command->add_flag("--no-lexicon", wish->no_lexicon,
                    "Leave the shipped entities out, keep the rules");
  command
      ->add_option("--names", wish->common.names,
                   "Table of names: id, form and optional lang, use, type, "
                   "from, to, label (may be repeated)")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      ->add_option("--fuzzy", wish->fuzzy,
                   "Edits of letters that look-ups will tolerate: 1, 2; 0: "
                   "they find a name only as it is spelled")
      ->type_name("N")
      ->check(one_of({"0", "1", "2"}));
  add_common(command, kTakesJobs, &wish->common);
  command->add_flag("--timing", wish->timing,
                    "Tell on standard error how long each step took, and "
                    "how much memory was needed");
  command->add_flag("--explain", wish->common.explain,
                    "List generated forms that were dropped");
  command->add_flag("--quiet", wish->common.quiet, "No talk on standard error");
  command->footer(
      "Examples:\n"
      "  khitai compile --out my.klex --names my.tsv\n"
      "  khitai compile --out other.klex --no-lexicon --lexicon-dir other/");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
