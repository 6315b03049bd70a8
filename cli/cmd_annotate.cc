// SPDX-License-Identifier: Apache-2.0
//
// khitai annotate FILES: the names of documents, found and decided.

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "base/mapped_file.h"
#include "cli/command.h"
#include "khitai/annotate.h"
#include "text/encoding.h"

namespace khitai::cli {
namespace {

struct Wish {
  Common common;
  std::vector<std::string> files;
  std::string input = "auto";
  std::string offsets = "byte";
  std::string overlap = "longest";
  double decide = kDecide;
};

AnnotateOptions options_of(const Wish& wish) {
  AnnotateOptions options;
  options.input = wish.input == "md"    ? Input::kMarkdown
                  : wish.input == "txt" ? Input::kText
                                        : Input::kAuto;
  options.lang = wish.common.lang;
  options.year = wish.common.year;
  options.written = wish.common.written;
  options.type = wish.common.type;
  options.overlaps = wish.overlap == "all";
  options.decide = wish.decide;
  options.explain = wish.common.explain || wish.common.format == "html";
  return options;
}

Result<Annotation> annotate_file(const Lexicon& lexicon, const Wish& wish,
                                 const std::string& path) {
  auto source = base::read_whole(path);
  if (!source.ok()) return source.error();
  if (source->size() > size_t{INT32_MAX}) {
    return Error{path + ": " + std::to_string(source->size()) +
                 " bytes, expected at most 2147483647; split the file"};
  }
  const std::string_view encoding = text::other_encoding(*source);
  if (!encoding.empty()) {
    const std::string name(encoding);
    return Error{(path == "-" ? "standard input" : path) + ": " + name +
                 ", expected UTF-8; convert it with `iconv -f " + name +
                 " -t UTF-8`"};
  }
  return annotate_document(lexicon, path, std::move(source).value(),
                           options_of(wish));
}

// Annotates files on several threads and hands the results on in the order
// of the files; at most twice as many results as threads wait. Ends early when
// a result is not taken.
class Row {
 public:
  Row(const Lexicon& lexicon, const Wish& wish)
      : lexicon_(lexicon), wish_(wish), slots_(wish.files.size()) {}

  template <typename Take>
  void run(const Take& take) {
    unsigned jobs = wish_.common.jobs;
    if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
    jobs = std::min<unsigned>(jobs, static_cast<unsigned>(slots_.size()));
    window_ = size_t{jobs} * 2;
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < jobs; ++i) {
      threads.emplace_back([this] { work(); });
    }
    for (size_t i = 0; i < slots_.size(); ++i) {
      if (take(await(i))) continue;
      stop();
      break;
    }
    for (std::thread& thread : threads) thread.join();
  }

 private:
  void work() {
    for (;;) {
      size_t index = 0;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] {
          return next_ == slots_.size() || next_ < taken_ + window_;
        });
        if (next_ == slots_.size()) return;
        index = next_++;
      }
      auto result = annotate_file(lexicon_, wish_, wish_.files[index]);
      const std::lock_guard lock(mutex_);
      slots_[index] = std::move(result);
      changed_.notify_all();
    }
  }

  // No further file is begun.
  void stop() {
    const std::lock_guard lock(mutex_);
    next_ = slots_.size();
    changed_.notify_all();
  }

  Result<Annotation> await(size_t index) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return slots_[index].has_value(); });
    Result<Annotation> result = std::move(*slots_[index]);
    slots_[index].reset();
    taken_ = index + 1;
    changed_.notify_all();
    return result;
  }

  const Lexicon& lexicon_;
  const Wish& wish_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::optional<Result<Annotation>>> slots_;
  size_t next_ = 0;
  size_t taken_ = 0;
  size_t window_ = 1;
};

Offsets offsets_of(const std::string& word) {
  if (word == "codepoint") return Offsets::kCodepoint;
  return word == "utf16" ? Offsets::kUtf16 : Offsets::kByte;
}

int run(Wish& wish) {
  if (wish.common.format.empty()) {
    wish.common.format = is_terminal_output() ? "text" : "jsonl";
  }
  if (std::count(wish.files.begin(), wish.files.end(), "-") > 1) {
    return fail(kUsage, "-: standard input can be read once only");
  }
  auto lexicon = load_lexicon(wish.common);
  if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
  const std::string problem = type_problem(**lexicon, wish.common.type);
  if (!problem.empty()) return fail(kUsage, "--type: " + problem);
  WriteOptions options = write_options(wish.common);
  options.offsets = offsets_of(wish.offsets);
  std::vector<Annotation> pages;  // a page needs all of its documents
  int code = kDone;
  Row(**lexicon, wish).run([&](Result<Annotation> result) {
    if (!result.ok()) {
      code = fail(kInputError, result.error().message);
      return true;
    }
    std::string out;
    if (wish.common.format == "html") {
      pages.push_back(std::move(result).value());
    } else if (wish.common.format == "text") {
      write_text(**lexicon, *result, options, &out);
    } else {
      write_jsonl(**lexicon, *result, options, &out);
    }
    return put(out);  // false: nobody reads on
  });
  if (wish.common.format == "html" && !pages.empty()) {
    std::string page;
    write_html(**lexicon, pages, options, &page);
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
  command->add_option("--input", wish->input, "Kind of document")
      ->type_name("KIND")
      ->check(one_of({"auto", "txt", "md"}));
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
  add_common(command,
             kTakesLexicon | kTakesTime | kTakesFilter | kTakesLimit |
                 kTakesDisplay | kTakesJobs,
             &wish->common);
  command->footer(
      "Examples:\n"
      "  khitai annotate chapter.txt\n"
      "  khitai annotate --format html --lang ru *.md > names.html\n"
      "  curl -s URL | khitai annotate - --format jsonl --offsets codepoint");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
