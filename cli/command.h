// SPDX-License-Identifier: Apache-2.0
//
// What the commands of the program share: options, exit codes, the lexicon.
// Data goes to standard output, talk to standard error.

#ifndef KHITAI_CLI_COMMAND_H_
#define KHITAI_CLI_COMMAND_H_

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/result.h"
#include "khitai/write.h"

namespace khitai::cli {

enum ExitCode : int {
  kDone = 0,
  kNothingFound = 1,
  kUsage = 2,
  kInputError = 3,
};

// Options that several commands take.
struct Common {
  std::string lexicon;               // a compiled lexicon
  std::vector<std::string> folders;  // of tables, laid over the shipped ones
  std::vector<std::string> names;    // tables of names, laid over those
  std::string format;                // empty: by where output goes
  std::string lang;
  std::string type;
  std::string context;
  std::string color = "auto";
  std::optional<int32_t> year, written;
  size_t limit = 5;
  unsigned jobs = 0;  // 0: as many as there are processors
  bool explain = false;
  bool quiet = false;
};

// Which of them a command takes.
enum CommonOption : unsigned {
  kTakesLexicon = 1,   // --lexicon --lexicon-dir --names
  kTakesTime = 2,      // --year --written
  kTakesType = 4,      // --type
  kTakesLimit = 8,     // --limit --explain
  kTakesDisplay = 16,  // --color --quiet
  kTakesContext = 32,  // --context
  kTakesJobs = 64,     // --jobs
  kTakesLang = 128,    // --lang
  kTakesFilter = kTakesType | kTakesLang,
};
void add_common(CLI::App* command, unsigned which, Common* common);
void add_format(CLI::App* command, const std::vector<std::string>& formats,
                Common* common);

// Checks of option values; a bad one is told with what was expected.
CLI::Validator one_of(const std::vector<std::string>& words);
CLI::Validator whole_number(int64_t most);
CLI::Validator probability();
CLI::Validator told_by(std::string (*problem)(const std::string&));

// What is wrong with a value, for "where: " to stand before it; "" if nothing.
std::string year_problem(const std::string& text);
std::string lang_problem(const std::string& text);
std::string type_problem(const Lexicon& lexicon, const std::string& type);

// A year from -9999 to 9999, written with digits and perhaps a minus.
std::optional<int32_t> parse_year(const std::string& text);

// Wrong usage in one line.
std::string usage_message(const CLI::App& program,
                          const CLI::ParseError& error);
std::string no_command(const CLI::App& program);

// A command: adds itself to the program and leaves what is to be run.
using Action = std::function<int()>;
using AddCommand = void (*)(CLI::App* program, Action* action);

void add_add(CLI::App* program, Action* action);
void add_annotate(CLI::App* program, Action* action);
void add_check(CLI::App* program, Action* action);
void add_compile(CLI::App* program, Action* action);
void add_compare(CLI::App* program, Action* action);
void add_complete(CLI::App* program, Action* action);
void add_completion(CLI::App* program, Action* action);
void add_concordance(CLI::App* program, Action* action);
void add_detect(CLI::App* program, Action* action);
void add_diff(CLI::App* program, Action* action);
void add_etymology(CLI::App* program, Action* action);
void add_eval(CLI::App* program, Action* action);
void add_index(CLI::App* program, Action* action);
void add_keys(CLI::App* program, Action* action);
void add_mapping(CLI::App* program, Action* action);
void add_near(CLI::App* program, Action* action);
void add_normalize(CLI::App* program, Action* action);
void add_query(CLI::App* program, Action* action);
void add_resolve(CLI::App* program, Action* action);
void add_show(CLI::App* program, Action* action);
void add_stale(CLI::App* program, Action* action);
void add_stats(CLI::App* program, Action* action);
void add_synonyms(CLI::App* program, Action* action);
void add_transcribe(CLI::App* program, Action* action);
void add_why(CLI::App* program, Action* action);

// The lexicon asked for: --lexicon, else KHITAI_LEXICON, else the shipped one
// beside the program; with --lexicon-dir or --names, the shipped tables with
// those laid over them (cache.h).
Result<std::shared_ptr<const Lexicon>> load_lexicon(const Common& common);

// A compiled lexicon, or a folder of tables (tables.h) compiled.
Result<std::shared_ptr<const Lexicon>> load_file_or_folder(
    const std::string& path);

// Where the shipped lexicon and its tables are; "" when not found.
std::string shipped_lexicon();
std::string shipped_tables();

// One line on standard error; returns the exit code given.
int fail(int code, const std::string& message);

bool is_terminal_output();
bool wants_color(const Common& common);
WriteOptions write_options(const Common& common);

// Writes to standard output; false when that fails.
bool put(const std::string& text);

// Ends the output. A closed pipe is its reader's wish, and the code stays; any
// other failure, such as a full disk, is told.
int finish(int code);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_COMMAND_H_
