// SPDX-License-Identifier: Apache-2.0
//
// khitai eval --gold GOLD FILES: how right annotations are, against gold.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <system_error>

#include "base/ordered_pool.h"
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/eval_input.h"
#include "khitai/annotate.h"

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

struct Wish {
  Common common;
  std::vector<std::string> files;  // documents, or folders with their gold
  std::vector<std::string> gold, predicted, traps;
  std::vector<std::string> folders;  // of those files
  ReadWish read;
  std::string offsets = "auto";
  std::string by;
  double decide = kDecideMention;
  bool errors = false;
};

// What there is to compare.
struct Input {
  MentionFiles gold, predicted;
  bool is_predicted = false;
  std::map<std::string, std::vector<write::Trap>> traps;
  std::shared_ptr<const Lexicon> lexicon;  // where there are texts
};

// One document of the gold; without a path there is no text.
struct Task {
  const MentionsOfDoc* gold = nullptr;
  std::string path;
};

using Compared = Result<write::EvalDocument>;

// A folder among the files has gold, texts and perhaps traps.
void take_folders(Wish* wish) {
  std::error_code error;
  std::vector<std::string> documents;
  for (const std::string& file : wish->files) {
    (fs::is_directory(file, error) ? wish->folders : documents).push_back(file);
  }
  wish->files = documents;
  if (wish->gold.empty()) wish->gold = wish->folders;
  for (const std::string& folder : wish->folders) {
    const fs::path traps = fs::path(folder) / "traps.tsv";
    if (wish->traps.empty() && fs::exists(traps, error)) {
      wish->traps.push_back(traps.string());
    }
  }
}

template <typename T>
Status take_result(Result<T> result, T* to) {
  if (!result.ok()) return result.error();
  *to = std::move(result).value();
  return Done{};
}

Status read_input(const Wish& wish, Input* input) {
  Status read = take_result(MentionFiles::read(wish.gold), &input->gold);
  if (!read.ok()) return read;
  input->is_predicted = !wish.predicted.empty();
  read = take_result(MentionFiles::read(wish.predicted), &input->predicted);
  if (!read.ok()) return read;
  return take_result(read_trap_files(wish.traps), &input->traps);
}

// The documents named, each with its gold; the exit code so far.
int tasks_of_files(const Wish& wish, const Input& input,
                   std::vector<Task>* tasks) {
  int code = kDone;
  std::map<size_t, std::string> seen;
  for (const std::string& file : wish.files) {
    const auto number = input.gold.find(file);
    if (!number) {
      code = fail(kInputError,
                  file + ": no gold for it, expected rows with the doc " +
                      base_name_of(file) + " or a file named after it");
      continue;
    }
    const MentionsOfDoc& gold = input.gold.docs()[*number];
    const auto [slot, fresh] = seen.emplace(*number, file);
    if (!fresh) {
      code = fail(kInputError, file + ": " + gold.name + " is " + slot->second +
                                   " already, expected one " +
                                   "document of that name");
      continue;
    }
    tasks->push_back({&gold, file});
  }
  return code;
}

// All documents of the gold, with their texts where they are.
int tasks_of_gold(const Wish& wish, const Input& input,
                  std::vector<Task>* tasks) {
  int code = kDone;
  for (const MentionsOfDoc& gold : input.gold.docs()) {
    const std::string path = text_beside(gold, wish.folders);
    if (path.empty() && !input.is_predicted) {
      code = fail(kInputError, gold.file + ": " + gold.name +
                                   " is not beside it, expected the text "
                                   "there or among the arguments");
      continue;
    }
    tasks->push_back({&gold, path});
  }
  return code;
}

// Tells what of the gold and of the annotations is left out.
void tell_left(const Wish& wish, const Input& input,
               const std::vector<Task>& tasks) {
  if (wish.common.quiet) return;
  std::set<std::string> gold;
  for (const Task& task : tasks) gold.insert(task.gold->name);
  if (!wish.files.empty() && gold.size() < input.gold.docs().size()) {
    const size_t left = input.gold.docs().size() - gold.size();
    fail(kDone, "note: gold of " + std::to_string(left) +
                    (left == 1 ? " document" : " documents") +
                    " that is not among the arguments is left out");
  }
  for (const MentionsOfDoc& doc : input.predicted.docs()) {
    if (input.gold.find(doc.name)) continue;
    fail(kDone, "note: " + doc.file + ": no gold for " + doc.name +
                    ", which is left out");
  }
}

Offsets unit_named(const std::string& word) {
  if (word == "byte") return Offsets::kByte;
  return word == "utf16" ? Offsets::kUtf16 : Offsets::kCodepoint;
}

// The mentions of a file in code points of the text; `unit`: as told, "auto".
Result<std::vector<PlainMention>> in_text(const MentionsOfDoc& doc,
                                          const Annotation& page,
                                          const std::string& unit) {
  std::vector<PlainMention> mentions = doc.mentions;
  std::optional<Offsets> offsets = doc.offsets;
  if (!offsets && unit != "auto") offsets = unit_named(unit);
  if (!offsets) offsets = unit_of(page, mentions);
  // In no unit all of them fit: the first that does not is told.
  const Status settled = settle_mentions(page, offsets.value_or(Offsets::kByte),
                                         doc.format, &mentions);
  if (!settled.ok()) return settled.error();
  return mentions;
}

// The same without a text: there the unit must be known.
Result<std::vector<PlainMention>> without_text(const MentionsOfDoc& doc,
                                               const std::string& unit) {
  if (doc.offsets == Offsets::kCodepoint || unit == "codepoint") {
    return doc.mentions;
  }
  return Error{doc.file + ": offsets may be bytes, expected the text of " +
               doc.name + " among the arguments, or --offsets codepoint"};
}

// The predictions of a document; none where they do not speak of it.
const MentionsOfDoc& predictions_of(const Input& input,
                                    const MentionsOfDoc& gold) {
  static const MentionsOfDoc kNone{
      "", "", MentionFormat::kJsonl, Offsets::kCodepoint, {}};
  const auto number = input.predicted.find(gold.name);
  return number ? input.predicted.docs()[*number] : kNone;
}

Status settle_traps(const Annotation& page, write::EvalDocument* out) {
  for (write::Trap& trap : out->traps) {
    std::vector<PlainMention> place = {trap.place};
    const Status settled = settle_mentions(page, Offsets::kCodepoint,
                                           MentionFormat::kJsonl, &place);
    if (!settled.ok()) return settled;
    trap.place = place[0];
  }
  return Done{};
}

AnnotateOptions annotate_options(const Wish& wish) {
  AnnotateOptions options;
  set_read_options(wish.read, &options);
  options.lang = wish.common.lang;
  options.year = wish.common.year;
  options.written = wish.common.written;
  options.decide = wish.decide;
  options.explain = false;
  return options;
}

// Gold, traps and annotations over the text of a document.
Compared compare_text(const Wish& wish, const Input& input, const Task& task,
                      write::EvalDocument out) {
  const auto page =
      annotate_path(*input.lexicon, task.path, annotate_options(wish));
  if (!page.ok()) return page.error();
  if (out.lang.empty()) out.lang = page->lang;
  auto gold = in_text(*task.gold, *page, "auto");
  if (!gold.ok()) return gold.error();
  out.gold = std::move(gold).value();
  const Status settled = settle_traps(*page, &out);
  if (!settled.ok()) return settled.error();
  if (!input.is_predicted) {
    WriteOptions all;
    all.limit = 0;
    out.found = plain_mentions(*input.lexicon, *page, all);
    return out;
  }
  auto found = in_text(predictions_of(input, *task.gold), *page, wish.offsets);
  if (!found.ok()) return found.error();
  out.found = std::move(found).value();
  return out;
}

Compared compare_one(const Wish& wish, const Input& input, const Task& task) {
  write::EvalDocument out;
  out.name = task.path.empty() ? task.gold->name : base_name_of(task.path);
  for (const PlainMention& mention : task.gold->mentions) {
    if (out.lang.empty()) out.lang = mention.lang;
  }
  for (const std::string& name :
       std::set<std::string>{task.gold->name, out.name}) {
    const auto traps = input.traps.find(name);
    if (traps == input.traps.end()) continue;
    std::copy(traps->second.begin(), traps->second.end(),
              std::back_inserter(out.traps));
  }
  if (!task.path.empty()) return compare_text(wish, input, task, out);
  auto gold = without_text(*task.gold, "auto");
  if (!gold.ok()) return gold.error();
  auto found = without_text(predictions_of(input, *task.gold), wish.offsets);
  if (!found.ok()) return found.error();
  out.gold = std::move(gold).value();
  out.found = std::move(found).value();
  return out;
}

int compare_all(const Wish& wish, const Input& input,
                const std::vector<Task>& tasks, write::Evaluation* evaluation) {
  int code = kDone;
  size_t next = 0;
  const auto produce = [&]() -> std::optional<size_t> {
    if (next == tasks.size()) return std::nullopt;
    return next++;
  };
  const auto work = [&](size_t number) {
    return compare_one(wish, input, tasks[number]);
  };
  const auto take = [&](Compared result) {
    if (result.ok()) {
      evaluation->add(std::move(result).value());
    } else {
      code = fail(kInputError, result.error().message);
    }
    return true;
  };
  const size_t jobs =
      std::min<size_t>(base::job_count(wish.common.jobs), tasks.size());
  base::run_in_order(static_cast<unsigned>(jobs), produce, work, take);
  return code;
}

void print(const Wish& wish, const write::Evaluation& evaluation) {
  write::EvalOptions options;
  options.by_doc = wish.by == "doc";
  options.findings = wish.errors;
  options.limit = wish.common.limit;
  std::string format = wish.common.format;
  if (format.empty()) format = is_terminal_output() ? "text" : "tsv";
  std::string out;
  if (format == "tsv") {
    write::write_eval_tsv(evaluation, options, &out);
  } else if (format == "json") {
    write::write_eval_json(evaluation, options, &out);
  } else {
    write::write_eval_text(evaluation, options, &out);
  }
  put(out);
}

int run(Wish wish) {
  const std::string unread = read_problem(wish.read);
  if (!unread.empty()) return fail(kUsage, unread);
  take_folders(&wish);
  if (wish.gold.empty()) {
    return fail(kUsage,
                "--gold: not given, expected a file or folder of gold, or a "
                "folder with texts and their NAME.gold.jsonl as argument");
  }
  Input input;
  const Status read = read_input(wish, &input);
  if (!read.ok()) return fail(kInputError, read.error().message);
  std::vector<Task> tasks;
  int code = wish.files.empty() ? tasks_of_gold(wish, input, &tasks)
                                : tasks_of_files(wish, input, &tasks);
  if (tasks.empty())
    return code == kDone ? static_cast<int>(kInputError) : code;
  tell_left(wish, input, tasks);
  const bool texts =
      std::any_of(tasks.begin(), tasks.end(),
                  [](const Task& one) { return !one.path.empty(); });
  if (texts) {
    auto lexicon = load_lexicon(wish.common);
    if (!lexicon.ok()) return fail(kInputError, lexicon.error().message);
    input.lexicon = std::move(lexicon).value();
  }
  write::Evaluation evaluation;
  code = std::max(code, compare_all(wish, input, tasks, &evaluation));
  if (evaluation.all.documents == 0) return code;
  print(wish, evaluation);
  return code;
}

void add_inputs(CLI::App* command, Wish* wish) {
  command
      ->add_option("files", wish->files,
                   "Documents, or a folder of texts with their gold")
      ->type_name("FILE");
  command
      ->add_option("--gold", wish->gold,
                   "Gold: JSON Lines, .ann of brat, IOB2; or a folder (may be "
                   "repeated)")
      ->type_name("GOLD")
      ->allow_extra_args(false);
  command
      ->add_option("--predicted", wish->predicted,
                   "Annotations made earlier, in any format of `annotate` (may "
                   "be repeated)")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command
      ->add_option("--offsets", wish->offsets,
                   "Unit of offsets in their JSON Lines and CSV")
      ->type_name("UNIT")
      ->check(one_of({"auto", "byte", "codepoint", "utf16"}));
  command
      ->add_option("--traps", wish->traps,
                   "Table of spans that no decided name may touch")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void add_outputs(CLI::App* command, Wish* wish) {
  add_format(command, {"text", "tsv", "json"}, &wish->common);
  command->add_option("--by", wish->by, "Figures of each document, too")
      ->type_name("WHAT")
      ->check(one_of({"doc"}));
  command->add_flag("--errors", wish->errors,
                    "List what is missed, extra, wrong");
  wish->common.limit = 10;
  command
      ->add_option("--limit", wish->common.limit,
                   "Confused entities shown (0: all)")
      ->type_name("N")
      ->check(whole_number(1000000));
  command
      ->add_option("--decide", wish->decide, "Least probability of a decision")
      ->type_name("P")
      ->check(probability());
  command->add_flag("--quiet", wish->common.quiet, "No notes");
}

}  // namespace

void add_eval(CLI::App* program, Action* action) {
  CLI::App* command = program->add_subcommand(
      "eval", "Measure annotations against gold: precision, recall, F1");
  auto wish = std::make_shared<Wish>();
  add_inputs(command, wish.get());
  add_read_options(command, &wish->read);
  add_outputs(command, wish.get());
  add_common(command, kTakesLexicon | kTakesTime | kTakesLang | kTakesJobs,
             &wish->common);
  command->footer(
      "Without documents those beside the gold are taken. What counts how is "
      "said in\ndocs/accuracy.md.\n\n"
      "Examples:\n"
      "  khitai eval corpora/held --by doc\n"
      "  khitai eval --gold gold.jsonl chapters/*.txt --errors\n"
      "  khitai eval --gold gold --predicted theirs.jsonl chapters/*.txt");
  command->callback(
      [wish, action] { *action = [wish] { return run(*wish); }; });
}

}  // namespace khitai::cli
