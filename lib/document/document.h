// SPDX-License-Identifier: Apache-2.0
//
// A document as plain text with the way back to the bytes it came from. Markup
// is not text, so it neither hides nor splits a name; every byte of plain text
// knows its byte of source. Where the reader writes something of its own (the
// blank line between two blocks) the map leads to the source before it.
//
// Parts are read each on its own: records of a table, streams of an edition.
// Where the source declares a language (xml:lang), the text knows it.
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

// A stretch of plain text, in bytes.
struct Part {
  size_t begin = 0;
  size_t end = 0;
};

class Document {
 public:
  // A text that is its own source.
  static Document of_text(std::string_view source);
  // CommonMark with tables. Code, raw HTML and addresses are not text.
  static Document of_markdown(std::string_view source);

  // `source` must outlive the view when the document is plain text.
  std::string_view plain() const { return is_source_ ? source_ : plain_; }

  // By begin; they never overlap. At least one: all of it, if nothing else was
  // said.
  std::vector<Part> parts() const;
  // The language declared at a plain byte (BCP 47); empty: none.
  std::string_view lang_at(size_t offset) const;

  // Source offset of the plain byte at `offset`, and the source offset just
  // after the plain byte before `offset`. Logarithmic in the runs.
  size_t source_begin(size_t offset) const;
  size_t source_end(size_t offset) const;

  // For readers: appends a run of text found in the source at `from`, or text
  // of the reader's own.
  void append_run(std::string_view text, size_t from);
  void append_own(std::string_view text);
  // What is appended from now on is another part, or in another language.
  void begin_part();
  void begin_lang(std::string_view tag);

 private:
  struct Run {
    size_t plain;   // where it begins in plain_
    size_t source;  // where that is in the source
    bool own;       // written by the reader: its source has no length
  };
  struct Lang {
    size_t plain;  // where it begins
    std::string tag;
  };
  const Run& run_of(size_t offset) const;

  bool is_source_ = false;
  std::string_view source_;
  std::string plain_;
  std::vector<Run> runs_;
  std::vector<size_t> parts_;  // where they begin, but the first
  std::vector<Lang> langs_;
};

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_DOCUMENT_H_
