// SPDX-License-Identifier: Apache-2.0
//
// The shapes that `annotate` writes documents in: one row of a table each. A
// new one is a new row (annotate_formats.cc); options, help and completion
// follow.

#ifndef KHITAI_CLI_ANNOTATE_FORMATS_H_
#define KHITAI_CLI_ANNOTATE_FORMATS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/search.h"
#include "khitai/write.h"

namespace khitai::cli {

// What becomes of several documents on standard output.
enum class Several {
  kInARow,    // one after the other, as each is done
  kTogether,  // in one output, by `write_all`
  kApart,     // each needs a file of its own: refused
};

struct AnnotateFormat {
  std::string_view name;    // of --format
  std::string_view ending;  // of a file of it: ".jsonl"
  Several several = Several::kInARow;
  // Appends one document.
  void (*write)(const Lexicon& lexicon, const Annotation& annotation,
                const WriteOptions& options, std::string* out) = nullptr;
  // Appends all documents; of formats that write them together only.
  void (*write_all)(const Lexicon& lexicon,
                    const std::vector<Annotation>& annotations,
                    const WriteOptions& options, std::string* out) = nullptr;
  // Appends what stands once before the first document, in each file; null:
  // nothing.
  void (*write_header)(const WriteOptions& options, std::string* out) = nullptr;
  bool explained = false;      // has room for reasons without --explain
  bool code_points = false;    // its offsets are code points by definition
  bool overlaps = true;        // has room for mentions that overlap
  bool marks = false;          // ... for what patterns without an entity match
  bool counts_offsets = true;  // has a use for --offsets
  // The pieces of a long text (khitai/stream.h) may be written one after the
  // other, each when it is done.
  bool in_pieces = false;
  // In a folder a document of XML keeps its name, without the packing's ending.
  bool keeps_name = false;
  // What was left out, in words, for standard error; null: nothing ever is.
  std::string (*remark)(const Annotation& annotation) = nullptr;
  // In --out: a second file of each document, which `write_beside` appends;
  // its ending, "" if there is none.
  std::string_view beside_ending = {};
  void (*write_beside)(const Annotation& annotation,
                       std::string* out) = nullptr;
  // What records become, with --field; without it the format has none.
  std::optional<IndexShape> records = {};
};

// The row of a format; null when there is none.
const AnnotateFormat* annotate_format(std::string_view name);
std::vector<std::string> annotate_format_names();

// What `--existing check` writes.
const AnnotateFormat& existing_format(bool json_lines);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_ANNOTATE_FORMATS_H_
