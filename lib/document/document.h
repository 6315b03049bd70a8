// SPDX-License-Identifier: Apache-2.0
//
// A document as plain text with the way back to the bytes it came from. Markup
// is not text, so it neither hides nor splits a name; every byte of plain text
// knows its byte of source. Where the reader writes something of its own (the
// blank line between two blocks) the map leads to the source before it.
//
// Memory: the plain text once more (none for plain text files) and one entry
// for each run of text between markup. Thread-safe: values.

#ifndef KHITAI_DOCUMENT_DOCUMENT_H_
#define KHITAI_DOCUMENT_DOCUMENT_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::document {

class Document {
 public:
  // A text that is its own source.
  static Document of_text(std::string_view source);
  // CommonMark with tables. Code, raw HTML and addresses are not text.
  static Document of_markdown(std::string_view source);

  // `source` must outlive the view when the document is plain text.
  std::string_view plain() const { return is_source_ ? source_ : plain_; }

  // Source offset of the plain byte at `offset`, and the source offset just
  // after the plain byte before `offset`. Logarithmic in the runs.
  size_t source_begin(size_t offset) const;
  size_t source_end(size_t offset) const;

  // For readers: appends a run of text found in the source at `from`, or text
  // of the reader's own.
  void append_run(std::string_view text, size_t from);
  void append_own(std::string_view text);

 private:
  struct Run {
    size_t plain;   // where it begins in plain_
    size_t source;  // where that is in the source
    bool own;       // written by the reader: its source has no length
  };
  const Run& run_of(size_t offset) const;

  bool is_source_ = false;
  std::string_view source_;
  std::string plain_;
  std::vector<Run> runs_;
};

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_DOCUMENT_H_
