// SPDX-License-Identifier: Apache-2.0
//
// A folder of outputs: for each document its files, below the folder as the
// document lies below the one it was found in, whole or not at all; with a
// journal of what is done (journal.h).

#ifndef KHITAI_CLI_OUT_FOLDER_H_
#define KHITAI_CLI_OUT_FOLDER_H_

#include <memory>
#include <string>
#include <vector>

#include "cli/annotate_formats.h"
#include "cli/file_tree.h"
#include "cli/journal.h"
#include "khitai/annotate.h"
#include "khitai/result.h"

namespace khitai::cli {

// What is wrong with where the files would go; "" if nothing. Two documents may
// not meet in one file, none may be overwritten, and no folder that is read
// gets outputs that would be taken for documents the next time.
std::string out_folder_problem(const AnnotateFormat& format,
                               const FileTree& tree, const std::string& folder);

// Once made, all calls are thread-safe.
class OutFolder {
 public:
  // Makes the folder where there is none, and takes it for this run. What else
  // the format needs in it (annotation.conf) is left as it is where it is
  // there: its owner may have changed it.
  static Result<std::unique_ptr<OutFolder>> make(const std::string& folder,
                                                 const AnnotateFormat& format,
                                                 const Lexicon& lexicon,
                                                 const WriteOptions& options);

  // Whether the files of a document are there and were made of just this.
  bool is_done(const DocumentPath& document,
               const write::JournalMark& mark) const;
  // Writes them.
  Status write(const DocumentPath& document, const Annotation& annotation,
               const write::JournalMark& mark);

 private:
  OutFolder(std::string folder, const AnnotateFormat& format,
            const Lexicon& lexicon, const WriteOptions& options)
      : folder_(std::move(folder)),
        format_(format),
        lexicon_(lexicon),
        options_(options) {}

  std::string folder_;
  const AnnotateFormat& format_;
  const Lexicon& lexicon_;
  const WriteOptions& options_;
  std::unique_ptr<JournalFile> journal_;
};

}  // namespace khitai::cli

#endif  // KHITAI_CLI_OUT_FOLDER_H_
