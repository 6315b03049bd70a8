// SPDX-License-Identifier: Apache-2.0
//
// khitai transcribe --to CONVENTION NAME...: names in another convention.

#include "cli/batch.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "khitai/conventions.h"

namespace khitai::cli {
namespace {

struct TranscribeWish {
  Common common;
  std::string to, from;
  std::vector<std::string> names;
};

std::string ids_of(const Lexicon& lexicon) {
  std::string out;
  for (const Convention& one : conventions(lexicon)) {
    out += (out.empty() ? "" : ", ") + std::string(one.id);
  }
  return out.empty() ? tr("a lexicon with conventions") : out;
}

// "" when the convention is known.
std::string problem_of(const Lexicon& lexicon, const char* option,
                       const std::string& word) {
  for (const Convention& one : conventions(lexicon)) {
    if (one.id == find_convention(lexicon, word)) return "";
  }
  return tr("{1}: '{2}' is no convention, expected one of {3}", option, word,
            ids_of(lexicon));
}

int run(TranscribeWish& wish) {
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  std::string problem = problem_of(**lexicon, "--to", wish.to);
  if (problem.empty() && !wish.from.empty()) {
    problem = problem_of(**lexicon, "--from", wish.from);
  }
  if (!problem.empty()) return fail(kUsage, problem);
  const std::string_view to = find_convention(**lexicon, wish.to);
  const std::string& format = wish.common.format;
  int code = kDone;
  std::string out;
  if (format == "tsv") {
    problem = names_problem(wish.names);
    if (!problem.empty()) return fail(kUsage, problem);
    write_transcription_header(&out);
  }
  for (const std::string& name : wish.names) {
    const auto found =
        transcribe(**lexicon, {name, wish.to, wish.from, wish.common.lang});
    if (!found.ok()) {
      code = fail(kNothingFound, found.error().message);
    } else if (format == "tsv") {
      write_transcription_tsv(name, to, *found, &out);
    } else if (format == "json") {
      write_transcription_json(name, to, *found, &out);
    } else {
      out += found->forms[0] + "\n";
    }
  }
  put(out);
  return code;
}

}  // namespace

void add_transcribe(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "transcribe", "Write names in another convention");
  auto wish = std::make_shared<TranscribeWish>();
  command->add_option("names", wish->names, "Names")
      ->type_name("NAME")
      ->required();
  command->add_option("--to", wish->to, "Convention to write in")
      ->type_name("CONVENTION")
      ->required();
  command
      ->add_option("--from", wish->from,
                   "Convention of the names (default: found out)")
      ->type_name("CONVENTION");
  add_format(command, {"text", "tsv", "json"}, &wish->common);
  add_common(command, kTakesLexicon | kTakesLang, &wish->common);
  command->footer(
      "Chinese characters are read as the lexicon has it, else one by one;\n"
      "Arabic script needs a vocalized form in the lexicon. --format tsv and\n"
      "json show the reading, and all forms where there are several readings.\n"
      "A wrong --to lists the conventions.\n"
      "Examples:\n"
      "  khitai transcribe --to wade-giles \xE8\x80\xB6\xE5\xBE\x8B"
      "\xE5\xA4\xA7\xE7\x9F\xB3\n"
      "  khitai transcribe --to palladius 'Yeh-l\xC3\xBC Ta-shih'\n"
      "  khitai transcribe --to dmg --from ijmes 'Khw\xC4\x81razmsh\xC4\x81h'");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
