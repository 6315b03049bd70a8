// SPDX-License-Identifier: Apache-2.0

#include "document/document.h"

#include <algorithm>

namespace khitai::document {

void Document::append_run(std::string_view text, size_t from) {
  if (text.empty()) return;
  const bool continues =
      !runs_.empty() && runs_.back().size == kEqual &&
      runs_.back().source + (plain_.size() - runs_.back().plain) == from;
  if (!continues) runs_.push_back({plain_.size(), from, kEqual});
  plain_ += text;
}

void Document::append_for(std::string_view text, Span source) {
  if (text.empty()) return;
  runs_.push_back({plain_.size(), source.begin, source.end - source.begin});
  plain_ += text;
}

void Document::append_own(std::string_view text) {
  if (text.empty()) return;
  const size_t source = plain_.empty() ? 0 : source_end(plain_.size());
  runs_.push_back({plain_.size(), source, 0});
  plain_ += text;
}

void Document::append(const Document& other) {
  const size_t base = plain_.size();
  if (other.langs_.empty() || other.langs_[0].plain > 0) begin_lang("");
  for (const Lang& lang : other.langs_) {
    if (lang.plain == 0) {
      begin_lang(lang.tag);
    } else {
      langs_.push_back({base + lang.plain, lang.tag});
    }
  }
  for (Run run : other.runs_) {
    run.plain += base;
    runs_.push_back(run);
  }
  plain_ += other.plain_;
  kept_.insert(kept_.end(), other.kept_.begin(), other.kept_.end());
}

void Document::shorten(size_t size) {
  if (size >= plain_.size()) return;
  plain_.resize(size);
  while (!runs_.empty() && runs_.back().plain >= size) runs_.pop_back();
  while (!langs_.empty() && langs_.back().plain > size) langs_.pop_back();
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

std::vector<Part> Document::forward_parts() const {
  std::vector<Part> out = {{0, plain().size()}};
  size_t end = 0;  // of the source, before the run at hand
  for (size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    if (run.source < end) {
      out.back().end = run.plain;
      out.push_back({run.plain, plain_.size()});
    }
    const size_t next =
        i + 1 < runs_.size() ? runs_[i + 1].plain : plain_.size();
    end = run.source + (run.size == kEqual ? next - run.plain : run.size);
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
  return run.size == kEqual ? run.source + (offset - run.plain) : run.source;
}

size_t Document::source_end(size_t offset) const {
  if (is_source_ || runs_.empty() || offset == 0) return offset;
  const Run& run = run_of(offset - 1);
  return run.source + (run.size == kEqual ? offset - run.plain : run.size);
}

Part Document::plain_of(const Part& within, Span source) const {
  if (is_source_) return {source.begin, source.end};
  // Bytes of text whose source ends by `at`: it only grows within a stream.
  const auto count_by = [&](size_t at, bool whole) {
    size_t low = within.begin, high = within.end;
    while (low < high) {
      const size_t middle = low + (high - low) / 2;
      const bool before =
          whole ? source_end(middle + 1) <= at : source_begin(middle) < at;
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  Part part{count_by(source.begin, false), count_by(source.end, true)};
  // What the reader wrote lies at the end of what was before it.
  while (part.begin < part.end && is_own(part.begin)) ++part.begin;
  while (part.end > part.begin && is_own(part.end - 1)) --part.end;
  if (part.end < part.begin) part.end = part.begin;
  return part;
}

}  // namespace khitai::document
