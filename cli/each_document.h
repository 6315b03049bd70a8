// SPDX-License-Identifier: Apache-2.0
//
// Documents one after the other, for commands that make one answer of all of
// them: each is annotated and worked on by itself on several threads, and the
// results are taken in the order of the documents. What is held is that of a
// few documents.

#ifndef KHITAI_CLI_EACH_DOCUMENT_H_
#define KHITAI_CLI_EACH_DOCUMENT_H_

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ordered_pool.h"
#include "cli/command.h"
#include "cli/documents.h"
#include "cli/file_tree.h"
#include "cli/run_talk.h"
#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/result.h"

namespace khitai::cli {

// The documents that arguments name. What was skipped is told unless quiet.
FileTree documents_of(const std::vector<std::string>& files,
                      const ReadWish& read, bool quiet);

struct EachDocument {
  const Lexicon& lexicon;
  const FileTree& tree;
  AnnotateOptions annotate;
  unsigned jobs = 0;
  bool quiet = false;
};

// What of a run is told in the end.
struct EachDone {
  int code = kDone;      // kInputError when a document cannot be used
  size_t documents = 0;  // that were read
};

// work(annotation, number) -> Out, on several threads at a time;
// take(Out) -> bool, in order; false ends it all.
template <typename Work, typename Take>
EachDone each_document(const EachDocument& run, const Work& work,
                       const Take& take) {
  using Out = decltype(work(std::declval<const Annotation&>(), size_t{}));
  const std::vector<DocumentPath>& documents = run.tree.documents;
  RunTalk::Wish wish;
  wish.summary = false;
  wish.progress =
      !run.quiet && isatty(STDERR_FILENO) != 0 && !is_terminal_output();
  for (const DocumentPath& one : documents) wish.bytes += one.bytes;
  RunTalk talk(wish);
  EachDone done;
  for (const std::string& error : run.tree.errors) {
    done.code = talk.failed(error);
  }
  struct Worked {
    uint64_t bytes = 0;
    Out out;
  };
  AnnotateOptions options = run.annotate;
  if (documents.size() == 1) options.jobs = run.jobs;
  const auto read = [&](size_t number) -> Result<Worked> {
    const auto page =
        annotate_path(run.lexicon, documents[number].path, options);
    if (!page.ok()) return page.error();
    return Worked{documents[number].bytes, work(*page, number)};
  };
  const auto give = [&](Result<Worked> worked) {
    if (!worked.ok()) {
      done.code = talk.failed(worked.error().message);
      return true;
    }
    ++done.documents;
    DocumentCounts counts;
    counts.bytes = worked->bytes;
    talk.annotated(counts);
    return take(std::move(worked->out));
  };
  base::run_numbers(run.jobs, documents.size(), read, give);
  talk.clear();
  return done;
}

}  // namespace khitai::cli

#endif  // KHITAI_CLI_EACH_DOCUMENT_H_
