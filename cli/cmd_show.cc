// SPDX-License-Identifier: Apache-2.0
//
// khitai show ENTITY: an entity's card.

#include "cli/asked_names.h"
#include "cli/command.h"
#include "cli/find_entity.h"
#include "cli/messages.h"
#include "cli/tables.h"
#include "compile/coverage.h"
#include "compile/overlay.h"
#include "write/timeline.h"

namespace khitai::cli {
namespace {

struct ShowWish {
  Common common;
  std::vector<std::string> entities;
  bool coverage = false;
};

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

// The works of all cards together: a bibliography has each once.
void write_cards(const Lexicon& lexicon, const std::vector<uint32_t>& entities,
                 const std::string& format, const WriteOptions& options,
                 std::string* out) {
  if (format == "bibtex") {
    if (!entities.empty()) write_bibtex(lexicon, entities, out);
    return;
  }
  for (uint32_t entity : entities) {
    if (format == "json") {
      write_card_json(lexicon, entity, options, out);
    } else {
      if (!out->empty()) *out += "\n";
      write_card_text(lexicon, entity, options, out);
    }
  }
}

// A picture is of one entity.
int show_timeline(const Lexicon& lexicon, const ShowWish& wish) {
  if (wish.entities.size() != 1) {
    return fail(kUsage, tr("--format svg draws one entity, {1} are asked for",
                           std::to_string(wish.entities.size())));
  }
  const std::string& wanted = wish.entities.front();
  const std::vector<uint32_t> found =
      find_entities(lexicon, wish.common, wanted);
  if (found.empty()) {
    return fail(kNothingFound, unknown_words(lexicon, wish.common, wanted));
  }
  if (found.size() > 1) {
    std::string ids;
    for (const uint32_t entity : found) {
      ids += (ids.empty() ? "" : ", ") + std::string(lexicon.entity(entity).id);
    }
    return fail(kUsage, tr("'{1}' may mean several things, and --format svg "
                           "draws one entity: give one of {2}",
                           wanted, ids));
  }
  std::string out;
  write::write_timeline_svg(
      write::timeline_of(lexicon, found.front(), {wish.common.lang}), &out);
  put(out);
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
  if (wish.common.format == "svg") return show_timeline(**lexicon, wish);
  const WriteOptions options = write_options(wish.common);
  int code = kDone;
  std::vector<uint32_t> all;
  for (const std::string& wanted : wish.entities) {
    const std::vector<uint32_t> found =
        need_entities(**lexicon, wish.common, wanted);
    if (found.empty()) code = kNothingFound;
    all.insert(all.end(), found.begin(), found.end());
  }
  std::string out;
  write_cards(**lexicon, all, wish.common.format, options, &out);
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
  add_format(command, {"text", "json", "bibtex", "svg"}, &wish->common);
  add_common(
      command,
      kTakesLexicon | kTakesTime | kTakesFilter | kTakesLimit | kTakesDisplay,
      &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai show qara-khitai\n"
      "  khitai show Sanjar --year 1141\n"
      "  khitai show balasagun --format bibtex > works.bib\n"
      "  khitai show qara-khitai --format svg > names.svg");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
