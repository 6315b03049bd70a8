// SPDX-License-Identifier: Apache-2.0
//
// khitai add NAME FORM: puts a row in its place and shows what comes of it.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "base/mapped_file.h"
#include "cli/command.h"
#include "compile/add.h"
#include "compile/overlay.h"
#include "compile/tables.h"
#include "khitai/annotate.h"
#include "khitai/differences.h"
#include "khitai/resolve.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMostShown = 12;    // spellings, places in texts
constexpr size_t kAround = 30;       // bytes of context on either side
constexpr double kLeastNear = 0.05;  // probability of what comes near

struct Wish {
  Common common;
  compile::Addition row;
  std::string folder;
  std::vector<std::string> texts;
  bool dry_run = false;
};

using Loaded = std::shared_ptr<const Lexicon>;

// What the spelling meant before: exactly, and what comes near.
void tell_meanings(const Lexicon& lexicon, const Wish& wish, std::string* out) {
  Query query;
  query.name = wish.row.form;
  const Resolution found = resolve_name(lexicon, query);
  size_t told = 0;
  for (const Candidate& one : found.candidates) {
    if (told == wish.common.limit) break;
    const Entity entity = lexicon.entity(one.entity);
    if (entity.id == wish.row.name || one.probability < kLeastNear) continue;
    if (told++ == 0) *out += "Until now the spelling came near to:\n";
    char probability[16];
    std::snprintf(probability, sizeof(probability), "%.2f", one.probability);
    *out += "  " + std::string(probability) + "  " + std::string(entity.id) +
            "  " + std::string(lexicon.form(one.form).text) + "\n";
  }
}

// Spellings that are found now, made by rules included.
void tell_spellings(const Lexicon& before, const Lexicon& after,
                    std::string* out) {
  size_t told = 0, all = 0;
  std::string lines;
  for (const Difference& one : differences(before, after)) {
    if (one.kind != Difference::Kind::kSpelling) continue;
    ++all;
    const bool lost = one.change == Difference::Change::kRemoved;
    if (told++ >= kMostShown && !lost) continue;
    lines +=
        std::string(lost ? "  - " : "  + ") + one.what + "  " + one.id + "\n";
  }
  if (all == 0) {
    *out += "No spelling is found in texts that was not found before.\n";
    return;
  }
  *out += "Found in texts from now on (-: no longer):\n" + lines;
  if (all > kMostShown) {
    *out += "  and " + std::to_string(all - kMostShown) + " more\n";
  }
}

// The text around a mention, in one line.
std::string excerpt(const Annotation& text, const Mention& mention) {
  const auto is_inside = [&](size_t at) {
    return (static_cast<unsigned char>(text.source[at]) & 0xC0) == 0x80;
  };
  size_t from = mention.begin > kAround ? mention.begin - kAround : 0;
  while (from > 0 && is_inside(from)) --from;
  size_t to = std::min(mention.end + kAround, text.source.size());
  while (to < text.source.size() && is_inside(to)) ++to;
  std::string line =
      text.source.substr(from, mention.begin - from) + "[" +
      text.source.substr(mention.begin, mention.end - mention.begin) + "]" +
      text.source.substr(mention.end, to - mention.end);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

size_t line_of(const Annotation& text, size_t at) {
  return 1 + static_cast<size_t>(std::count(
                 text.source.begin(),
                 text.source.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// Mentions of one text that were not there before.
size_t tell_text(const std::string& path, const Lexicon& before,
                 const Lexicon& after, std::string* out) {
  const Result<std::string> bytes = base::read_whole(path);
  if (!bytes.ok()) return 0;
  const Annotation old = annotate_document(before, path, *bytes, {});
  const Annotation now = annotate_document(after, path, *bytes, {});
  std::set<std::pair<size_t, size_t>> known;
  for (const Mention& mention : old.mentions) {
    known.emplace(mention.begin, mention.end);
  }
  size_t count = 0;
  for (const Mention& mention : now.mentions) {
    if (known.contains({mention.begin, mention.end})) continue;
    if (++count > kMostShown) continue;
    *out += "  " + path + ":" + std::to_string(line_of(now, mention.begin)) +
            ": " + excerpt(now, mention) + "\n";
  }
  return count;
}

// The texts to look in: those given, else corpora/ beside the tables.
std::vector<std::string> texts_of(const Wish& wish, const std::string& folder) {
  if (!wish.texts.empty()) return wish.texts;
  std::vector<std::string> paths;
  std::error_code error;
  const fs::path corpora = fs::path(folder).parent_path() / "corpora";
  for (fs::directory_iterator it(corpora, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() == ".txt") paths.push_back(it->path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

void tell_texts(const Wish& wish, const std::string& folder,
                const Lexicon& before, const Lexicon& after, std::string* out) {
  const std::vector<std::string> paths = texts_of(wish, folder);
  std::string lines;
  size_t count = 0;
  for (const std::string& path : paths) {
    count += tell_text(path, before, after, &lines);
  }
  if (paths.empty()) return;
  *out += "New mentions in " + std::to_string(paths.size()) +
          (paths.size() == 1 ? " text: " : " texts: ") + std::to_string(count) +
          "\n" + lines;
}

// Why the rows are not written; "" when nothing stands against it.
std::string refusal(const compile::PlannedRows& plan) {
  std::string lines;
  for (const compile::Problem& problem : plan.problems) {
    if (!lines.empty()) lines += "\nkhitai: ";
    lines += compile::format_problem(problem);
  }
  return lines;
}

int write_and_tell(const Wish& wish, const std::string& folder,
                   const compile::PlannedRows& plan) {
  const auto before = load_file_or_folder(folder);
  if (!before.ok()) return fail(kInputError, before.error().message);
  std::string out;
  for (const compile::NewRow& row : plan.rows) {
    out += row.path + ":\n  " + row.row + "\n";
  }
  tell_meanings(**before, wish, &out);
  if (wish.dry_run) {
    put(out + "Nothing was written (--dry-run).\n");
    return kDone;
  }
  const Status written = compile::write_rows(plan.rows);
  if (!written.ok()) return fail(kInputError, written.error().message);
  const auto after = load_file_or_folder(folder);
  if (!after.ok()) return fail(kInputError, after.error().message);
  tell_spellings(**before, **after, &out);
  tell_texts(wish, folder, **before, **after, &out);
  put(out);
  return kDone;
}

int run(Wish& wish) {
  std::string folder = wish.folder.empty() ? shipped_tables() : wish.folder;
  if (folder.empty()) {
    return fail(kInputError,
                "the lexicon's tables are not beside the program; give "
                "--lexicon-dir or set KHITAI_TABLES to their folder");
  }
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return fail(kInputError, folder +
                                 ": no such folder, expected one of "
                                 "tables; make it first");
  }
  wish.row.lang = wish.common.lang;
  if (wish.row.lang.empty()) {
    return fail(kUsage,
                "no --lang, expected the language of the form, such as "
                "ru or zh-Hant; see `khitai add --help`");
  }
  std::vector<compile::Problem> problems;
  const compile::Tables tables =
      compile::read_tables(with_vocabulary({folder}), &problems);
  for (const compile::Problem& problem : problems) {
    if (!problem.warning) {
      return fail(kInputError,
                  compile::format_problem(problem) + "; see `khitai check`");
    }
  }
  const auto plan = compile::plan_addition(tables, folder, wish.row);
  if (!plan.ok()) return fail(kInputError, plan.error().message);
  const std::string refused = refusal(*plan);
  if (!refused.empty()) {
    return fail(kInputError, refused + "\nkhitai: nothing was written");
  }
  return write_and_tell(wish, folder, *plan);
}

void add_columns(CLI::App* command, compile::Addition* row) {
  command
      ->add_option("--source", row->source,
                   "Ids of sources.tsv, each perhaps with :LOCUS, by ;")
      ->type_name("SOURCE");
  command
      ->add_option("--reading", row->reading, "Pinyin, kana or vocalized IJMES")
      ->type_name("TEXT");
  command->add_option("--grammar", row->grammar, "adjective, demonym ...")
      ->type_name("WORDS");
  command->add_option("--use", row->use, "cue, cased, lang, part, never, label")
      ->type_name("WORDS");
  command->add_option("--certainty", row->certainty, "How sure it is")
      ->type_name("WORD");
  command->add_option("--basis", row->basis, "What is known of it")
      ->type_name("WORD");
  command
      ->add_option("--part", row->parts,
                   "A part of a person's name in --lang: 'ism Mahmud' (may be "
                   "repeated)")
      ->type_name("TEXT")
      ->allow_extra_args(false);
  command
      ->add_option("--relation", row->relations,
                   "'ruler-of qara-khitai 1124 1143' (may be repeated)")
      ->type_name("TEXT")
      ->allow_extra_args(false);
  command
      ->add_option("--distinct", row->distinct,
                   "What tells it from the other of the spelling: 'this / "
                   "that'")
      ->type_name("TEXT");
  command->add_option("--type", row->type, "NAME is a new entity of this type")
      ->type_name("TYPE");
  command->add_option("--label", row->label, "Its label (default: FORM)")
      ->type_name("TEXT");
  command->add_option("--description", row->description, "What it is")
      ->type_name("TEXT");
  command->add_option("--from", row->from, "When it begins")->type_name("DATE");
  command->add_option("--to", row->to, "When it ends")->type_name("DATE");
}

}  // namespace

void add_add(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "add", "Add a form to the tables and show what it finds");
  auto wish = std::make_shared<Wish>();
  command->add_option("name", wish->row.name, "Id of an entity or a name")
      ->type_name("NAME")
      ->required();
  command->add_option("form", wish->row.form, "The spelling")
      ->type_name("FORM")
      ->required();
  add_columns(command, &wish->row);
  command
      ->add_option("--lexicon-dir", wish->folder,
                   "Folder of tables to write to (default: the shipped "
                   "tables)")
      ->type_name("DIR");
  command
      ->add_option("--texts", wish->texts,
                   "Texts to look for it in (default: corpora/ beside the "
                   "tables)")
      ->type_name("FILE");
  command->add_flag("--dry-run", wish->dry_run, "Show the row, write nothing");
  add_common(command, kTakesLang, &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai add yelu-dashi '\xD0\x95\xD0\xBB\xD1\x8E\xD0\xB9-"
      "\xD0\x94\xD0\xB0\xD1\x88\xD0\xB8' --lang ru --source "
      "barthold-turkestan\n"
      "  khitai add qamar-khatun 'Qamar Khatun' --lang en --type person "
      "--from 1150~");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
