// SPDX-License-Identifier: Apache-2.0
//
// The program: a table of commands. Each command stands in cmd_<verb>.cc.

#include <csignal>
#include <string>

#include "cli/command.h"
#include "cli/help.h"
#include "cli/messages.h"
#include "khitai/version.h"

namespace khitai::cli {
namespace {

constexpr AddCommand kCommands[] = {
    add_annotate, add_normalize,  add_index,   add_concordance, add_stats,
    add_resolve,  add_compare,    add_why,     add_etymology,   add_show,
    add_keys,     add_transcribe, add_detect,  add_add,         add_diff,
    add_query,    add_complete,   add_near,    add_synonyms,    add_mapping,
    add_stale,    add_eval,       add_compile, add_check,       add_completion};

// What the program is; CLI11 makes the help of it.
void describe(CLI::App* program) {
  set_help(program);
  program->description(
      "Finds, resolves and explains historical names across scripts and "
      "spellings.");
  program->footer(
      "Examples:\n"
      "  khitai annotate chapter.txt\n"
      "  khitai annotate --format html *.txt > names.html\n"
      "  khitai resolve 'Hsi Liao' --year 1150\n"
      "  khitai compare 'Yeh-l\xC3\xBC Ta-shih' 'Yel\xC3\xBC Dashi'\n"
      "  khitai show qara-khitai\n"
      "\n"
      "`khitai COMMAND --help` explains a command. Exit codes: 0 done, 1 "
      "nothing\n"
      "found, 2 wrong usage, 3 bad input or lexicon.");
}

// Prints the version; a lexicon that cannot be used is an error.
int show_version() {
  put(std::string("khitai ") + kVersion + "\n");
  const std::string path = shipped_lexicon();
  if (path.empty()) {
    return fail(kInputError,
                tr("no lexicon beside the program; set KHITAI_LEXICON"));
  }
  const auto lexicon = Lexicon::open(path);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  put("lexicon " + (*lexicon)->hash() + ": " +
      std::to_string((*lexicon)->entity_count()) + " entities, " +
      std::to_string((*lexicon)->form_count()) + " forms (" + path + ")\n");
  return kDone;
}

// "FILE=[]" in the help says nothing.
void hide_empty_defaults(CLI::App* program) {
  for (CLI::App* command : program->get_subcommands(nullptr)) {
    for (CLI::Option* option : command->get_options()) {
      if (option->get_default_str() == "[]") option->default_str("");
    }
  }
}

// The command the arguments were meant for, to name it in an error.
std::string command_in_error(const CLI::App& program) {
  for (const CLI::App* command : program.get_subcommands()) {
    return "khitai " + command->get_name();
  }
  return "khitai";
}

int run(int argc, char** argv) {
  CLI::App program("", "khitai");
  describe(&program);
  program.require_subcommand(0, 1);
  program.option_defaults()->always_capture_default();
  bool version = false;
  program.add_flag("--version", version,
                   "Version of the program and identity of its lexicon");
  Action action;
  for (const AddCommand add : kCommands) add(&program, &action);
  hide_empty_defaults(&program);
  try {
    program.parse(argc, argv);
  } catch (const CLI::CallForHelp& help) {
    program.exit(help);
    return kDone;
  } catch (const CLI::ParseError& error) {
    const std::string command = command_in_error(program);
    return fail(kUsage, tr("{1}; see `{2} --help`",
                           usage_message(program, error), command));
  }
  if (version) return finish(show_version());
  if (!action) {
    return fail(kUsage,
                tr("{1}; see `{2} --help`", no_command(program), "khitai"));
  }
  return finish(action());
}

}  // namespace
}  // namespace khitai::cli

int main(int argc, char** argv) { return khitai::cli::run(argc, argv); }
