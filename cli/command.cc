// SPDX-License-Identifier: Apache-2.0

#include "cli/command.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace khitai::cli {

void add_common(CLI::App* command, unsigned which, Common* common) {
  if ((which & kTakesLexicon) != 0) {
    command
        ->add_option("--lexicon", common->lexicon,
                     "Compiled lexicon (default: the shipped one)")
        ->type_name("FILE");
    command
        ->add_option("--names", common->names,
                     "Table of names laid over it (may be repeated)")
        ->type_name("FILE")
        ->allow_extra_args(false);
  }
  if ((which & kTakesTime) != 0) {
    command->add_option("--year", common->year, "Year spoken of")
        ->type_name("YEAR");
    command->add_option("--written", common->written, "Year of the text")
        ->type_name("YEAR");
  }
  if ((which & kTakesFilter) != 0) {
    command->add_option("--lang", common->lang, "Language of the text (BCP 47)")
        ->type_name("TAG");
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
        ->type_name("N");
    command->add_flag("--explain", common->explain, "Say why");
  }
  if ((which & kTakesDisplay) != 0) {
    command->add_option("--color", common->color, "Colours")
        ->type_name("WHEN")
        ->check(CLI::IsMember({"auto", "always", "never"}));
    command->add_flag("--quiet", common->quiet, "No talk on standard error");
  }
  if ((which & kTakesJobs) != 0) {
    command
        ->add_option("--jobs", common->jobs,
                     "Files read at a time (0: one per processor)")
        ->type_name("N")
        ->check(CLI::Range(0, 1024));
  }
}

void add_format(CLI::App* command, std::vector<std::string> formats,
                Common* common) {
  command->add_option("--format", common->format, "Shape of the output")
      ->type_name("FORMAT")
      ->check(CLI::IsMember(std::move(formats)));
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
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
         std::ferror(stdout) == 0;
}

}  // namespace khitai::cli
