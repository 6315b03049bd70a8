// SPDX-License-Identifier: Apache-2.0

#include "search/indexed_text.h"

#include <algorithm>
#include <utility>

#include "annotate/inputs.h"
#include "document/read.h"
#include "write/plain_spans.h"

namespace khitai::search {

IndexedText indexed_text(const Annotation& annotation) {
  const document::Kind kind =
      annotate::kind_of(annotation.input).value_or(document::Kind::kText);
  auto read = document::read_document(annotation.name, annotation.source, kind,
                                      annotation.field);
  const document::Document document =
      read.ok() ? std::move(read).value()
                : document::Document::of_text(annotation.source);
  const write::PlainSpans places(document);
  IndexedText out{std::string(document.plain()), {}};
  for (write::NamedSpan& span : write::named_spans(annotation.mentions)) {
    const document::Part part = places.of({span.begin, span.end});
    if (part.end <= part.begin) continue;
    span.begin = part.begin;
    span.end = part.end;
    out.spans.push_back(std::move(span));
  }
  std::stable_sort(
      out.spans.begin(), out.spans.end(), [](const auto& a, const auto& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
      });
  return out;
}

}  // namespace khitai::search
