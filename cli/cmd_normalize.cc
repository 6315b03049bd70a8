// SPDX-License-Identifier: Apache-2.0
//
// khitai normalize FILES: names replaced by a preferred form, and back.

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/input_file.h"
#include "base/mapped_file.h"
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/messages.h"
#include "document/kind.h"
#include "khitai/annotate.h"
#include "khitai/conventions.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

struct NormalizeWish {
  Common common;
  std::vector<std::string> files;
  ReadWish read;
  std::string level = "form";
  std::string prefer, style, out, changes, undo;
  std::vector<std::string> also;
  double decide = kDecideMention;
  bool dry_run = false;
};

std::string prefer_problem(const Lexicon& lexicon, const std::string& word) {
  if (word.empty() || !convention_tags(lexicon, word).empty() ||
      lang_problem(word).empty()) {
    return "";
  }
  return tr(
      "'{1}', expected a language tag such as en or a convention such as "
      "wade-giles",
      word);
}

Level level_of(const std::string& word) {
  if (word == "name") return Level::kName;
  return word == "entity" ? Level::kEntity : Level::kForm;
}

std::string out_path(const NormalizeWish& wish, const std::string& file) {
  return (fs::path(wish.out) /
          fs::path(document::unpacked_name(file)).filename())
      .string();
}

// What is wrong with where the results would go; "" if nothing.
std::string places_problem(const NormalizeWish& wish) {
  if (wish.dry_run) return "";
  if (wish.files.size() > 1 && wish.out.empty()) {
    return tr(
        "--out: not given, expected a folder when there are several files");
  }
  if (wish.out.empty()) return "";
  std::map<std::string, std::string> seen;
  for (const std::string& file : wish.files) {
    if (file == "-") {
      return tr("--out: standard input has no name to write it by");
    }
    const std::string base =
        fs::path(document::unpacked_name(file)).filename().string();
    const auto [slot, fresh] = seen.emplace(base, file);
    if (!fresh) {
      return tr("{1} and {2} would both be written to {3}", slot->second, file,
                out_path(wish, file));
    }
  }
  for (const std::string& file : wish.files) {
    for (const std::string& other : wish.files) {
      std::error_code error;
      if (fs::equivalent(out_path(wish, file), other, error)) {
        return "--out " + wish.out + ": " +
               tr("{1} would be overwritten, expected another folder", other);
      }
    }
  }
  return "";
}

// Text of all documents, to standard output or the folder. REQUIRES: as many
// texts as names.
int deliver(const NormalizeWish& wish, const std::vector<std::string>& names,
            const std::vector<std::string>& texts, int code) {
  if (wish.out.empty()) {
    for (const std::string& text : texts) put(text);
    return code;
  }
  std::error_code error;
  fs::create_directories(wish.out, error);
  if (error) {
    return fail(kInputError, tr("{1}: cannot be made a folder: {2}", wish.out,
                                error.message()));
  }
  for (size_t i = 0; i < texts.size(); ++i) {
    const Status written =
        base::write_whole(out_path(wish, names[i]), texts[i]);
    if (!written.ok()) code = fail(kInputError, written.error().message);
  }
  return code;
}

int undo(const NormalizeWish& wish) {
  const auto changes = base::read_whole(wish.undo);
  if (!changes.ok()) return fail(kInputError, changes.error().message);
  std::vector<std::string> texts;
  for (const std::string& file : wish.files) {
    const auto text = base::read_whole(file);
    if (!text.ok()) return fail(kInputError, text.error().message);
    auto source = undo_changes(file, *text, wish.undo, *changes);
    if (!source.ok()) return fail(kInputError, source.error().message);
    texts.push_back(std::move(source).value());
  }
  return deliver(wish, wish.files, texts, kDone);
}

AnnotateOptions options_of(const NormalizeWish& wish) {
  AnnotateOptions options = annotate_options(wish.read, wish.common);
  options.decide = wish.decide;
  return options;
}

Result<NormalizeOptions> normalize_options(const Lexicon& lexicon,
                                           const NormalizeWish& wish) {
  NormalizeOptions options;
  options.level = level_of(wish.level);
  if (!wish.prefer.empty()) {
    options.prefer = convention_tags(lexicon, wish.prefer);
    if (options.prefer.empty()) options.prefer = {wish.prefer};
  }
  for (const std::string& also : wish.also) {
    options.quotes = options.quotes || also == "quotes";
    options.titles = options.titles || also == "titles";
    options.bibliography = options.bibliography || also == "bibliography";
  }
  if (wish.style.empty()) return options;
  const auto table = base::read_whole(wish.style);
  if (!table.ok()) return table.error();
  auto style = read_house_style(lexicon, wish.style, *table);
  if (!style.ok()) return style.error();
  options.style = std::move(style).value();
  return options;
}

// Annotates what can be read; returns the exit code so far.
int annotate_all(const Lexicon& lexicon, const NormalizeWish& wish,
                 std::vector<Annotation>* pages) {
  int code = kDone;
  for (const std::string& file : wish.files) {
    auto page = annotate_path(lexicon, file, options_of(wish));
    if (page.ok() && !page->encoding.name.empty()) {
      const std::string& name = page->encoding.name;
      code = fail(kInputError, tr("{1}: {2}, expected UTF-8; convert it with "
                                  "`iconv -f {2} -t UTF-8`",
                                  file, name));
    } else if (page.ok()) {
      // What is written is not compressed.
      page->name = document::unpacked_name(page->name);
      pages->push_back(std::move(page).value());
    } else {
      code = fail(kInputError, page.error().message);
    }
  }
  return code;
}

int run(const NormalizeWish& wish) {
  const std::string unread = read_problem(wish.read);
  if (!unread.empty()) return fail(kUsage, unread);
  const std::string places = places_problem(wish);
  if (!places.empty()) return fail(kUsage, places);
  if (!wish.undo.empty()) return undo(wish);
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string problem = type_problem(**lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  const std::string wrong = prefer_problem(**lexicon, wish.prefer);
  if (!wrong.empty()) return fail(kUsage, "--prefer: " + wrong);
  const auto options = normalize_options(**lexicon, wish);
  if (!options.ok()) return fail(kInputError, options.error().message);
  std::vector<Annotation> pages;
  const int code = annotate_all(**lexicon, wish, &pages);
  if (pages.empty()) return code;
  const auto results = normalize(**lexicon, pages, *options);
  std::string list;
  write_changes_header(&list);
  std::vector<std::string> names, texts;
  for (size_t i = 0; i < results.size(); ++i) {
    write_changes(**lexicon, pages[i].name, options->level, results[i], &list);
    names.push_back(pages[i].name);
    texts.push_back(results[i].text);
  }
  if (wish.dry_run) put(list);
  if (!wish.changes.empty()) {
    const Status written = base::write_whole(wish.changes, list);
    if (!written.ok()) return fail(kInputError, written.error().message);
  }
  return wish.dry_run ? code : deliver(wish, names, texts, code);
}

void add_choices(CLI::App* command, NormalizeWish* wish) {
  command
      ->add_option("--level", wish->level,
                   "What is made one: spellings of a name, names of an entity "
                   "in a language, all names of an entity")
      ->type_name("LEVEL")
      ->check(one_of({"form", "name", "entity"}));
  command
      ->add_option("--prefer", wish->prefer,
                   "Language or convention of the preferred forms")
      ->type_name("TAG");
  command
      ->add_option("--style", wish->style,
                   "House style: a table with the columns id and form")
      ->type_name("FILE");
  command
      ->add_option("--also", wish->also,
                   "Change names there too (quotes, titles, bibliography)")
      ->type_name("WHERE")
      ->delimiter(',')
      ->check(one_of({"quotes", "titles", "bibliography"}));
  add_read_options(command, &wish->read);
  command
      ->add_option("--decide", wish->decide, "Least probability of a decision")
      ->type_name("P")
      ->check(probability());
}

void add_places(CLI::App* command, NormalizeWish* wish) {
  command->add_option("--out", wish->out, "Folder for the texts")
      ->type_name("DIR");
  command
      ->add_option("--changes", wish->changes,
                   "Write a list of what was replaced and what was left")
      ->type_name("FILE");
  CLI::Option* dry = command->add_flag("--dry-run", wish->dry_run,
                                       "Print the list of changes only");
  command
      ->add_option("--undo", wish->undo,
                   "Restore the texts that this list of changes was made of")
      ->type_name("FILE")
      ->excludes(dry);
}

}  // namespace

void add_normalize(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "normalize", "Replace the names in texts by a preferred form");
  auto wish = std::make_shared<NormalizeWish>();
  command->add_option("files", wish->files, "Documents; - is standard input")
      ->type_name("FILE")
      ->required();
  add_choices(command, wish.get());
  add_places(command, wish.get());
  add_common(command, kTakesLexicon | kTakesTime | kTakesFilter, &wish->common);
  command->footer(
      "Quotations, titles, bibliographies, addresses and code stay as they "
      "are.\n\n"
      "Examples:\n"
      "  khitai normalize chapter.txt --dry-run\n"
      "  khitai normalize --prefer wade-giles chapter.txt > new.txt\n"
      "  khitai normalize --style house.tsv --out new --changes list.tsv *.md\n"
      "  khitai normalize --undo list.tsv --out old new/*.md");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
