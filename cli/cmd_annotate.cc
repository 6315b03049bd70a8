// SPDX-License-Identifier: Apache-2.0
//
// khitai annotate FILES: the names of documents, found and decided.

#include <algorithm>
#include <optional>

#include "base/ordered_pool.h"
#include "cli/command.h"
#include "cli/decisions.h"
#include "cli/documents.h"
#include "khitai/annotate.h"

namespace khitai::cli {
namespace {

struct Wish {
  Common common;
  std::vector<std::string> files;
  ReadWish read;
  std::string offsets = "byte";
  std::string overlap = "longest";
  double decide = kDecideMention;
  std::vector<std::string> decisions;  // tables of what readers decided
};

// A document and what became of the decisions on it.
struct Reviewed {
  size_t number;
  Result<Annotation> annotation;
  Replayed replayed;
};

AnnotateOptions options_of(const Wish& wish) {
  AnnotateOptions options;
  set_read_options(wish.read, &options);
  options.lang = wish.common.lang;
  options.year = wish.common.year;
  options.written = wish.common.written;
  options.type = wish.common.type;
  options.overlaps = wish.overlap == "all";
  options.decide = wish.decide;
  options.explain = wish.common.explain || wish.common.format == "html";
  return options;
}

Offsets offsets_of(const std::string& word) {
  if (word == "codepoint") return Offsets::kCodepoint;
  return word == "utf16" ? Offsets::kUtf16 : Offsets::kByte;
}

// Not as a page. False when it cannot be written.
bool write_one(const Lexicon& lexicon, const Annotation& annotation,
               const Wish& wish) {
  WriteOptions options = write_options(wish.common);
  options.offsets = offsets_of(wish.offsets);
  std::string out;
  if (wish.common.format == "text") {
    write_text(lexicon, annotation, options, &out);
  } else {
    write_jsonl(lexicon, annotation, options, &out);
  }
  return put(out);
}

int run(Wish& wish) {
  if (wish.common.format.empty()) {
    wish.common.format = is_terminal_output() ? "text" : "jsonl";
  }
  const std::string unread = read_problem(wish.read);
  if (!unread.empty()) return fail(kUsage, unread);
  if (std::count(wish.files.begin(), wish.files.end(), "-") +
          std::count(wish.decisions.begin(), wish.decisions.end(), "-") >
      1) {
    return fail(kUsage, "-: standard input can be read once only");
  }
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string problem = type_problem(**lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  auto decisions = Decisions::read(**lexicon, wish.decisions);
  if (!decisions.ok()) return fail(kInputError, decisions.error().message);
  decisions.value().share_out(wish.files, wish.common.quiet);
  std::vector<Annotation> pages;  // a page needs all of its documents
  int code = kDone;
  size_t next = 0;
  const auto produce = [&]() -> std::optional<size_t> {
    if (next == wish.files.size()) return std::nullopt;
    return next++;
  };
  const auto work = [&](size_t index) {
    const AnnotateOptions wanted = options_of(wish);
    Reviewed reviewed = {
        index, annotate_path(**lexicon, wish.files[index], wanted), {}};
    if (reviewed.annotation.ok()) {
      reviewed.replayed = decisions->replay(**lexicon, index, wanted,
                                            &reviewed.annotation.value());
    }
    return reviewed;
  };
  const auto take = [&](Reviewed reviewed) {
    Result<Annotation>& result = reviewed.annotation;
    if (!result.ok()) {
      code = fail(kInputError, result.error().message);
      return true;
    }
    decisions.value().tell(wish.files[reviewed.number], reviewed.number,
                           reviewed.replayed, wish.common.quiet);
    if (wish.common.format == "html") {
      pages.push_back(std::move(result).value());
      return true;
    }
    return write_one(**lexicon, *result, wish);  // false: nobody reads on
  };
  const size_t jobs =
      std::min<size_t>(base::job_count(wish.common.jobs), wish.files.size());
  base::run_in_order(static_cast<unsigned>(jobs), produce, work, take);
  decisions->tell_count();
  if (!pages.empty()) {
    std::string page;
    write_html(**lexicon, pages, write_options(wish.common), &page);
    put(page);
  }
  return code;
}

}  // namespace

void add_annotate(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "annotate", "Find the names in documents and decide what they mean");
  auto wish = std::make_shared<Wish>();
  command->add_option("files", wish->files, "Documents; - is standard input")
      ->type_name("FILE")
      ->required();
  add_format(command, {"text", "jsonl", "html"}, &wish->common);
  add_read_options(command, &wish->read);
  command->add_option("--offsets", wish->offsets, "Unit of offsets")
      ->type_name("UNIT")
      ->check(one_of({"byte", "codepoint", "utf16"}));
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
  add_common(command,
             kTakesLexicon | kTakesTime | kTakesFilter | kTakesLimit |
                 kTakesDisplay | kTakesJobs,
             &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai annotate chapter.txt\n"
      "  khitai annotate --format html --lang ru *.md > names.html\n"
      "  khitai annotate letters.tei.xml.gz page.html\n"
      "  khitai annotate records.csv --field title --input csv\n"
      "  khitai annotate --decisions decisions.tsv chapter.txt\n"
      "  curl -s URL | khitai annotate - --input html --offsets codepoint");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
