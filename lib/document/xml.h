// SPDX-License-Identifier: Apache-2.0
//
// expat with exact places: events with their bytes of source, problems as one
// line. Entities that are declared in the document itself are replaced, up to
// the limits that expat has against entities that explode; what lies outside of
// the document is never read, and referring to it is an error.

#ifndef KHITAI_DOCUMENT_XML_H_
#define KHITAI_DOCUMENT_XML_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "document/document.h"
#include "khitai/result.h"

namespace khitai::document {

// Elements nested deeper are an error: no edition has them, and what climbs
// the tree would take long.
inline constexpr size_t kDeepestXml = 1000;

// Attributes of a start tag, for as long as its event lasts.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  std::string_view find(std::string_view name) const;  // empty: none

 private:
  const char** pairs_;
};

// What is made of a document. Spans are bytes of the source; within the text
// of an entity the span is the reference's.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  // `tag` is without its prefix. An empty tag has two events, the second one
  // with an empty span.
  virtual void start(std::string_view tag, const XmlAttributes& attributes,
                     Span span, bool from_entity) = 0;
  virtual void end(std::string_view tag, Span span, bool from_entity) = 0;
  // `is_source`: the text is byte by byte that of the span.
  virtual void text(std::string_view text, Span span, bool is_source) = 0;
  virtual void start_cdata(Span span) = 0;
  virtual void end_cdata(Span span) = 0;
  // Whether the rest need not be read; asked after each start tag.
  virtual bool is_done() const { return false; }
};

// Errors: name, line and column. Linear in the source and what its entities
// expand to.
Status parse_xml(const std::string& name, std::string_view source,
                 XmlHandler* handler);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_XML_H_
