// SPDX-License-Identifier: Apache-2.0
//
// khitai index FILES: the index of names of a book.

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>

#include "cli/annotate_wish.h"
#include "cli/collation.h"
#include "cli/command.h"
#include "cli/decisions.h"
#include "cli/documents.h"
#include "cli/file_tree.h"
#include "cli/index_run.h"
#include "cli/messages.h"

namespace khitai::cli {
namespace {

struct IndexArguments {
  Common common;
  std::vector<std::string> files;
  ReadWish read;
  std::string text_lang;
  std::string collation;
  std::string locator = "auto";
  std::string mark;
  std::string cite = "title";
  std::string ambiguous;
  std::vector<std::string> decisions;
  double decide = kDecideMention;
};

// "volume+page": units joined by +, outermost first. Any word will do, for
// editions have units of their own; leaves are marked as pages are. "auto":
// none.
std::vector<std::string> units_of(const std::string& text) {
  std::vector<std::string> units;
  if (text == "auto") return units;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('+', at), text.size());
    const std::string unit = text.substr(at, end - at);
    units.push_back(unit == "folio" ? "page" : unit);
    at = end + 1;
  }
  return units;
}

std::string locator_problem(const std::string& text) {
  for (const std::string& unit : units_of(text)) {
    if (!unit.empty() && unit.find_first_of(" \t\n,;") == unit.npos) continue;
    return tr(
        "'{1}', expected auto, page, section, paragraph, line, document "
        "or a unit of the edition, several joined by +, such as "
        "volume+page",
        text);
  }
  return "";
}

std::string collation_problem(const std::string& text) {
  const auto read = read_collation(text);
  return read.ok() ? "" : read.error().message;
}

write::CiteBy cite_of(const std::string& word) {
  if (word == "number") return write::CiteBy::kNumber;
  return word == "name" ? write::CiteBy::kName : write::CiteBy::kTitle;
}

std::vector<std::string> paths_of_documents(const FileTree& tree) {
  std::vector<std::string> paths;
  for (const DocumentPath& one : tree.documents) paths.push_back(one.path);
  return paths;
}

// What is wrong with the options together; "" if nothing.
std::string index_problem_of(const IndexArguments& wish) {
  const std::string read = read_problem(wish.read);
  if (!read.empty()) return read;
  const auto stdins =
      std::count(wish.files.begin(), wish.files.end(), "-") +
      std::count(wish.decisions.begin(), wish.decisions.end(), "-");
  if (stdins > 1) {
    return tr("-: standard input can be read once only");
  }
  return "";
}

// Where the list of ambiguous names would go; "" if nothing is wrong.
std::string list_problem(const IndexArguments& wish, const FileTree& tree) {
  const auto list = file_id(wish.ambiguous);
  for (const DocumentPath& document : tree.documents) {
    if (!list || document.id != list) continue;
    return tr("--ambiguous: {1} would be overwritten, expected another file",
              document.path);
  }
  return "";
}

Result<write::IndexWish> wish_of(const IndexArguments& arguments,
                                 const Collation& collation) {
  write::IndexWish wish;
  wish.lang = arguments.common.lang;
  wish.collation = collation_name(collation);
  wish.locator = units_of(arguments.locator);
  wish.cite = cite_of(arguments.cite);
  wish.list_ambiguous = !arguments.ambiguous.empty();
  wish.marks = document::usual_locus_patterns();
  if (arguments.mark.empty()) return wish;
  auto marks = document::locus_patterns(arguments.mark);
  if (!marks.ok()) return Error{"--mark: " + marks.error().message};
  wish.marks = std::move(marks).value();
  return wish;
}

AnnotateOptions finding_options(const IndexArguments& arguments) {
  AnnotateOptions options = annotate_options(arguments.read, arguments.common);
  options.lang = arguments.text_lang;
  options.decide = arguments.decide;
  options.explain = false;
  return options;
}

int run_index_with(const Lexicon& lexicon, const IndexArguments& arguments,
                   const FileTree& tree, write::IndexWish wish,
                   write::IndexOrder order) {
  const std::string problem = type_problem(lexicon, arguments.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  auto decisions = Decisions::read(lexicon, arguments.decisions);
  if (!decisions.ok()) return fail(kInputError, decisions.error().message);
  decisions->share_out(paths_of_documents(tree), arguments.common.quiet);
  const IndexRun run = {.lexicon = lexicon,
                        .tree = tree,
                        .annotate = finding_options(arguments),
                        .write = write_options(arguments.common),
                        .wish = std::move(wish),
                        .order = std::move(order),
                        .format = arguments.common.format,
                        .ambiguous = arguments.ambiguous,
                        .jobs = arguments.common.jobs,
                        .quiet = arguments.common.quiet};
  return index_documents(run, &decisions.value());
}

int run_index(const IndexArguments& arguments) {
  const std::string problem = index_problem_of(arguments);
  if (!problem.empty()) return fail(kUsage, problem);
  const auto collation =
      read_collation(arguments.collation.empty() ? arguments.common.lang
                                                 : arguments.collation);
  if (!collation.ok()) return fail(kUsage, collation.error().message);
  auto wish = wish_of(arguments, *collation);
  if (!wish.ok()) return fail(kUsage, wish.error().message);
  auto order = index_order(*collation);
  if (!order.ok()) return fail(kInputError, order.error().message);
  const bool all = input_of(arguments.read) != Input::kAuto;
  const FileTree tree = list_documents(
      arguments.files,
      {.all_kinds = all, .tables = !arguments.read.field.empty(), .out = {}});
  const std::string skipped = skipped_words(tree);
  if (!skipped.empty() && !arguments.common.quiet) {
    std::fprintf(stderr, "%s\n", skipped.c_str());
  }
  const std::string list = list_problem(arguments, tree);
  if (!list.empty()) return fail(kUsage, list);
  const auto lexicon = load_lexicon(arguments.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  return run_index_with(**lexicon, arguments, tree, std::move(wish).value(),
                        std::move(order).value());
}

// What the index looks like.
void add_index_options(CLI::App* command, IndexArguments* arguments) {
  add_format(command, {"text", "markdown", "html", "latex", "json"},
             &arguments->common);
  command
      ->add_option("--lang", arguments->common.lang,
                   "Language of the headings and of their order (BCP 47)")
      ->type_name("TAG")
      ->check(told_by(lang_problem));
  command
      ->add_option("--collation", arguments->collation,
                   "Another order: a language, perhaps with a kind, such as "
                   "zh@collation=stroke")
      ->type_name("LOCALE")
      ->check(told_by(collation_problem));
  command
      ->add_option("--locator", arguments->locator,
                   "What places are cited by: page, section, paragraph, line, "
                   "document, a unit of the edition (juan), or several "
                   "(volume+page)")
      ->type_name("UNIT")
      ->check(told_by(locator_problem));
  command
      ->add_option("--mark", arguments->mark,
                   "How pages are marked in plain text (RE2; the group 'name' "
                   "is the page)")
      ->type_name("REGEX");
  command
      ->add_option("--cite", arguments->cite,
                   "What several documents are told apart by")
      ->type_name("WHAT")
      ->check(one_of({"title", "name", "number"}));
}

void add_index_finding(CLI::App* command, IndexArguments* arguments) {
  command
      ->add_option("--text-lang", arguments->text_lang,
                   "Language of the documents, where it is not to be guessed")
      ->type_name("TAG")
      ->check(told_by(lang_problem));
  command
      ->add_option("--decide", arguments->decide,
                   "Least probability of a decision")
      ->type_name("P")
      ->check(probability());
  command
      ->add_option("--decisions", arguments->decisions,
                   "Table of what readers decided in a page (may be repeated; "
                   "the later one counts)")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      ->add_option("--ambiguous", arguments->ambiguous,
                   "Table of the names that are not decided, and so not in "
                   "the index")
      ->type_name("FILE");
}

}  // namespace

void add_index(CLI::App* program, Action* action) {
  CLI::App* command =
      program->add_subcommand("index", "Make the index of names of documents");
  auto arguments = std::make_shared<IndexArguments>();
  arguments->common.lang = "en";
  arguments->common.format = "text";
  command
      ->add_option("files", arguments->files,
                   "Documents, and folders of them; - is standard input")
      ->type_name("FILE")
      ->required();
  add_index_options(command, arguments.get());
  add_read_options(command, &arguments->read);
  add_index_finding(command, arguments.get());
  add_common(
      command,
      kTakesLexicon | kTakesTime | kTakesType | kTakesDisplay | kTakesJobs,
      &arguments->common);
  command->footer(
      "Examples:\n"
      "  khitai index chapters/*.md\n"
      "  khitai index book.xml --format html > index.html\n"
      "  khitai index liaoshi.xml --lang zh --locator juan --collation "
      "zh@collation=stroke\n"
      "  khitai index book.txt --mark '\\[S\\. (?P<name>[0-9]+)\\]'\n"
      "  khitai index book.xml --lang fa --ambiguous undecided.tsv\n"
      "  khitai index book.xml --format latex > names.ind");
  command->callback([arguments, action] {
    *action = [arguments] { return run_index(*arguments); };
  });
}

}  // namespace khitai::cli
