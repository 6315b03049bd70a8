// SPDX-License-Identifier: Apache-2.0

#include "cli/stale_wish.h"

#include <algorithm>
#include <filesystem>

#include "cli/annotate_wish.h"
#include "cli/messages.h"
#include "cli/record_run.h"
#include "cli/stale_database.h"

namespace khitai::cli {
namespace {

bool is_there(const std::string& path) {
  std::error_code error;
  return path == "-" || std::filesystem::exists(path, error);
}

// Of an index that is a database; `other` is a file that is none, "" if all
// are.
std::string database_problem(const StaleWish& wish, const std::string& other) {
  if (!other.empty()) {
    return other + ": no database of SQLite, expected such only, or none";
  }
  if (!wish.read.field.empty() || !wish.id_field.empty() ||
      wish.emit == "docs") {
    return wish.files[0] +
           ": a database of SQLite knows its texts, expected none of --field, "
           "--id-field, --emit docs";
  }
  return "";
}

// A database that is not there is told where it is opened.
std::string write_problem(const StaleWish& wish, const std::string& other) {
  if (!wish.write || !is_there(other)) return "";
  return "--write: " + other +
         " is no database of SQLite, expected one; index again what is told "
         "without --write" +
         (wish.read.field.empty() ? "" : " (--emit docs: the records)");
}

std::string documents_problem(const StaleWish& wish) {
  for (const std::string& path : wish.files) {
    if (!has_records(input_of_path(wish.read, path))) continue;
    return path + ": has records, expected --field with what is the text";
  }
  if (wish.emit != "docs" && wish.id_field.empty()) return "";
  return "--emit docs, --id-field: expected together with --field, of records";
}

std::string records_problem(const StaleWish& wish) {
  if (!wish.read.encoding.empty()) {
    return "--encoding: records are read as UTF-8, expected none";
  }
  size_t tables = 0;
  for (const std::string& path : wish.files) {
    const Input input = input_of_path(wish.read, path);
    if (!has_records(input)) {
      return "--field: " + path +
             " has no records, expected JSON Lines, CSV or TSV (--input)";
    }
    if (input != Input::kJsonl) ++tables;
  }
  if (wish.emit == "docs" && tables > 0 && wish.files.size() > 1) {
    return "--emit docs: several files, of which a table has a header, "
           "expected one";
  }
  return "";
}

}  // namespace

std::string stale_problem(const StaleWish& wish) {
  const std::string read = read_problem(wish.read);
  if (!read.empty()) return read;
  if (std::count(wish.files.begin(), wish.files.end(), "-") > 1) {
    return tr("-: standard input can be read once only");
  }
  const auto other =
      std::find_if_not(wish.files.begin(), wish.files.end(), is_database);
  const auto database =
      std::find_if(wish.files.begin(), wish.files.end(), is_database);
  if (database != wish.files.end()) {
    return database_problem(wish, other == wish.files.end() ? "" : *other);
  }
  const std::string write = write_problem(wish, *other);
  if (!write.empty()) return write;
  return wish.read.field.empty() ? documents_problem(wish)
                                 : records_problem(wish);
}

void add_stale_options(CLI::App* command, StaleWish* wish) {
  command->add_option("old_lexicon", wish->before, "That the index is of")
      ->type_name("OLD")
      ->required();
  command->add_option("new_lexicon", wish->after, "That it is to be of")
      ->type_name("NEW")
      ->required();
  command
      ->add_option("files", wish->files,
                   "Databases of SQLite; records (--field); or documents, and "
                   "folders of them; - is standard input")
      ->type_name("FILE")
      ->required();
  command->add_flag("--write", wish->write,
                    "Write the rows of databases anew; they are of NEW then");
  command
      ->add_option("--emit", wish->emit,
                   "Where the records are that change; or these, as annotate "
                   "--emit docs writes them with NEW")
      ->type_name("WHAT")
      ->check(one_of({"places", "docs"}));
  command
      ->add_option("--id-field", wish->id_field,
                   "What is the id of a record, told, too: a member or a JSON "
                   "pointer, a column")
      ->type_name("NAME");
  add_read_options(command, &wish->read);
  add_offsets_option(command, "Unit of offsets of --emit docs", &wish->offsets);
  add_overlap_options(command, &wish->overlap, &wish->decide);
  add_common(command, kTakesTime | kTakesFilter | kTakesDisplay | kTakesJobs,
             &wish->common);
}

}  // namespace khitai::cli
