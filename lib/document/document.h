// SPDX-License-Identifier: Apache-2.0
//
// A document as plain text with the way back to the bytes it came from. Markup
// is not text, so it neither hides nor splits a name; every byte of plain text
// knows its byte of source. Where the reader writes something of its own (the
// blank line between two blocks) the map leads to the source before it.
//
// What stands beside the running text (a note, another reading of a word)
// follows behind it, so that it does not cut what it stands in: within a part
// the source may go back there, at blank lines.
//
// Parts are read each on its own: the records of a table. Where the source
// declares a language (xml:lang), the text knows it.
//
// Memory: the plain text once more (none for most plain text files) and one
// entry for each run of text between markup. Thread-safe: values.

#ifndef KHITAI_DOCUMENT_DOCUMENT_H_
#define KHITAI_DOCUMENT_DOCUMENT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khitai::document {

// A stretch of plain text, in bytes.
struct Part {
  size_t begin = 0;
  size_t end = 0;
};

// Bytes of the source.
struct Span {
  size_t begin = 0;
  size_t end = 0;
};

// What stays as it is written when names are changed: what the markup says is
// quoted, a title of a work, or a reference to one.
enum class Keep { kQuotation, kTitle, kBibliography };
struct Kept {
  Span span;
  Keep keep = Keep::kQuotation;
};

struct Structure;  // structure.h

class Document {
 public:
  // A text that is its own source. A soft hyphen at the end of a line, and the
  // line end, are not in the plain text.
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

  // The text within a stretch of plain text that comes from `source`. REQUIRES:
  // the source only goes forward there. Logarithmic.
  Part plain_of(const Part& within, Span source) const;
  // The stretches of plain text in each of which the source only goes forward,
  // in order; the first is the running text. Linear in the runs.
  std::vector<Part> forward_parts() const;
  // Whether the reader wrote the plain byte at `offset`.
  bool is_own(size_t offset) const {
    return !is_source_ && !runs_.empty() && run_of(offset).size == 0;
  }

  // The elements of an XML document; null for all other kinds.
  const Structure* structure() const { return structure_.get(); }
  const std::vector<Kept>& kept() const { return kept_; }  // in no order
  // The year of the text, where the document says when it was written.
  std::optional<int32_t> written() const { return written_; }

  // For readers: appends a run of text found in the source at `from`; text
  // that stands for other bytes of the source (a character reference), which
  // are whole where any byte of it is meant; or text of the reader's own.
  void append_run(std::string_view text, size_t from);
  void append_for(std::string_view text, Span source);
  void append_own(std::string_view text);
  // Another document of the same source, behind this one.
  void append(const Document& other);
  // Takes back what is behind the first `size` bytes.
  void shorten(size_t size);
  // What is appended from now on is another part, or in another language.
  void begin_part();
  void begin_lang(std::string_view tag);
  void keep(const Kept& kept) { kept_.push_back(kept); }
  void set_written(std::optional<int32_t> year) { written_ = year; }
  void set_structure(std::shared_ptr<const Structure> structure) {
    structure_ = std::move(structure);
  }

 private:
  static constexpr size_t kEqual = SIZE_MAX;
  struct Run {
    size_t plain;   // where it begins in plain_
    size_t source;  // where that is in the source
    // kEqual: byte by byte the source; else the bytes of source that it stands
    // for as a whole, 0 where the reader wrote it.
    size_t size;
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
  std::vector<Kept> kept_;
  std::optional<int32_t> written_;
  std::shared_ptr<const Structure> structure_;
};

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_DOCUMENT_H_
