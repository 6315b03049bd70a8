// SPDX-License-Identifier: Apache-2.0
//
// What a run over documents does one after the other: each document, or of a
// long plain text, for a format that allows it, each piece.

#ifndef KHITAI_CLI_ANNOTATE_TASKS_H_
#define KHITAI_CLI_ANNOTATE_TASKS_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "base/input_file.h"
#include "cli/annotate_run.h"
#include "khitai/stream.h"

namespace khitai::cli {

struct AnnotateTask {
  size_t document = 0;  // its number
  Status status = Done{};
  // Of a document that is read as a whole and was begun to be read.
  std::shared_ptr<base::InputFile> file;
  std::string begin;
  // Of one in pieces.
  std::shared_ptr<TextStream> stream;
  std::optional<TextStream::Piece> piece;
};

// Whether a document is so long that it is read in pieces, and takes a while.
bool is_long(const DocumentPath& document);

// The bytes of the task's document, which is read as a whole.
Result<std::string> read_source(const AnnotateTask& task,
                                const std::string& path);

class AnnotateTasks {
 public:
  // All must outlive it.
  AnnotateTasks(const AnnotateRun& run, const Decisions& decisions)
      : run_(run), decisions_(decisions) {}

  // Nothing behind the last. One thread at a time.
  std::optional<AnnotateTask> next();

  // How many threads have something to do.
  unsigned jobs() const;

 private:
  bool may_have_pieces(size_t document) const;
  AnnotateTask open(size_t document);
  AnnotateTask next_piece();

  const AnnotateRun& run_;
  const Decisions& decisions_;
  size_t next_ = 0;                        // document
  std::shared_ptr<TextStream> in_pieces_;  // of the one before; null: none
};

}  // namespace khitai::cli

#endif  // KHITAI_CLI_ANNOTATE_TASKS_H_
