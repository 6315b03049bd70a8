// SPDX-License-Identifier: Apache-2.0
//
// `annotate` at work: documents are read, annotated and written on several
// threads, and told in their order. What is held does not grow with them, but
// for formats that write all of them together to standard output.

#ifndef KHITAI_CLI_ANNOTATE_RUN_H_
#define KHITAI_CLI_ANNOTATE_RUN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/annotate_formats.h"
#include "cli/decisions.h"
#include "cli/file_tree.h"
#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/write.h"

namespace khitai::cli {

struct AnnotateRun {
  const Lexicon& lexicon;
  const AnnotateFormat& format;
  const FileTree& tree;
  AnnotateOptions annotate;
  WriteOptions write;
  std::string out;       // folder of outputs; "": to standard output
  bool again = false;    // what was done before, too
  std::string identity;  // of all that outputs depend on, but for the documents
  std::string stats;     // file of the table; "": none; "-": standard output
  std::vector<std::optional<int32_t>> years;  // in it, of each document
  unsigned jobs = 0;
  bool quiet = false;
};

// Returns the exit code. REQUIRES: decisions shared out among the documents.
int annotate_documents(const AnnotateRun& run, Decisions* decisions);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_ANNOTATE_RUN_H_
