// SPDX-License-Identifier: Apache-2.0
//
// What `eval` was asked for, and the documents it has to compare.

#ifndef KHITAI_CLI_EVAL_TASKS_H_
#define KHITAI_CLI_EVAL_TASKS_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/documents.h"
#include "cli/eval_input.h"
#include "khitai/annotate.h"
#include "khitai/result.h"

namespace khitai::cli {

// What was asked for.
struct EvalWish {
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
struct EvalInput {
  MentionFiles gold, predicted;
  bool is_predicted = false;
  std::map<std::string, std::vector<write::Trap>> traps;
  std::shared_ptr<const Lexicon> lexicon;  // where there are texts
};

// One document of the gold; without a path there is no text.
struct EvalTask {
  const MentionsOfDoc* gold = nullptr;
  std::string path;
};

// A folder among the files has gold, texts and perhaps traps.
void take_folders(EvalWish* wish);

// Reads gold, annotations made earlier and traps.
Status read_input(const EvalWish& wish, EvalInput* input);

// The documents named, or all of the gold, each with its gold. What cannot be
// compared is told; returns the exit code so far.
int find_tasks(const EvalWish& wish, const EvalInput& input,
               std::vector<EvalTask>* tasks);

// Tells what of the gold and of the annotations is left out.
void tell_left(const EvalWish& wish, const EvalInput& input,
               const std::vector<EvalTask>& tasks);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_EVAL_TASKS_H_
