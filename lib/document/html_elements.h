// SPDX-License-Identifier: Apache-2.0
//
// What the elements of HTML do to the running text, and to each other.

#ifndef KHITAI_DOCUMENT_HTML_ELEMENTS_H_
#define KHITAI_DOCUMENT_HTML_ELEMENTS_H_

#include <string_view>

namespace khitai::document {

enum HtmlTrait : unsigned {
  kHtmlBlock = 1,   // no name reaches across its edges
  kHtmlHidden = 2,  // it is no text
  kHtmlVoid = 4,    // it has no end tag
  kHtmlCode = 8,
  kHtmlPre = 16,
  kHtmlForeign = 32,
  kHtmlAside = 64,
  kHtmlQuote = 128,
  kHtmlWork = 256,
  kHtmlClosesP = 512  // the start of it ends a paragraph
};

unsigned html_traits(std::string_view tag);

// What a start tag ends: open elements of `closes` that are within no `until`.
struct ImpliedEnd {
  std::string_view start;
  std::string_view closes;  // between spaces
  std::string_view until;   // likewise
};
// Null: it ends nothing.
const ImpliedEnd* implied_end(std::string_view start);

// Whether a tag is among words between spaces.
bool is_word_of(std::string_view tag, std::string_view words);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_HTML_ELEMENTS_H_
