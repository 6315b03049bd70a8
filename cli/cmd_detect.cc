// SPDX-License-Identifier: Apache-2.0
//
// khitai detect NAME.../FILES: which conventions names may be in, and which
// ones a document uses.

#include <sys/stat.h>

#include "cli/command.h"
#include "cli/documents.h"
#include "khitai/annotate.h"
#include "khitai/conventions.h"

namespace khitai::cli {
namespace {

struct DetectWish {
  Common common;
  ReadWish read;
  std::vector<std::string> arguments;
  bool files = false;  // all are files
  bool names = false;  // all are names
};

bool is_file(const std::string& path) {
  struct stat about = {};
  return stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode);
}

Result<DetectedIn> detect(const Lexicon& lexicon, const DetectWish& wish,
                          const std::string& argument) {
  DetectedIn out;
  out.what = argument;
  out.is_file =
      !wish.names && (wish.files || argument == "-" || is_file(argument));
  if (!out.is_file) {
    out.conventions = detect_conventions(lexicon, argument, wish.common.lang);
    return out;
  }
  const auto page = annotate_path(lexicon, argument,
                                  annotate_options(wish.read, wish.common));
  if (!page.ok()) return page.error();
  Fingerprint found = fingerprint(lexicon, *page);
  out.names = found.names;
  out.conventions = std::move(found.conventions);
  return out;
}

int run(DetectWish& wish) {
  if (wish.common.format.empty()) {
    wish.common.format = is_terminal_output() ? "text" : "tsv";
  }
  const std::string unread = read_problem(wish.read);
  if (!unread.empty()) return fail(kUsage, unread);
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string& format = wish.common.format;
  const size_t limit = wish.common.limit;
  std::string out;
  int code = kNothingFound;
  bool failed = false;
  if (format == "tsv") write_detected_header(&out);
  for (const std::string& argument : wish.arguments) {
    auto found = detect(**lexicon, wish, argument);
    if (!found.ok()) {
      fail(kInputError, found.error().message);
      failed = true;
      continue;
    }
    const bool some = !found->conventions.empty() &&
                      found->conventions[0].convention != "none";
    if (some) code = kDone;
    if (format == "json") {
      write_detected_json(*found, limit, &out);
    } else if (format == "tsv") {
      write_detected_tsv(*found, limit, &out);
    } else {
      write_detected_text(*found, limit, &out);
    }
  }
  put(out);
  return failed ? static_cast<int>(kInputError) : code;
}

}  // namespace

void add_detect(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "detect", "Tell which conventions names or documents use");
  auto wish = std::make_shared<DetectWish>();
  command
      ->add_option("names", wish->arguments,
                   "Names or documents; what is a file is one; - is standard "
                   "input")
      ->type_name("NAME|FILE")
      ->required();
  CLI::Option* const files =
      command->add_flag("--file", wish->files, "All are files");
  command->add_flag("--name", wish->names, "All are names")->excludes(files);
  add_read_options(command, &wish->read);
  add_format(command, {"text", "tsv", "json"}, &wish->common);
  add_common(command, kTakesLexicon | kTakesLang, &wish->common);
  command
      ->add_option("--limit", wish->common.limit, "Conventions shown (0: all)")
      ->type_name("N")
      ->check(whole_number(1000));
  command->footer(
      "Of a name: every convention that can have made the spelling, with its\n"
      "probability. Of a document: the shares of the conventions, for each\n"
      "language of names.\n"
      "Examples:\n"
      "  khitai detect 'Hsi Liao' Xiliao\n"
      "  khitai detect chapter.txt");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
