// SPDX-License-Identifier: Apache-2.0
//
// khitai synonyms: spellings of the lexicon for engines that take nothing else.

#include <cstdio>

#include "cli/command.h"
#include "khitai/search.h"

namespace khitai::cli {
namespace {

using Target = SynonymOptions::Target;
constexpr int64_t kMostOfEntity = 100000;

struct SynonymsWish {
  Common common;
  std::string engine;
  std::vector<std::string> entities;
  SynonymOptions options;
};

std::string synonyms_problem(const SynonymsWish& wish) {
  const bool lists = wish.engine == "typesense" || wish.engine == "meilisearch";
  if (wish.common.format == "json" && wish.engine != "elasticsearch") {
    return "--format json: " + wish.engine +
           (lists ? " has one shape, expected no --format"
                  : " reads files, expected --format text");
  }
  if (wish.common.format == "text" && lists) {
    return "--format text: " + wish.engine +
           " has one shape, expected no --format";
  }
  if (wish.options.expand && lists) {
    return "--expand: the spellings of " + wish.engine +
           " stand for each other anyway, expected none";
  }
  for (const std::string& lang : wish.options.langs) {
    const std::string problem = lang_problem(lang);
    if (!problem.empty()) return "--lang: " + problem;
  }
  return "";
}

Target target_of(const SynonymsWish& wish) {
  if (wish.engine == "typesense") return Target::kTypesense;
  if (wish.engine == "meilisearch") return Target::kMeilisearch;
  return wish.common.format == "json" ? Target::kApi : Target::kFile;
}

int run(const SynonymsWish& wish) {
  const std::string problem = synonyms_problem(wish);
  if (!problem.empty()) return fail(kUsage, problem);
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string type = type_problem(**lexicon, wish.common.type);
  if (!type.empty()) return fail(kUsage, "--type: " + type);
  SynonymOptions options = wish.options;
  options.type = wish.common.type;
  options.target = target_of(wish);
  for (const std::string& id : wish.entities) {
    const auto entity = (*lexicon)->find_entity(id);
    if (!entity) {
      return fail(kNothingFound,
                  "--entity: no entity '" + id + "', expected the id of one");
    }
    options.entities.push_back(*entity);
  }
  const Synonyms synonyms = write_synonyms(**lexicon, options);
  if (!synonyms.left_out.empty()) {
    std::fprintf(stderr, "khitai: left out: %s\n", synonyms.left_out.c_str());
  }
  if (synonyms.rules == 0) {
    return fail(kNothingFound, "no entity has spellings for that");
  }
  put(synonyms.text);
  return kDone;
}

void add_synonym_options(CLI::App* command, SynonymsWish* wish) {
  command->add_option("--for", wish->engine, "Search engine to write them for")
      ->type_name("ENGINE")
      ->required()
      ->check(one_of(
          {"solr", "elasticsearch", "opensearch", "typesense", "meilisearch"}));
  command->add_flag("--expand", wish->options.expand,
                    "Spellings that stand for each other, instead of a token "
                    "that stands for all of them");
  command->add_flag("--ambiguous", wish->options.ambiguous,
                    "Spellings of several entities, too");
  command
      ->add_option("--lang", wish->options.langs,
                   "Only spellings of this language (may be repeated)")
      ->type_name("LANG")
      ->allow_extra_args(false);
  command
      ->add_option("--entity", wish->entities,
                   "Only this entity (may be repeated)")
      ->type_name("ID")
      ->allow_extra_args(false);
  command
      ->add_option("--limit", wish->options.limit,
                   "Spellings of an entity, the best known first (0: all)")
      ->type_name("N")
      ->check(whole_number(kMostOfEntity));
}

}  // namespace

void add_synonyms(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "synonyms", "Write the names' spellings as synonyms for a search engine");
  auto wish = std::make_shared<SynonymsWish>();
  add_synonym_options(command, wish.get());
  add_format(command, {"text", "json"}, &wish->common);
  add_common(command, kTakesLexicon | kTakesType, &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai synonyms --for solr --type polity > synonyms.txt\n"
      "  khitai synonyms --for elasticsearch --format json --lang en\n"
      "  khitai synonyms --for meilisearch --entity qara-khitai --limit 8");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
