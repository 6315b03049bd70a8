// SPDX-License-Identifier: Apache-2.0

#include "cli/eval_tasks.h"

#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace khitai::cli {
namespace {

namespace fs = std::filesystem;

template <typename T>
Status take_result(Result<T> result, T* to) {
  if (!result.ok()) return result.error();
  *to = std::move(result).value();
  return Done{};
}

// The documents named, each with its gold; the exit code so far.
int tasks_of_files(const EvalWish& wish, const EvalInput& input,
                   std::vector<EvalTask>* tasks) {
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
int tasks_of_gold(const EvalWish& wish, const EvalInput& input,
                  std::vector<EvalTask>* tasks) {
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

}  // namespace

void take_folders(EvalWish* wish) {
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

Status read_input(const EvalWish& wish, EvalInput* input) {
  Status read = take_result(MentionFiles::read(wish.gold), &input->gold);
  if (!read.ok()) return read;
  input->is_predicted = !wish.predicted.empty();
  read = take_result(MentionFiles::read(wish.predicted), &input->predicted);
  if (!read.ok()) return read;
  return take_result(read_trap_files(wish.traps), &input->traps);
}

int find_tasks(const EvalWish& wish, const EvalInput& input,
               std::vector<EvalTask>* tasks) {
  return wish.files.empty() ? tasks_of_gold(wish, input, tasks)
                            : tasks_of_files(wish, input, tasks);
}

void tell_left(const EvalWish& wish, const EvalInput& input,
               const std::vector<EvalTask>& tasks) {
  if (wish.common.quiet) return;
  std::set<std::string> gold;
  for (const EvalTask& task : tasks) gold.insert(task.gold->name);
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

}  // namespace khitai::cli
