// SPDX-License-Identifier: Apache-2.0

#include "document/document.h"

#include <algorithm>

namespace khitai::document {

Document Document::of_text(std::string_view source) {
  Document document;
  document.is_source_ = true;
  document.source_ = source;
  return document;
}

void Document::append_run(std::string_view text, size_t from) {
  if (text.empty()) return;
  const bool continues =
      !runs_.empty() && !runs_.back().own &&
      runs_.back().source + (plain_.size() - runs_.back().plain) == from;
  if (!continues) runs_.push_back({plain_.size(), from, false});
  plain_ += text;
}

void Document::append_own(std::string_view text) {
  if (text.empty()) return;
  const size_t source = plain_.empty() ? 0 : source_end(plain_.size());
  runs_.push_back({plain_.size(), source, true});
  plain_ += text;
}

const Document::Run& Document::run_of(size_t offset) const {
  const auto after = std::upper_bound(
      runs_.begin(), runs_.end(), offset,
      [](size_t at, const Run& run) { return at < run.plain; });
  return *(after - 1);
}

size_t Document::source_begin(size_t offset) const {
  if (is_source_ || runs_.empty()) return offset;
  const Run& run = run_of(offset);
  return run.own ? run.source : run.source + (offset - run.plain);
}

size_t Document::source_end(size_t offset) const {
  if (is_source_ || runs_.empty() || offset == 0) return offset;
  const Run& run = run_of(offset - 1);
  return run.own ? run.source : run.source + (offset - run.plain);
}

}  // namespace khitai::document
