// SPDX-License-Identifier: Apache-2.0
//
// `index` over many documents: each is annotated and gathered on its own, on
// several threads; the index is built when all of them are.

#ifndef KHITAI_CLI_INDEX_RUN_H_
#define KHITAI_CLI_INDEX_RUN_H_

#include <string>

#include "cli/decisions.h"
#include "cli/file_tree.h"
#include "khitai/annotate.h"
#include "khitai/write.h"
#include "write/index.h"

namespace khitai::cli {

struct IndexRun {
  const Lexicon& lexicon;
  const FileTree& tree;
  AnnotateOptions annotate;
  WriteOptions write;  // of a terminal
  write::IndexWish wish;
  write::IndexOrder order;
  std::string format;
  std::string ambiguous;  // a file for their list; "": none
  unsigned jobs = 0;
  bool quiet = false;
};

// Returns the exit code.
int index_documents(const IndexRun& run, Decisions* decisions);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_INDEX_RUN_H_
