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

void Document::begin_part() {
  const size_t last = parts_.empty() ? 0 : parts_.back();
  if (plain_.size() > last) parts_.push_back(plain_.size());
}

void Document::begin_lang(std::string_view tag) {
  if (langs_.empty() ? tag.empty() : langs_.back().tag == tag) return;
  if (!langs_.empty() && langs_.back().plain == plain_.size()) {
    langs_.back().tag = tag;
  } else {
    langs_.push_back({plain_.size(), std::string(tag)});
  }
}

std::vector<Part> Document::parts() const {
  std::vector<Part> out;
  size_t begin = 0;
  for (size_t part : parts_) {
    out.push_back({begin, part});
    begin = part;
  }
  if (out.empty() || begin < plain().size()) {
    out.push_back({begin, plain().size()});
  }
  return out;
}

std::string_view Document::lang_at(size_t offset) const {
  const auto after = std::upper_bound(
      langs_.begin(), langs_.end(), offset,
      [](size_t at, const Lang& lang) { return at < lang.plain; });
  return after == langs_.begin() ? std::string_view() : (after - 1)->tag;
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
