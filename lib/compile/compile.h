// SPDX-License-Identifier: Apache-2.0
//
// From text tables to a compiled lexicon: read, generate forms, index, lay out.
// Deterministic: the same tables give the same bytes, in whatever order the
// folders were named; only where two of them speak of one thing does the one
// named last count (overlay.h). Used by the program and the tests; no reader
// links it.

#ifndef KHITAI_COMPILE_COMPILE_H_
#define KHITAI_COMPILE_COMPILE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "compile/phases.h"
#include "khitai/result.h"

namespace khitai::compile {

struct CompileOptions {
  std::vector<std::string> folders;  // lexicon folders, laid over each other
  std::vector<std::string> names;    // names tables laid over them
  bool shipped_entities = true;      // false: only the rules of `folders`
  int fuzzy = 1;      // edits that look-ups will tolerate: 0, 1 or 2
  unsigned jobs = 0;  // threads; 0: as many as processors. The same bytes
  Progress progress;  // called now and then, by the caller's thread
};

struct CompileReport {
  std::vector<std::string> problems;  // file:line: what, expected what
  std::vector<std::string> errors;    // those of them that are no warnings
  std::vector<std::string> notes;     // those of them that are told unasked
  std::vector<Phase> phases;          // in the order they were done
  uint32_t entities = 0;
  uint32_t attested_forms = 0;
  uint32_t generated_forms = 0;
};

// The bytes of a compiled lexicon. On error the report holds every problem and
// the Error one line that counts them. Thread-safe.
Result<std::string> compile(const CompileOptions& options,
                            CompileReport* report);

// Writes bytes under a temporary name and renames: all or nothing.
Status write_file(const std::string& path, const std::string& bytes);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_COMPILE_H_
