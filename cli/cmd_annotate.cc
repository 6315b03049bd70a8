// SPDX-License-Identifier: Apache-2.0
//
// khitai annotate FILES: the names of documents, found and decided.

#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/annotate_formats.h"
#include "cli/annotate_run.h"
#include "cli/command.h"
#include "cli/decisions.h"
#include "cli/documents.h"
#include "cli/file_tree.h"
#include "cli/identity.h"
#include "cli/out_folder.h"
#include "cli/stats_file.h"
#include "khitai/annotate.h"

namespace khitai::cli {
namespace {

struct Wish {
  Common common;
  std::vector<std::string> files;
  ReadWish read;
  std::string offsets = "byte";
  std::string overlap = "longest";
  std::string out, stats, years;
  bool again = false;
  const CLI::App* command = nullptr;  // with the options as they were given
  const CLI::Option* offsets_given = nullptr;
  double decide = kDecideMention;
  std::vector<std::string> decisions;  // tables of what readers decided
  std::string existing = "keep";       // names that are tagged already
  const CLI::Option* existing_given = nullptr;
  std::string pattern;  // table of what users look for
  Patterns patterns;    // ... as it was read
};

AnnotateOptions options_of(const Wish& wish, const AnnotateFormat& format) {
  AnnotateOptions options = annotate_options(wish.read, wish.common);
  options.overlaps = wish.overlap == "all";
  options.decide = wish.decide;
  options.explain = wish.common.explain || format.explained;
  options.patterns = wish.patterns;
  return options;
}

Offsets offsets_of(const std::string& word) {
  if (word == "codepoint") return Offsets::kCodepoint;
  return word == "utf16" ? Offsets::kUtf16 : Offsets::kByte;
}

const AnnotateFormat& format_of(const Wish& wish) {
  if (wish.existing == "check") {
    return existing_format(wish.common.format == "jsonl");
  }
  const std::string usual =
      wish.out.empty() && is_terminal_output() ? "text" : "jsonl";
  return *annotate_format(wish.common.format.empty() ? usual
                                                     : wish.common.format);
}

// --existing needs a format that has to do with tags; "" if it has one.
std::string existing_problem(const Wish& wish, const AnnotateFormat& format) {
  if (wish.existing_given->count() == 0) return "";
  const std::string& asked = wish.common.format;
  if (wish.existing == "check") {
    if (asked.empty() || asked == "text" || asked == "jsonl") return "";
    return "--existing check: a report, expected --format text or jsonl";
  }
  if (format.name == "tei") return "";
  return "--existing " + wish.existing + ": " + std::string(format.name) +
         " has no tags, expected --format tei";
}

// What a format has no room for; "" if nothing.
std::string format_problem(const Wish& wish, const AnnotateFormat& format) {
  const std::string name(format.name);
  const std::string existing = existing_problem(wish, format);
  if (!existing.empty()) return existing;
  if (!format.counts_offsets && wish.offsets_given->count() > 0) {
    return "--offsets: " + name + " has no offsets, expected none";
  }
  if (format.code_points && wish.offsets_given->count() > 0 &&
      wish.offsets != "codepoint") {
    return "--offsets " + wish.offsets + ": " + name +
           " counts code points, expected codepoint";
  }
  if (!format.overlaps && wish.overlap == "all") {
    return "--overlap all: " + name +
           " has no room for mentions that overlap, expected longest";
  }
  return "";
}

// What is wrong with options of folders and tables; "" if nothing.
std::string tables_problem(const Wish& wish) {
  size_t inputs = std::count(wish.files.begin(), wish.files.end(), "-") +
                  std::count(wish.decisions.begin(), wish.decisions.end(), "-");
  if (wish.years == "-") ++inputs;
  if (wish.pattern == "-") ++inputs;
  if (inputs > 1) return "-: standard input can be read once only";
  if (wish.again && wish.out.empty())
    return "--again: expected together with --out DIR";
  if (!wish.years.empty() && wish.stats.empty()) {
    return "--years: expected together with --stats FILE";
  }
  if (wish.stats == "-" && wish.out.empty()) {
    return "--stats -: standard output has the names, expected --out DIR for "
           "these";
  }
  return "";
}

// What is wrong with where the outputs would go; "" if nothing.
std::string places_problem(const Wish& wish, const AnnotateFormat& format,
                           const FileTree& tree) {
  const auto stats = file_id(wish.stats);
  for (const DocumentPath& document : tree.documents) {
    if (!stats || document.id != stats) continue;
    return "--stats: " + document.path +
           " would be overwritten, expected another file";
  }
  if (!wish.out.empty()) return out_folder_problem(format, tree, wish.out);
  if (format.several != Several::kApart) return "";
  const std::string begin = "--format " + std::string(format.name) + ": ";
  if (!format.beside_ending.empty()) {
    return begin + "each document has two files, expected --out DIR";
  }
  if (tree.documents.size() < 2) return "";
  return begin + std::to_string(tree.documents.size()) +
         " documents, expected one, or --out DIR for a file each";
}

std::string identity_of(const Wish& wish, const AnnotateFormat& format,
                        const Lexicon& lexicon) {
  Identity identity;
  identity.add_program();
  identity.add(lexicon.hash());
  identity.add(format.name);
  // Decisions count by document, lexica by what they hold.
  identity.add_options(
      *wish.command, {"format", "out", "again", "stats", "years", "jobs",
                      "quiet", "decisions", "lexicon", "lexicon-dir", "names"});
  return identity.hex();
}

WriteOptions write_options_of(const Wish& wish) {
  WriteOptions options = write_options(wish.common);
  options.offsets = offsets_of(wish.offsets);
  if (wish.existing == "fill") options.existing = Existing::kFill;
  if (!wish.out.empty()) {
    options.color = wish.common.color == "always";
    options.width = 0;
  }
  return options;
}

FileTree list_of(const Wish& wish) {
  const bool all = input_of(wish.read) != Input::kAuto;
  FileTree tree = list_documents(
      wish.files,
      {.all_kinds = all, .tables = !wish.read.field.empty(), .out = wish.out});
  const std::string skipped = skipped_words(tree);
  if (!skipped.empty() && !wish.common.quiet) {
    std::fprintf(stderr, "%s\n", skipped.c_str());
  }
  return tree;
}

// Reads the table of patterns, if there is one.
int read_patterns_of(const Lexicon& lexicon, const AnnotateFormat& format,
                     Wish* wish) {
  if (wish->pattern.empty()) return kDone;
  auto patterns = read_patterns_at(lexicon, wish->pattern);
  if (!patterns.ok()) return fail(kInputError, patterns.error().message);
  if (patterns->marks && !format.marks) {
    return fail(kUsage, "--format " + std::string(format.name) +
                            ": has no room for patterns without an entity, "
                            "expected text or jsonl");
  }
  wish->patterns = std::move(patterns).value();
  return kDone;
}

// With the lexicon: the documents are known, and where the outputs go.
int run_with(const Lexicon& lexicon, Wish wish, const AnnotateFormat& format,
             const FileTree& tree) {
  const std::string problem = type_problem(lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  auto decisions = Decisions::read(lexicon, wish.decisions);
  if (!decisions.ok()) return fail(kInputError, decisions.error().message);
  const int code = read_patterns_of(lexicon, format, &wish);
  if (code != kDone) return code;
  auto years = years_of(tree.documents, wish.years, wish.common.written,
                        wish.common.quiet);
  if (!years.ok()) return fail(kInputError, years.error().message);
  std::vector<std::string> paths;
  for (const DocumentPath& one : tree.documents) paths.push_back(one.path);
  decisions->share_out(paths, wish.common.quiet);
  const AnnotateRun run = {.lexicon = lexicon,
                           .format = format,
                           .tree = tree,
                           .annotate = options_of(wish, format),
                           .write = write_options_of(wish),
                           .out = wish.out,
                           .again = wish.again,
                           .identity = identity_of(wish, format, lexicon),
                           .stats = wish.stats,
                           .years = std::move(years).value(),
                           .jobs = wish.common.jobs,
                           .quiet = wish.common.quiet};
  return annotate_documents(run, &decisions.value());
}

int run(const Wish& wish) {
  const AnnotateFormat& format = format_of(wish);
  for (const std::string& wrong :
       {read_problem(wish.read), format_problem(wish, format),
        tables_problem(wish)}) {
    if (!wrong.empty()) return fail(kUsage, wrong);
  }
  const FileTree tree = list_of(wish);
  const std::string wrong = places_problem(wish, format, tree);
  if (!wrong.empty()) return fail(kUsage, wrong);
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  return run_with(**lexicon, wish, format, tree);
}

// Folders, what is written there, and the table of counts.
void add_folder_options(CLI::App* command, Wish* wish) {
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

}  // namespace

void add_annotate(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "annotate", "Find the names in documents and decide what they mean");
  auto wish = std::make_shared<Wish>();
  wish->command = command;
  command
      ->add_option("files", wish->files,
                   "Documents, and folders of them; - is standard input")
      ->type_name("FILE")
      ->required();
  add_format(command, annotate_format_names(), &wish->common);
  add_read_options(command, &wish->read);
  wish->offsets_given =
      command
          ->add_option("--offsets", wish->offsets,
                       "Unit of offsets; w3c, brat and iob2 have codepoint")
          ->type_name("UNIT")
          ->check(one_of({"byte", "codepoint", "utf16"}));
  wish->existing_given =
      command
          ->add_option("--existing", wish->existing,
                       "Names that a TEI document has tagged: keep them, fill "
                       "in references, or check them against what is found")
          ->type_name("WHAT")
          ->check(one_of({"keep", "fill", "check"}));
  add_folder_options(command, wish.get());
  command
      ->add_option("--overlap", wish->overlap,
                   "Only the longest of overlapping mentions, or all")
      ->type_name("WHICH")
      ->check(one_of({"longest", "all"}));
  command
      ->add_option("--decide", wish->decide, "Least probability of a decision")
      ->type_name("P")
      ->check(probability());
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
  add_common(command,
             kTakesLexicon | kTakesTime | kTakesFilter | kTakesLimit |
                 kTakesDisplay | kTakesJobs,
             &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai annotate chapter.txt\n"
      "  khitai annotate --format html --lang ru *.md > names.html\n"
      "  khitai annotate letters.tei.xml.gz page.html\n"
      "  khitai annotate --format tei letters.xml > tagged.xml\n"
      "  khitai annotate --existing check letters.xml\n"
      "  khitai annotate records.csv --field title --input csv\n"
      "  khitai annotate --decisions decisions.tsv chapter.txt\n"
      "  khitai annotate --pattern patterns.tsv chapter.txt\n"
      "  khitai annotate --format brat --out project chapters/*.txt\n"
      "  khitai annotate --out names --stats names.tsv library\n"
      "  khitai annotate --format csv --out names --years years.tsv --stats "
      "c.csv library\n"
      "  curl -s URL | khitai annotate - --input html --offsets codepoint");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
