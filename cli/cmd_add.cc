// SPDX-License-Identifier: Apache-2.0
//
// khitai add NAME FORM: puts a row in its place and shows what comes of it.

#include <filesystem>

#include "cli/add_report.h"
#include "cli/command.h"
#include "cli/tables.h"
#include "compile/add.h"
#include "compile/tables_files.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

struct AddWish {
  Common common;
  compile::Addition row;
  std::string folder;
  std::vector<std::string> texts;
  bool dry_run = false;
};

// Why the rows are not written; "" when nothing stands against it.
std::string refusal(const compile::PlannedRows& plan) {
  std::string lines;
  for (const compile::Problem& problem : plan.problems) {
    if (!lines.empty()) lines += "\nkhitai: ";
    lines += compile::format_problem(problem);
  }
  return lines;
}

int write_and_tell(const AddWish& wish, const std::string& folder,
                   const compile::PlannedRows& plan) {
  std::vector<std::string> paths = wish.texts;
  if (paths.empty()) paths = corpora_beside(folder);
  if (paths.empty()) paths = corpora_beside(shipped_tables());
  const auto texts = read_texts(paths);
  if (!texts.ok()) return fail(kInputError, texts.error().message);
  const auto before = load_file_or_folder(folder);
  if (!before.ok()) return fail(kInputError, before.error().message);
  std::string out;
  for (const compile::NewRow& row : plan.rows) {
    out += row.path + ":\n  " + row.row + "\n";
  }
  tell_meanings(**before, wish.row.form, wish.row.name, &out);
  if (wish.dry_run) {
    put(out + "Nothing was written (--dry-run).\n");
    return kDone;
  }
  const Status written = compile::write_rows(plan.rows);
  if (!written.ok()) return fail(kInputError, written.error().message);
  const auto after = load_file_or_folder(folder);
  if (!after.ok()) return fail(kInputError, after.error().message);
  tell_spellings(**before, **after, &out);
  tell_reading(**after, wish.row.form, wish.row.name, &out);
  tell_mentions(**before, **after, *texts, &out);
  put(out);
  return kDone;
}

int run(AddWish& wish) {
  if (wish.folder.empty()) {
    const Result<std::string> shipped = need_tables();
    if (!shipped.ok()) return fail(kInputError, shipped.error().message);
    wish.folder = *shipped;
  }
  const std::string folder = compile::without_slash(wish.folder);
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
  const auto tables = read_sound_tables(with_vocabulary({folder}), {});
  if (!tables.ok()) return fail(kInputError, tables.error().message);
  const auto plan = compile::plan_addition(*tables, folder, wish.row);
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
  auto wish = std::make_shared<AddWish>();
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
