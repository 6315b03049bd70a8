// SPDX-License-Identifier: Apache-2.0

#include "write/tei_places.h"

#include <algorithm>

namespace khitai::write {

using document::Span;
using document::Structure;

namespace {

Span span_of(const Structure& structure, uint32_t element) {
  const document::Element& it = structure.elements[element];
  return {it.start_tag.begin, std::max(it.start_tag.end, it.end_tag.end)};
}

}  // namespace

TeiPlaces::TeiPlaces(const document::Document& document,
                     const Annotation& annotation)
    : document_(document), annotation_(annotation), spans_(document) {
  size_t reach = 0;
  for (const auto& name : document.structure()->existing) {
    reach = std::max(reach, span_of(*document.structure(), name.element).end);
    reach_.push_back(reach);
  }
}

std::vector<Span> TeiPlaces::of(const Mention& mention) const {
  return document_.structure()->places_of(document_, annotation_.source,
                                          text_of(mention));
}

size_t TeiPlaces::existing_at(Span source) const {
  const Structure& structure = *document_.structure();
  const auto& all = structure.existing;
  auto after = std::partition_point(all.begin(), all.end(), [&](auto& name) {
    return structure.elements[name.element].start_tag.begin < source.end;
  });
  while (after != all.begin()) {
    const size_t index = static_cast<size_t>(--after - all.begin());
    if (reach_[index] <= source.begin) break;
    if (span_of(structure, after->element).end > source.begin) return index;
  }
  return document::kNoElement;
}

std::string prefix_at(const Structure& structure, std::string_view source,
                      size_t offset) {
  const uint32_t element = structure.element_around(offset);
  if (element == document::kNoElement) return "";
  const std::string_view tag =
      source.substr(structure.elements[element].start_tag.begin + 1);
  const size_t end = tag.find_first_of(": \t\r\n/>");
  if (end == tag.npos || tag[end] != ':') return "";
  return std::string(tag.substr(0, end + 1));
}

}  // namespace khitai::write
