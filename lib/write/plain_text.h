// SPDX-License-Identifier: Apache-2.0
//
// The plain text of an annotated document, for what shows its mentions as a
// reader sees them: without markup, and in one line. The document is read once
// more, which is cheap beside annotating it. Thread-safe once made.

#ifndef KHITAI_WRITE_PLAIN_TEXT_H_
#define KHITAI_WRITE_PLAIN_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "khitai/annotate.h"
#include "write/plain_spans.h"

namespace khitai::write {

class PlainText {
 public:
  // The annotation must outlive it. Linear in the document.
  explicit PlainText(const Annotation& annotation);
  PlainText(const PlainText&) = delete;
  PlainText& operator=(const PlainText&) = delete;

  std::string_view all() const { return document_.plain(); }

  // The text of a mention, in bytes of all(). Logarithmic. Empty where its
  // bytes are no text.
  document::Part of(const Mention& mention) const;

  // What may be read on from there: the record, or the note, that it is in; of
  // most documents all of the text.
  document::Part around(const document::Part& part) const;

  // The mention as one line; where it is no text, the bytes of the source.
  std::string line_of(const Mention& mention) const;

  // Letters, digits, marks and signs: code points that are not white space.
  size_t characters() const;

 private:
  const Annotation& annotation_;
  document::Document document_;
  PlainSpans spans_;
  std::vector<document::Part> parts_;      // records
  std::vector<document::Part> stretches_;  // by begin
};

// Runs of spaces, tabs and line ends as one space; a line end between two
// characters of an unspaced script (Han, kana) as nothing. Ill-formed parts are
// U+FFFD. A space at either end stays.
std::string in_running_line(std::string_view text);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_PLAIN_TEXT_H_
