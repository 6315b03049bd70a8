// SPDX-License-Identifier: Apache-2.0

#include "write/plain_spans.h"

#include <algorithm>

namespace khitai::write {

using document::Part;
using document::Span;

PlainSpans::PlainSpans(const document::Document& document)
    : document_(document) {
  for (const Part& text : document.forward_parts()) {
    size_t begin = text.begin;
    while (begin < text.end && document.is_own(begin)) ++begin;
    if (begin == text.end && !stretches_.empty()) continue;
    stretches_.push_back({text, document.source_begin(begin)});
  }
  std::sort(
      stretches_.begin() + 1, stretches_.end(),
      [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
}

Part PlainSpans::part_in(const Stretch& stretch, Span source) const {
  const Part part = document_.plain_of(stretch.text, source);
  const bool same = part.begin < part.end &&
                    document_.source_begin(part.begin) == source.begin &&
                    document_.source_end(part.end) == source.end;
  return same ? part : Part{};
}

Part PlainSpans::of(Span source) const {
  const Part running = part_in(stretches_.front(), source);
  if (running.end > 0) return running;
  auto after = std::upper_bound(
      stretches_.begin() + 1, stretches_.end(), source.begin,
      [](size_t at, const Stretch& stretch) { return at < stretch.begin; });
  while (after != stretches_.begin() + 1) {
    const Part part = part_in(*--after, source);
    if (part.end > 0) return part;
  }
  return {};
}

}  // namespace khitai::write
