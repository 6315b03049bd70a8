// SPDX-License-Identifier: Apache-2.0
//
// Tables of readers' decisions (docs/format.md), for `annotate --decisions`:
// read whole before anything is written, shared out among the documents, and
// what became of them told.

#ifndef KHITAI_CLI_DECISIONS_H_
#define KHITAI_CLI_DECISIONS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/result.h"

namespace khitai::cli {

// Read-only once made; what it tells goes to standard error.
class Decisions {
 public:
  // Error: every row that cannot be read, a line each, with what was expected.
  static Result<Decisions> read(const Lexicon& lexicon,
                                const std::vector<std::string>& tables);

  // Which rows speak of which document: those with its path, else with its
  // base name where no other document has it. Tells of rows left over.
  void share_out(const std::vector<std::string>& documents, bool quiet);

  // Over a document just annotated. Thread-safe.
  Replayed replay(const Lexicon& lexicon, size_t document,
                  const AnnotateOptions& options, Annotation* annotation) const;

  // Whether there are any for a document.
  bool has_any(size_t document) const {
    return !of_document_[document].empty();
  }

  // Tells apart what was decided on a document: another word for other
  // decisions. Thread-safe.
  std::string identity(size_t document) const;

  // A line for each decision of a document that has no place or was overridden.
  void tell(const std::string& document, size_t number,
            const Replayed& replayed, bool quiet);
  // How many have none, if there are any.
  void tell_count() const;

 private:
  struct Row {
    std::string document;
    std::string where;  // "decisions.tsv:12"
    ReaderDecision decision;
  };
  Status read_table(const Lexicon& lexicon, const std::string& path,
                    uint32_t number);

  std::vector<Row> rows_;
  std::vector<std::vector<size_t>> of_document_;
  size_t used_ = 0;
  size_t orphans_ = 0;
};

}  // namespace khitai::cli

#endif  // KHITAI_CLI_DECISIONS_H_
