// SPDX-License-Identifier: Apache-2.0
//
// khitai annotate FILES: the names of documents, found and decided.

#include <algorithm>
#include <memory>
#include <optional>

#include "base/ordered_pool.h"
#include "cli/annotate_formats.h"
#include "cli/annotate_suggest.h"
#include "cli/brat_folder.h"
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
  std::string out;
  const CLI::Option* offsets_given = nullptr;
  double decide = kDecideMention;
  std::vector<std::string> decisions;  // tables of what readers decided
  SuggestWish suggest;
};

// A document and what became of the decisions on it.
struct Reviewed {
  size_t number;
  Result<Annotation> annotation;
  Replayed replayed;
};

AnnotateOptions options_of(const Wish& wish, const AnnotateFormat& format) {
  AnnotateOptions options = annotate_options(wish.read, wish.common);
  options.overlaps = wish.overlap == "all";
  options.decide = wish.decide;
  options.explain = wish.common.explain || format.explained;
  return options;
}

Offsets offsets_of(const std::string& word) {
  if (word == "codepoint") return Offsets::kCodepoint;
  return word == "utf16" ? Offsets::kUtf16 : Offsets::kByte;
}

const AnnotateFormat& format_of(const Wish& wish) {
  const std::string usual = is_terminal_output() ? "text" : "jsonl";
  return *annotate_format(wish.common.format.empty() ? usual
                                                     : wish.common.format);
}

// What a format has no room for; "" if nothing.
std::string format_problem(const Wish& wish, const AnnotateFormat& format) {
  const std::string name(format.name);
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

// What is wrong with the documents asked for; "" if nothing.
std::string files_problem(const Wish& wish, const AnnotateFormat& format) {
  if (std::count(wish.files.begin(), wish.files.end(), "-") +
          std::count(wish.decisions.begin(), wish.decisions.end(), "-") >
      1) {
    return "-: standard input can be read once only";
  }
  if (format.name == "brat" || !wish.out.empty()) {
    return brat_folder_problem(format, wish.files, wish.out);
  }
  if (wish.files.size() > 1 && format.several == Several::kApart) {
    return "--format " + std::string(format.name) + ": " +
           std::to_string(wish.files.size()) +
           " documents, expected one; it has a file for each";
  }
  return "";
}

// Documents to standard output, in the order they were given.
class Stream {
 public:
  Stream(const Lexicon& lexicon, const AnnotateFormat& format,
         const WriteOptions& options)
      : lexicon_(lexicon), format_(format), options_(options) {}

  // False: nobody reads on.
  bool add(Annotation annotation) {
    if (format_.several == Several::kTogether) {
      together_.push_back(std::move(annotation));
      return true;
    }
    std::string out;
    if (first_ && format_.write_header != nullptr) {
      format_.write_header(options_, &out);
    }
    first_ = false;
    format_.write(lexicon_, annotation, options_, &out);
    return put(out);
  }

  void end() {
    if (together_.empty()) return;
    std::string out;
    format_.write_all(lexicon_, together_, options_, &out);
    put(out);
  }

 private:
  const Lexicon& lexicon_;
  const AnnotateFormat& format_;
  const WriteOptions& options_;
  std::vector<Annotation> together_;
  bool first_ = true;
};

int stream(const Lexicon& lexicon, const Wish& wish,
           const AnnotateFormat& format, Decisions* decisions) {
  WriteOptions options = write_options(wish.common);
  options.offsets = offsets_of(wish.offsets);
  std::unique_ptr<BratFolder> folder;
  if (!wish.out.empty()) {
    auto made = BratFolder::make(wish.out, format, lexicon, options);
    if (!made.ok()) return fail(kInputError, made.error().message);
    folder = std::move(made).value();
  }
  Stream out(lexicon, format, options);
  int code = kDone;
  size_t next = 0;
  const auto produce = [&]() -> std::optional<size_t> {
    if (next == wish.files.size()) return std::nullopt;
    return next++;
  };
  const auto work = [&](size_t index) {
    const AnnotateOptions wanted = options_of(wish, format);
    Reviewed reviewed = {
        index, annotate_path(lexicon, wish.files[index], wanted), {}};
    if (reviewed.annotation.ok()) {
      reviewed.replayed = decisions->replay(lexicon, index, wanted,
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
    decisions->tell(wish.files[reviewed.number], reviewed.number,
                    reviewed.replayed, wish.common.quiet);
    if (folder == nullptr) return out.add(std::move(result).value());
    const Status done = folder->add(*result);
    if (!done.ok()) code = fail(kInputError, done.error().message);
    return true;
  };
  const size_t jobs =
      std::min<size_t>(base::job_count(wish.common.jobs), wish.files.size());
  base::run_in_order(static_cast<unsigned>(jobs), produce, work, take);
  decisions->tell_count();
  out.end();
  return code;
}

int run_suggest(const Wish& wish) {
  std::string wrong = read_problem(wish.read);
  if (wrong.empty() &&
      std::count(wish.files.begin(), wish.files.end(), "-") > 1) {
    wrong = "-: standard input can be read once only";
  }
  if (!wrong.empty()) return fail(kUsage, wrong);
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string problem = type_problem(**lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  return suggest(**lexicon, wish.suggest, wish.files,
                 annotate_options(wish.read, wish.common), wish.common);
}

int run(const Wish& wish) {
  const std::string suggest_wrong =
      suggest_problem(wish.suggest, wish.common.format,
                      !wish.out.empty() || !wish.decisions.empty() ||
                          wish.offsets_given->count() > 0);
  if (!suggest_wrong.empty()) return fail(kUsage, suggest_wrong);
  if (wish.suggest.wanted) return run_suggest(wish);
  const AnnotateFormat& format = format_of(wish);
  for (const std::string& wrong :
       {read_problem(wish.read), format_problem(wish, format),
        files_problem(wish, format)}) {
    if (!wrong.empty()) return fail(kUsage, wrong);
  }
  const auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string problem = type_problem(**lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  auto decisions = Decisions::read(**lexicon, wish.decisions);
  if (!decisions.ok()) return fail(kInputError, decisions.error().message);
  decisions->share_out(wish.files, wish.common.quiet);
  return stream(**lexicon, wish, format, &decisions.value());
}

}  // namespace

void add_annotate(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "annotate", "Find the names in documents and decide what they mean");
  auto wish = std::make_shared<Wish>();
  command->add_option("files", wish->files, "Documents; - is standard input")
      ->type_name("FILE")
      ->required();
  std::vector<std::string> formats = annotate_format_names();
  formats.emplace_back(kSuggestTable);
  add_format(command, formats, &wish->common);
  add_read_options(command, &wish->read);
  wish->offsets_given =
      command
          ->add_option("--offsets", wish->offsets,
                       "Unit of offsets; w3c, brat and iob2 have codepoint")
          ->type_name("UNIT")
          ->check(one_of({"byte", "codepoint", "utf16"}));
  command->add_option("--out", wish->out, "Folder for the files of brat")
      ->type_name("DIR");
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
  add_suggest_options(command, &wish->suggest);
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
      "  khitai annotate --suggest chapters/*.txt > names.tsv\n"
      "  khitai annotate --format brat --out project chapters/*.txt\n"
      "  curl -s URL | khitai annotate - --input html --offsets codepoint");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
