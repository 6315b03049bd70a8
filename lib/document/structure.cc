// SPDX-License-Identifier: Apache-2.0

#include "document/structure.h"

#include <algorithm>

namespace khitai::document {
namespace {

bool is_xml_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// An element that is one tag: nothing stands in it.
bool is_empty_tag(const Element& element) {
  return element.end_tag.begin == element.end_tag.end;
}

// Finds the places of one stretch, from left to right.
class Placing {
 public:
  Placing(const Structure& structure, const Document& document,
          std::string_view source, Part text)
      : structure_(structure),
        document_(document),
        source_(source),
        text_(text),
        text_source_{document.source_begin(text.begin),
                     document.source_end(text.end)},
        at_(text_source_),
        left_(structure.element_around(at_.begin)),
        right_(structure.element_around(at_.end)) {}

  std::vector<Span> run() {
    step_out();
    while (left_ == right_ && is_opaque(left_) && leaves_left_edge() &&
           leaves_right_edge()) {
      widen_left();
      widen_right();
    }
    while (left_ != right_) {
      if (is_inside(right_, left_)) {
        // Up to the element that holds the end, then on within it.
        uint32_t child = right_;
        while (of(child).parent != left_) child = of(child).parent;
        add({at_.begin, of(child).start_tag.begin}, left_);
        at_.begin = of(child).start_tag.end;
        left_ = child;
      } else {
        add({at_.begin, of(left_).end_tag.begin}, left_);
        at_.begin = of(left_).end_tag.end;
        left_ = of(left_).parent;
      }
    }
    add(at_, left_);
    return std::move(places_);
  }

 private:
  const Element& of(uint32_t element) const {
    return structure_.elements[element];
  }

  bool is_inside(uint32_t element, uint32_t outer) const {
    while (element != kNoElement && element > outer) {
      element = of(element).parent;
    }
    return element == outer || outer == kNoElement;
  }

  bool is_opaque(uint32_t element) const {
    return element != kNoElement && of(element).opaque;
  }

  // Elements whose text lies wholly in the stretch: their tags join it.
  void step_out() {
    while (!is_inside(right_, left_) && leaves_left_edge()) widen_left();
    while (!is_inside(left_, right_) && leaves_right_edge()) widen_right();
  }

  // Whether no text before the stretch is in the element its begin is in. What
  // lies behind a blank line is another block, or a note.
  bool leaves_left_edge() const {
    size_t before = text_.begin;
    while (before > 0 && document_.is_own(before - 1)) --before;
    return before == 0 || has_blank_line(before, text_.begin) ||
           !is_source_in(before - 1, of(left_).start_tag.end,
                         text_source_.begin);
  }
  bool leaves_right_edge() const {
    size_t after = text_.end;
    const size_t end = document_.plain().size();
    while (after < end && document_.is_own(after)) ++after;
    return after == end || has_blank_line(text_.end, after) ||
           !is_source_in(after, text_source_.end, of(right_).end_tag.begin);
  }
  bool has_blank_line(size_t begin, size_t end) const {
    return document_.plain().substr(begin, end - begin).find("\n\n") !=
           std::string_view::npos;
  }

  void widen_left() {
    at_.begin = of(left_).start_tag.begin;
    left_ = of(left_).parent;
  }
  void widen_right() {
    at_.end = of(right_).end_tag.end;
    right_ = of(right_).parent;
  }

  bool is_source_in(size_t plain, size_t begin, size_t end) const {
    const size_t at = document_.source_begin(plain);
    return at >= begin && at < end;
  }

  void add(Span span, uint32_t element) {
    if (element == kNoElement || is_opaque(element)) return;
    while (span.begin < span.end && is_xml_space(source_[span.begin])) {
      ++span.begin;
    }
    while (span.begin < span.end && is_xml_space(source_[span.end - 1])) {
      --span.end;
    }
    if (span.begin >= span.end) return;
    const Part part = document_.plain_of(text_, span);
    const std::string_view inside =
        document_.plain().substr(part.begin, part.end - part.begin);
    if (inside.find_first_not_of(" \n") != inside.npos) {
      places_.push_back(span);
    }
  }

  const Structure& structure_;
  const Document& document_;
  const std::string_view source_;
  const Part text_;
  const Span text_source_;
  Span at_;
  uint32_t left_;
  uint32_t right_;
  std::vector<Span> places_;
};

}  // namespace

uint32_t Structure::element_at(size_t offset) const {
  const auto after = std::upper_bound(
      elements.begin(), elements.end(), offset,
      [](size_t at, const Element& one) { return at < one.start_tag.begin; });
  if (after == elements.begin()) return kNoElement;
  uint32_t element = static_cast<uint32_t>(after - elements.begin() - 1);
  while (element != kNoElement && elements[element].end_tag.end <= offset) {
    element = elements[element].parent;
  }
  return element;
}

uint32_t Structure::element_around(size_t offset) const {
  const auto after = std::upper_bound(
      elements.begin(), elements.end(), offset,
      [](size_t at, const Element& one) { return at < one.start_tag.end; });
  if (after == elements.begin()) return kNoElement;
  uint32_t element = static_cast<uint32_t>(after - elements.begin() - 1);
  while (element != kNoElement && (is_empty_tag(elements[element]) ||
                                   elements[element].end_tag.begin < offset)) {
    element = elements[element].parent;
  }
  return element;
}

std::vector<Span> Structure::places_of(const Document& document,
                                       std::string_view source,
                                       Part text) const {
  if (text.begin >= text.end) return {};
  return Placing(*this, document, source, text).run();
}

}  // namespace khitai::document
