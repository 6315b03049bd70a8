// SPDX-License-Identifier: Apache-2.0
//
// khitai annotate FILES: the names of documents, found and decided.

#include <cstdio>
#include <memory>

#include "cli/annotate_docs.h"
#include "cli/annotate_run.h"
#include "cli/annotate_wish.h"
#include "cli/command.h"
#include "cli/decisions.h"
#include "cli/file_tree.h"
#include "cli/identity.h"
#include "cli/messages.h"
#include "cli/out_folder.h"
#include "cli/stats_file.h"

namespace khitai::cli {
namespace {

// What is wrong with where the outputs would go; "" if nothing.
std::string places_problem(const AnnotateWish& wish,
                           const AnnotateFormat& format, const FileTree& tree) {
  const auto stats = file_id(wish.stats);
  for (const DocumentPath& document : tree.documents) {
    if (!stats || document.id != stats) continue;
    return tr("--stats: {1} would be overwritten, expected another file",
              document.path);
  }
  if (!wish.out.empty()) return out_folder_problem(format, tree, wish.out);
  if (format.several != Several::kApart) return "";
  const std::string begin = "--format " + std::string(format.name) + ": ";
  if (!format.beside_ending.empty()) {
    return begin + tr("each document has two files, expected --out DIR");
  }
  if (tree.documents.size() < 2) return "";
  return begin +
         tr_n("{1} document, expected one, or --out DIR for a file each",
              "{1} documents, expected one, or --out DIR for a file each",
              tree.documents.size());
}

std::string identity_of(const AnnotateWish& wish, const AnnotateFormat& format,
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

FileTree list_of(const AnnotateWish& wish) {
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

std::vector<std::string> paths_of(const FileTree& tree) {
  std::vector<std::string> paths;
  for (const DocumentPath& one : tree.documents) paths.push_back(one.path);
  return paths;
}

// Reads the table of patterns, if there is one.
int read_patterns_of(const Lexicon& lexicon, const AnnotateFormat& format,
                     AnnotateWish* wish) {
  if (wish->pattern.empty()) return kDone;
  auto patterns = read_patterns_at(lexicon, wish->pattern);
  if (!patterns.ok()) return fail(kInputError, patterns.error().message);
  if (patterns->marks && !format.marks) {
    return fail(kUsage, tr("--format {1}: has no room for patterns without an "
                           "entity, expected text or jsonl",
                           format.name));
  }
  wish->patterns = std::move(patterns).value();
  return kDone;
}

// With the lexicon: the documents are known, and where the outputs go.
int run_with(const Lexicon& lexicon, AnnotateWish wish,
             const AnnotateFormat& format, const FileTree& tree) {
  const std::string problem = type_problem(lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  auto decisions = Decisions::read(lexicon, wish.decisions);
  if (!decisions.ok()) return fail(kInputError, decisions.error().message);
  const int code = read_patterns_of(lexicon, format, &wish);
  if (code != kDone) return code;
  auto years = years_of(tree.documents, wish.years, wish.common.written,
                        wish.common.quiet);
  if (!years.ok()) return fail(kInputError, years.error().message);
  decisions->share_out(paths_of(tree), wish.common.quiet);
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

int run_suggest(const AnnotateWish& wish) {
  const FileTree tree = list_of(wish);
  for (const std::string& error : tree.errors) fail(kInputError, error);
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string problem = type_problem(**lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  const int code =
      suggest(**lexicon, wish.suggest, paths_of(tree),
              annotate_options(wish.read, wish.common), wish.common);
  return tree.errors.empty() ? code : kInputError;
}

int run(const AnnotateWish& wish) {
  if (wants_records(wish)) return annotate_docs(wish);
  const std::string suggest_wrong = suggest_wish_problem(wish);
  if (!suggest_wrong.empty()) return fail(kUsage, suggest_wrong);
  if (wish.suggest.wanted) return run_suggest(wish);
  const AnnotateFormat& format = format_of(wish);
  const std::string problem = wish_problem(wish, format);
  if (!problem.empty()) return fail(kUsage, problem);
  const FileTree tree = list_of(wish);
  const std::string wrong = places_problem(wish, format, tree);
  if (!wrong.empty()) return fail(kUsage, wrong);
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  return run_with(**lexicon, wish, format, tree);
}

}  // namespace

void add_annotate(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "annotate", "Find the names in documents and decide what they mean");
  auto wish = std::make_shared<AnnotateWish>();
  add_annotate_options(command, wish.get());
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
      "  khitai annotate --suggest chapters/*.txt > names.tsv\n"
      "  khitai annotate --emit docs --field body records.jsonl > index.jsonl\n"
      "  khitai annotate --format es-bulk --index docs --field body r.jsonl\n"
      "  khitai annotate --format brat --out project chapters/*.txt\n"
      "  khitai annotate --out names --stats names.tsv library\n"
      "  khitai annotate --format csv --out names --years years.tsv --stats "
      "c.csv library\n"
      "  curl -s URL | khitai annotate - --input html --offsets codepoint");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
