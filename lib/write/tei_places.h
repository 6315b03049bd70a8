// SPDX-License-Identifier: Apache-2.0
//
// Where the tags of mentions go in an XML document. What is tagged already is
// left alone: no mention that meets an existing name has a place. Linear in
// the document; logarithmic for each mention, but for nested notes.

#ifndef KHITAI_WRITE_TEI_PLACES_H_
#define KHITAI_WRITE_TEI_PLACES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "document/document.h"
#include "document/structure.h"
#include "khitai/annotate.h"
#include "write/plain_spans.h"

namespace khitai::write {

// Of an XML source, and the mentions in it.
class TeiPlaces {
 public:
  // Both must outlive it. REQUIRES: document.structure().
  TeiPlaces(const document::Document& document, const Annotation& annotation);

  // The mention in the plain text; empty where the source is another one.
  document::Part text_of(const Mention& mention) const {
    return spans_.of({mention.begin, mention.end});
  }
  // The spans to be tagged, in order; none where there is no room for a tag.
  // They may meet existing names.
  std::vector<document::Span> of(const Mention& mention) const;
  // The last existing name that meets bytes of the source, as index of
  // Structure::existing; else document::kNoElement.
  size_t existing_at(document::Span source) const;
  size_t existing_at(const Mention& mention) const {
    return existing_at(document::Span{mention.begin, mention.end});
  }

 private:
  const document::Document& document_;
  const Annotation& annotation_;
  const PlainSpans spans_;
  // Of existing names, by begin: the greatest end of those up to each.
  std::vector<size_t> reach_;
};

// The prefix of the element around a byte of source, as names there have it:
// "tei:", or "".
std::string prefix_at(const document::Structure& structure,
                      std::string_view source, size_t offset);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TEI_PLACES_H_
