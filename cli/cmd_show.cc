// SPDX-License-Identifier: Apache-2.0
//
// khitai show ENTITY: an entity's card.

#include <cstdio>

#include "cli/command.h"
#include "cli/messages.h"
#include "cli/tables.h"
#include "compile/coverage.h"
#include "compile/overlay.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

struct ShowWish {
  Common common;
  std::vector<std::string> entities;
  bool coverage = false;
};

// An id, or a name: then all that it may mean, best first.
std::vector<uint32_t> find(const Lexicon& lexicon, const Common& common,
                           const std::string& wanted) {
  if (const auto entity = lexicon.find_entity(wanted)) return {*entity};
  Query query;
  query.name = wanted;
  query.year = common.year;
  query.written = common.written;
  query.lang = common.lang;
  query.type = common.type;
  const Resolution resolution = resolve_name(lexicon, query);
  std::vector<uint32_t> found;
  if (resolution.decision == Decision::kNone) return found;
  for (const Candidate& candidate : resolution.candidates) {
    found.push_back(candidate.entity);
    if (resolution.decision == Decision::kMatch) break;
    if (common.limit != 0 && found.size() == common.limit) break;
  }
  return found;
}

// What the tables hold, in numbers.
int show_coverage(const ShowWish& wish) {
  if (!wish.entities.empty() || !wish.common.lexicon.empty() ||
      !wish.common.format.empty()) {
    return fail(kUsage,
                tr("--coverage counts tables; it takes --lexicon-dir and no "
                   "entities, --lexicon or --format"));
  }
  const Result<std::string> shipped = need_tables();
  if (!shipped.ok()) return fail(kInputError, shipped.error().message);
  std::vector<std::string> folders = wish.common.folders;
  folders.insert(folders.begin(), *shipped);
  auto tables = read_sound_tables(folders, wish.common.names);
  if (!tables.ok()) return fail(kInputError, tables.error().message);
  std::vector<compile::Problem> problems;
  compile::lay_over(&*tables, &problems);
  if (!problems.empty()) {
    return fail(kInputError, compile::format_problem(problems[0]));
  }
  put(compile::format_coverage(compile::coverage_of(*tables)));
  return kDone;
}

int run(ShowWish& wish) {
  if (wish.coverage) return show_coverage(wish);
  if (wish.entities.empty()) {
    return fail(kUsage,
                tr("no entity, expected ids or names (or --coverage); see "
                   "`khitai show --help`"));
  }
  if (wish.common.format.empty()) wish.common.format = "text";
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string problem = type_problem(**lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  const WriteOptions options = write_options(wish.common);
  int code = kDone;
  std::string out;
  for (const std::string& wanted : wish.entities) {
    const std::vector<uint32_t> found = find(**lexicon, wish.common, wanted);
    if (found.empty()) {
      code = fail(kNothingFound, tr("'{1}': no such entity or name", wanted));
    }
    if (found.size() > 1 && !wish.common.quiet) {
      std::fprintf(
          stderr, "khitai: %s\n",
          tr_n("'{2}' may mean several things; here is {1}, best first "
               "(--year, --type or --lang may decide)",
               "'{2}' may mean several things; here are {1}, best "
               "first (--year, --type or --lang may decide)",
               found.size(), wanted)
              .c_str());
    }
    for (uint32_t entity : found) {
      if (wish.common.format == "json") {
        write_card_json(**lexicon, entity, options, &out);
      } else {
        if (!out.empty()) out += "\n";
        write_card_text(**lexicon, entity, options, &out);
      }
    }
  }
  put(out);
  return code;
}

}  // namespace

void add_show(CLI::App* program, Action* action) {
  CLI::App* command =
      program->add_subcommand("show", "Show all that is known of an entity");
  auto wish = std::make_shared<ShowWish>();
  command->add_option("entities", wish->entities, "Ids or names")
      ->type_name("ENTITY");
  command->add_flag("--coverage", wish->coverage,
                    "Count what the tables hold, as Markdown");
  add_format(command, {"text", "json"}, &wish->common);
  add_common(
      command,
      kTakesLexicon | kTakesTime | kTakesFilter | kTakesLimit | kTakesDisplay,
      &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai show qara-khitai\n"
      "  khitai show Sanjar --year 1141");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
