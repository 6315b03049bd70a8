// SPDX-License-Identifier: Apache-2.0

#include "cli/command.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/messages.h"

namespace khitai::cli {
namespace {

constexpr int64_t kMostShown = 1000000;
constexpr int64_t kMostJobs = 1024;

int write_error = 0;  // errno of the first failure of standard output

void add_lexicon(CLI::App* command, Common* common) {
  command
      ->add_option("--lexicon", common->lexicon,
                   "Compiled lexicon (default: the shipped one)")
      ->type_name("FILE");
  command
      ->add_option("--lexicon-dir", common->folders,
                   "Folder of tables laid over it (may be repeated)")
      ->type_name("DIR")
      ->allow_extra_args(false);
  command
      ->add_option("--names", common->names,
                   "Table of names laid over it (may be repeated)")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void add_time(CLI::App* command, Common* common) {
  command->add_option("--year", common->year, "Year spoken of")
      ->type_name("YEAR")
      ->check(told_by(year_problem));
  command->add_option("--written", common->written, "Year of the text")
      ->type_name("YEAR")
      ->check(told_by(year_problem));
}

}  // namespace

void add_common(CLI::App* command, unsigned which, Common* common) {
  if ((which & kTakesLexicon) != 0) add_lexicon(command, common);
  if ((which & kTakesTime) != 0) add_time(command, common);
  if ((which & kTakesLang) != 0) {
    command->add_option("--lang", common->lang, "Language of the text (BCP 47)")
        ->type_name("TAG")
        ->check(told_by(lang_problem));
  }
  if ((which & kTakesType) != 0) {
    command
        ->add_option("--type", common->type,
                     "Only entities of this type (person, place, ...)")
        ->type_name("TYPE");
  }
  if ((which & kTakesContext) != 0) {
    command
        ->add_option("--context", common->context,
                     "What stands around the name")
        ->type_name("TEXT");
  }
  if ((which & kTakesLimit) != 0) {
    command->add_option("--limit", common->limit, "Candidates shown (0: all)")
        ->type_name("N")
        ->check(whole_number(kMostShown));
    command->add_flag("--explain", common->explain, "Say why");
  }
  if ((which & kTakesDisplay) != 0) {
    command->add_option("--color", common->color, "Colours")
        ->type_name("WHEN")
        ->check(one_of({"auto", "always", "never"}));
    command->add_flag("--quiet", common->quiet, "No talk on standard error");
  }
  if ((which & kTakesJobs) != 0) {
    command
        ->add_option("--jobs", common->jobs,
                     "Threads at work (0: one per processor)")
        ->type_name("N")
        ->check(whole_number(kMostJobs));
  }
}

void add_format(CLI::App* command, const std::vector<std::string>& formats,
                Common* common) {
  command->add_option("--format", common->format, "Shape of the output")
      ->type_name("FORMAT")
      ->check(one_of(formats));
}

int fail(int code, const std::string& message) {
  std::fflush(stdout);
  std::fprintf(stderr, "khitai: %s\n", message.c_str());
  return code;
}

bool is_terminal_output() { return isatty(STDOUT_FILENO) != 0; }

bool wants_color(const Common& common) {
  if (common.color != "auto") return common.color == "always";
  const char* plain = std::getenv("NO_COLOR");
  return is_terminal_output() && (plain == nullptr || plain[0] == '\0');
}

namespace {

size_t terminal_width() {
  if (!is_terminal_output()) return 0;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  return 80;
}

}  // namespace

WriteOptions write_options(const Common& common) {
  WriteOptions options;
  options.color = wants_color(common);
  options.explain = common.explain;
  options.limit = common.limit;
  options.lang = common.lang;
  options.width = terminal_width();
  return options;
}

bool put(const std::string& text) {
  if (write_error != 0) return false;
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
      std::ferror(stdout) == 0) {
    return true;
  }
  write_error = errno == 0 ? EIO : errno;
  return false;
}

int finish(int code) {
  errno = 0;
  if (std::fflush(stdout) != 0 && write_error == 0) {
    write_error = errno == 0 ? EIO : errno;
  }
  if (write_error == 0 || write_error == EPIPE) return code;
  return fail(kInputError, tr("standard output: cannot be written: {1}",
                              std::strerror(write_error)));
}

}  // namespace khitai::cli
