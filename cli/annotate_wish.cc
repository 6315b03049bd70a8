// SPDX-License-Identifier: Apache-2.0

#include "cli/annotate_wish.h"

#include <algorithm>

#include "cli/messages.h"

namespace khitai::cli {
namespace {

// --existing needs a format that has to do with tags; "" if it has one.
std::string existing_problem(const AnnotateWish& wish,
                             const AnnotateFormat& format) {
  if (wish.existing_given->count() == 0) return "";
  const std::string& asked = wish.common.format;
  if (wish.existing == "check") {
    if (asked.empty() || asked == "text" || asked == "jsonl") return "";
    return tr("--existing check: a report, expected --format text or jsonl");
  }
  if (format.name == "tei") return "";
  return tr("--existing {1}: {2} has no tags, expected --format tei",
            wish.existing, format.name);
}

// What a format has no room for; "" if nothing.
std::string format_problem(const AnnotateWish& wish,
                           const AnnotateFormat& format) {
  const std::string name(format.name);
  const std::string existing = existing_problem(wish, format);
  if (!existing.empty()) return existing;
  if (!format.counts_offsets && wish.offsets_given->count() > 0) {
    return tr("--offsets: {1} has no offsets, expected none", name);
  }
  if (format.code_points && wish.offsets_given->count() > 0 &&
      wish.offsets != "codepoint") {
    return tr("--offsets {1}: {2} counts code points, expected codepoint",
              wish.offsets, name);
  }
  if (!format.overlaps && wish.overlap == "all") {
    return tr(
        "--overlap all: {1} has no room for mentions that overlap, expected "
        "longest",
        name);
  }
  return "";
}

// What is wrong with options of folders and tables; "" if nothing.
std::string tables_problem(const AnnotateWish& wish) {
  size_t inputs = std::count(wish.files.begin(), wish.files.end(), "-") +
                  std::count(wish.decisions.begin(), wish.decisions.end(), "-");
  if (wish.years == "-") ++inputs;
  if (wish.pattern == "-") ++inputs;
  if (inputs > 1) return tr("-: standard input can be read once only");
  if (wish.again && wish.out.empty())
    return tr("{1}: expected together with {2}", "--again", "--out DIR");
  if (!wish.years.empty() && wish.stats.empty()) {
    return tr("{1}: expected together with {2}", "--years", "--stats FILE");
  }
  if (wish.stats == "-" && wish.out.empty()) {
    return tr(
        "--stats -: standard output has the names, expected --out DIR for "
        "these");
  }
  return "";
}

// Options that have no meaning beside --suggest.
bool has_others(const AnnotateWish& wish) {
  return !wish.out.empty() || !wish.stats.empty() || !wish.pattern.empty() ||
         !wish.decisions.empty() || wish.offsets_given->count() > 0 ||
         wish.existing_given->count() > 0;
}

// Folders, what is written there, and the table of counts.
void add_folder_options(CLI::App* command, AnnotateWish* wish) {
  command
      ->add_option("--out", wish->out,
                   "Folder for a file of each document; what is done already "
                   "there is left")
      ->type_name("DIR");
  command->add_flag("--again", wish->again, "Write what is done already, too");
  command
      ->add_option("--stats", wish->stats,
                   "Table of counts by document, entity and form (.csv, .json, "
                   "else TSV; - is standard output)")
      ->type_name("FILE");
  command
      ->add_option("--years", wish->years,
                   "Years of the documents in that table: a table with the "
                   "columns document and year")
      ->type_name("FILE");
}

// How mentions are found and decided.
void add_finding_options(CLI::App* command, AnnotateWish* wish) {
  add_overlap_options(command, &wish->overlap, &wish->decide);
  command
      ->add_option("--decisions", wish->decisions,
                   "Table of what readers decided in a page (may be repeated; "
                   "the later one counts)")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      ->add_option("--pattern", wish->pattern,
                   "Table of your own patterns: label, regex (RE2), entity")
      ->type_name("FILE");
}

// What is written of them.
void add_shape_options(CLI::App* command, AnnotateWish* wish) {
  std::vector<std::string> formats = annotate_format_names();
  formats.emplace_back(kSuggestTable);
  add_format(command, formats, &wish->common);
  command
      ->add_option("--emit", wish->emit,
                   "The mentions; or the records of jsonl, csv and tsv as they "
                   "are, with the ids of what they name")
      ->type_name("WHAT")
      ->check(one_of({"mentions", "docs"}));
  command
      ->add_option("--index", wish->index,
                   "Index that a bulk request writes to (es-bulk)")
      ->type_name("NAME");
  command
      ->add_option("--id-field", wish->id_field,
                   "What is the id of a document there: a member or a JSON "
                   "pointer, a column; doc, of documents that are no records")
      ->type_name("NAME");
  wish->offsets_given = add_offsets_option(
      command, "Unit of offsets; w3c, brat and iob2 have codepoint",
      &wish->offsets);
  wish->existing_given =
      command
          ->add_option("--existing", wish->existing,
                       "Names that a TEI document has tagged: keep them, fill "
                       "in references, or check them against what is found")
          ->type_name("WHAT")
          ->check(one_of({"keep", "fill", "check"}));
}

}  // namespace

const AnnotateFormat& format_of(const AnnotateWish& wish) {
  if (wish.existing == "check") {
    return existing_format(wish.common.format == "jsonl");
  }
  const std::string usual =
      wish.out.empty() && is_terminal_output() ? "text" : "jsonl";
  return *annotate_format(wish.common.format.empty() ? usual
                                                     : wish.common.format);
}

bool wants_records(const AnnotateWish& wish) {
  if (wish.emit == "docs") return true;
  const AnnotateFormat* const format = annotate_format(wish.common.format);
  return format != nullptr && format->records && !wish.read.field.empty();
}

std::string bulk_problem(const AnnotateWish& wish) {
  if (wish.index.empty() && wish.id_field.empty()) return "";
  if (wish.common.format != "es-bulk") {
    return tr("{1}: expected together with {2}", "--index, --id-field",
              "--format es-bulk");
  }
  const std::string index = wish.index.empty() ? "" : index_problem(wish.index);
  if (!index.empty()) return "--index: " + index;
  if (wants_records(wish) || wish.id_field.empty() || wish.id_field == "doc") {
    return "";
  }
  return tr(
      "--id-field {1}: documents that are no records have 'doc' only, expected "
      "that, or --field",
      wish.id_field);
}

std::string wish_problem(const AnnotateWish& wish,
                         const AnnotateFormat& format) {
  for (const std::string& wrong :
       {read_problem(wish.read), format_problem(wish, format),
        bulk_problem(wish), tables_problem(wish)}) {
    if (!wrong.empty()) return wrong;
  }
  return "";
}

std::string suggest_wish_problem(const AnnotateWish& wish) {
  for (const std::string& wrong :
       {suggest_problem(wish.suggest, wish.common.format, has_others(wish)),
        read_problem(wish.read), tables_problem(wish)}) {
    if (!wrong.empty()) return wrong;
  }
  return "";
}

AnnotateOptions options_of(const AnnotateWish& wish,
                           const AnnotateFormat& format) {
  AnnotateOptions options = annotate_options(wish.read, wish.common);
  options.overlaps = wish.overlap == "all";
  options.decide = wish.decide;
  options.explain = wish.common.explain || format.explained;
  options.patterns = wish.patterns;
  return options;
}

WriteOptions write_options_of(const AnnotateWish& wish) {
  WriteOptions options = write_options(wish.common);
  options.offsets = offsets_of(wish.offsets);
  if (wish.existing == "fill") options.existing = Existing::kFill;
  options.index = wish.index;
  options.id_field = wish.id_field;
  if (!wish.out.empty()) {
    options.color = wish.common.color == "always";
    options.width = 0;
  }
  return options;
}

Offsets offsets_of(const std::string& word) {
  if (word == "codepoint") return Offsets::kCodepoint;
  return word == "utf16" ? Offsets::kUtf16 : Offsets::kByte;
}

CLI::Option* add_offsets_option(CLI::App* command, const std::string& words,
                                std::string* offsets) {
  return command->add_option("--offsets", *offsets, words)
      ->type_name("UNIT")
      ->check(one_of({"byte", "codepoint", "utf16"}));
}

void add_overlap_options(CLI::App* command, std::string* overlap,
                         double* decide) {
  command
      ->add_option("--overlap", *overlap,
                   "Only the longest of overlapping mentions, or all")
      ->type_name("WHICH")
      ->check(one_of({"longest", "all"}));
  command->add_option("--decide", *decide, "Least probability of a decision")
      ->type_name("P")
      ->check(probability());
}

void add_annotate_options(CLI::App* command, AnnotateWish* wish) {
  wish->command = command;
  command
      ->add_option("files", wish->files,
                   "Documents, and folders of them; - is standard input")
      ->type_name("FILE")
      ->required();
  add_read_options(command, &wish->read);
  add_shape_options(command, wish);
  add_folder_options(command, wish);
  add_finding_options(command, wish);
  add_suggest_options(command, &wish->suggest);
  add_common(command,
             kTakesLexicon | kTakesTime | kTakesFilter | kTakesLimit |
                 kTakesDisplay | kTakesJobs,
             &wish->common);
}

}  // namespace khitai::cli
