// SPDX-License-Identifier: Apache-2.0
//
// What an XML document has besides its text: its elements, the names that are
// tagged in it, and the lists of persons, places and organizations it brings
// along. Enough to put tags around a stretch of text, and to see which are
// there already. Immutable; thread-safe.

#ifndef KHITAI_DOCUMENT_STRUCTURE_H_
#define KHITAI_DOCUMENT_STRUCTURE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace khitai::document {

inline constexpr uint32_t kNoElement = UINT32_MAX;

// An element, or a CDATA section. That, and elements such as <w>, are `opaque`:
// text can stand in them, but no name's tag. Bytes of source. An empty tag has
// its end tag at its end.
struct Element {
  Span start_tag;  // of a CDATA section "<![CDATA["
  Span end_tag;
  uint32_t parent = kNoElement;
  bool opaque = false;
};

// An element of the text that says it is a name: persName, placeName, orgName,
// geogName, name, rs, title, ... What is no text (the header) has none.
struct ExistingName {
  uint32_t element = 0;
  std::string tag;  // without its prefix: "persName"
  Part text;        // of the plain text; empty where that has nothing of it
  // Attributes, empty where there are none. `ref` may hold several pointers.
  std::string ref, key, id, type;
};

// An entry of a list of the file's own: person, personGrp, place, org, nym,
// object, event, wherever it stands (header, standOff, text).
struct ListedEntity {
  uint32_t element = 0;
  std::string tag;
  std::string id, type;            // xml:id, type
  std::vector<std::string> names;  // spaces are single ones
  std::vector<std::string> langs;  // xml:lang of each; may be empty
  std::vector<std::string> idnos;  // "type:value" or "value"
};

struct Structure {
  std::vector<Element> elements;       // by begin: parents before children
  std::vector<ExistingName> existing;  // by begin
  std::vector<ListedEntity> listed;    // by begin
  bool is_tei = false;
  uint32_t root = kNoElement;

  // The innermost element around a byte of source, tags included; kNoElement
  // outside of the root. Logarithmic, plus the depth.
  uint32_t element_at(size_t offset) const;
  // The innermost element that a tag put before byte `offset` would stand in.
  uint32_t element_around(size_t offset) const;

  // Where tags have to stand to enclose a stretch of plain text without
  // breaking the tree: one span if it is well nested, or is so together with
  // the tags of elements that it fills; else a span for each piece, in order.
  // Spans have text and neither begin nor end with white space; part of an
  // opaque element has no place. REQUIRES: `text` is no longer than
  // the stream it is in (a mention is in one).
  std::vector<Span> places_of(const Document& document, std::string_view source,
                              Part text) const;
};

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_STRUCTURE_H_
