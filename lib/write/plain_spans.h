// SPDX-License-Identifier: Apache-2.0
//
// From bytes of a document's source, as mentions have them, to its plain text.
// Logarithmic, but for notes within notes.

#ifndef KHITAI_WRITE_PLAIN_SPANS_H_
#define KHITAI_WRITE_PLAIN_SPANS_H_

#include <cstddef>
#include <vector>

#include "document/document.h"

namespace khitai::write {

class PlainSpans {
 public:
  // It must outlive this.
  explicit PlainSpans(const document::Document& document);

  // The text that comes from exactly these bytes; empty if there is none.
  document::Part of(document::Span source) const;

 private:
  struct Stretch {
    document::Part text;
    size_t begin;  // of source
  };
  document::Part part_in(const Stretch& stretch, document::Span source) const;

  const document::Document& document_;
  std::vector<Stretch> stretches_;  // the running text, then by begin
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_PLAIN_SPANS_H_
