// SPDX-License-Identifier: Apache-2.0
//
// What `eval` compares: files of mentions sorted by the documents they speak
// of, and where the texts of these are.

#ifndef KHITAI_CLI_EVAL_INPUT_H_
#define KHITAI_CLI_EVAL_INPUT_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "khitai/result.h"
#include "khitai/write.h"
#include "write/evaluate.h"

namespace khitai::cli {

// Mentions of one document, all from one file.
struct MentionsOfDoc {
  std::string name;  // base name of the document
  std::string file;  // that says them
  MentionFormat format = MentionFormat::kAuto;
  std::optional<Offsets> offsets;
  std::vector<PlainMention> mentions;
};

class MentionFiles {
 public:
  // Files, or folders with NAME.gold.jsonl, else NAME.ann, else NAME.iob2 in
  // them. A document in two files and a span twice in one are errors, as is
  // what cannot be read.
  static Result<MentionFiles> read(const std::vector<std::string>& paths);

  // In the order of their names.
  const std::vector<MentionsOfDoc>& docs() const { return docs_; }
  // The number of the document that a path means: of its base name, else of
  // that but for one ending; nothing if there is none.
  std::optional<size_t> find(const std::string& path) const;

 private:
  Status add(const std::string& path);
  Status finish();

  std::vector<MentionsOfDoc> docs_;
  std::map<std::string, size_t> by_name_, by_stem_;
};

// Where the text of a document is: in one of the folders, else beside the
// file that speaks of it; "" if it is in none.
std::string text_beside(const MentionsOfDoc& doc,
                        const std::vector<std::string>& folders);

// All traps of these tables, by the base name of their document.
Result<std::map<std::string, std::vector<write::Trap>>> read_trap_files(
    const std::vector<std::string>& paths);

std::string base_name_of(const std::string& path);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_EVAL_INPUT_H_
