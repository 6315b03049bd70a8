// SPDX-License-Identifier: Apache-2.0
//
// khitai query TEXT: what was typed into a search box, for a search engine.

#include <algorithm>

#include "cli/batch.h"
#include "cli/command.h"
#include "cli/messages.h"
#include "khitai/search.h"

namespace khitai::cli {
namespace {

constexpr int64_t kMostSpellings = 100000;

struct EngineWord {
  const char* word;
  Engine engine;
};
constexpr EngineWord kEngineWords[] = {
    {"fts5", Engine::kFts5},     {"postgres", Engine::kPostgres},
    {"lucene", Engine::kLucene}, {"elasticsearch", Engine::kElasticsearch},
    {"solr", Engine::kSolr},     {"sql-like", Engine::kSqlLike}};

struct QueryWish {
  Common common;
  std::string text;
  std::string engine;
  std::string expand = "entity";
  std::string senses = "likely";
  std::string offsets = "byte";
  EngineOptions options;
  bool terms = false;
  bool ids_only = false;
  size_t limit = 50;
};

std::string query_problem(const QueryWish& wish) {
  if (!wish.engine.empty() && !wish.common.format.empty()) {
    return tr(
        "--format: the query of an engine has its own, expected --for or "
        "--format");
  }
  if (wish.ids_only && (wish.terms || wish.expand == "name")) {
    return tr(
        "--ids-only: spellings are asked for, expected no --terms and no "
        "--expand name");
  }
  const std::string field = field_problem(wish.options.field);
  if (!field.empty()) return "--field: " + field;
  const std::string ids = field_problem(wish.options.ids_field);
  if (!ids.empty()) return "--ids-field: " + ids;
  return "";
}

SearchOptions search_options(const QueryWish& wish) {
  SearchOptions options;
  options.lang = wish.common.lang;
  options.year = wish.common.year;
  options.type = wish.common.type;
  if (wish.expand == "name") options.expand = Expand::kName;
  if (wish.expand == "cognates") options.expand = Expand::kCognates;
  options.all_senses = wish.senses == "all";
  options.spellings = wish.terms || wish.expand == "name";
  options.limit = wish.limit;
  return options;
}

EngineOptions engine_options(const QueryWish& wish) {
  EngineOptions options = wish.options;
  for (const EngineWord& one : kEngineWords) {
    if (wish.engine == one.word) options.engine = one.engine;
  }
  options.ids = !wish.terms && wish.expand != "name";
  options.typed = !wish.ids_only;
  return options;
}

WriteOptions shape_of(const QueryWish& wish) {
  WriteOptions options = write_options(wish.common);
  if (wish.offsets == "codepoint") options.offsets = Offsets::kCodepoint;
  if (wish.offsets == "utf16") options.offsets = Offsets::kUtf16;
  return options;
}

// False: nothing was asked.
bool answer(const Lexicon& lexicon, const QueryWish& wish,
            const std::string& text, std::string* out) {
  const Search search = read_search(lexicon, text, search_options(wish));
  if (!wish.engine.empty()) {
    write_engine_query(lexicon, search, engine_options(wish), out);
    *out += '\n';
  } else if (wish.common.format == "json" ||
             (wish.common.format.empty() && !is_terminal_output())) {
    write_search_json(lexicon, search, shape_of(wish), out);
  } else {
    write_search_text(lexicon, search, shape_of(wish), out);
  }
  return !search.parts.empty();
}

int run(const QueryWish& wish) {
  const std::string problem = query_problem(wish);
  if (!problem.empty()) return fail(kUsage, problem);
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string type = type_problem(**lexicon, wish.common.type);
  if (!type.empty()) return fail(kUsage, "--type: " + type);
  if (wish.text == "-") {
    return answer_lines([&](const std::string& line, std::string* out) {
      answer(**lexicon, wish, line, out);
    });
  }
  std::string out;
  if (!answer(**lexicon, wish, wish.text, &out)) {
    return fail(kNothingFound, tr("the query has no letter and no digit"));
  }
  put(out);
  return kDone;
}

void add_engine_options(CLI::App* command, QueryWish* wish) {
  std::vector<std::string> engines;
  for (const EngineWord& one : kEngineWords) engines.emplace_back(one.word);
  command->add_option("--for", wish->engine, "Search engine to write it for")
      ->type_name("ENGINE")
      ->check(one_of(engines));
  command->add_option("--field", wish->options.field, "Field that has the text")
      ->type_name("NAME");
  command
      ->add_option("--ids-field", wish->options.ids_field,
                   "Field that has the ids of the text's names")
      ->type_name("NAME");
  command
      ->add_option("--expand", wish->expand,
                   "What a name finds: its entity; spellings of this name; or "
                   "all that is called by a word of its origin")
      ->type_name("HOW")
      ->check(one_of({"name", "entity", "cognates"}));
  command
      ->add_option("--senses", wish->senses,
                   "Of a name with several: the likely ones, or all")
      ->type_name("WHICH")
      ->check(one_of({"likely", "all"}));
  command->add_flag("--terms", wish->terms,
                    "Spellings instead of ids, for indexes without ids");
  command->add_flag("--ids-only", wish->ids_only,
                    "Names by their ids, not as typed");
  command->add_option("--limit", wish->limit, "Spellings of a name (0: all)")
      ->type_name("N")
      ->check(whole_number(kMostSpellings));
  command->add_option("--offsets", wish->offsets, "Unit of offsets")
      ->type_name("UNIT")
      ->check(one_of({"byte", "codepoint", "utf16"}));
}

}  // namespace

void add_query(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "query", "Write a search engine's query for the names in a text");
  auto wish = std::make_shared<QueryWish>();
  command
      ->add_option("text", wish->text,
                   "What was typed into a search box; - reads one a line")
      ->type_name("TEXT")
      ->required();
  add_engine_options(command, wish.get());
  add_format(command, {"text", "json"}, &wish->common);
  add_common(command, kTakesLexicon | kTakesFilter, &wish->common);
  command->add_option("--year", wish->common.year, "Year spoken of")
      ->type_name("YEAR")
      ->check(told_by(year_problem));
  command->footer(
      "Examples:\n"
      "  khitai query --for fts5 'qara khitai conquest'\n"
      "  khitai query --for postgres --terms '\"Hsi Liao\"'\n"
      "  khitai query --format json --offsets utf16 'Cathay'");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
