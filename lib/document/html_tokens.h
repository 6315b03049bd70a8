// SPDX-License-Identifier: Apache-2.0
//
// HTML cut into tags and text, as the HTML standard (section 13.2.5) cuts it:
// comments, declarations and what scripts hold are passed over. Never fails;
// linear in the source.

#ifndef KHITAI_DOCUMENT_HTML_TOKENS_H_
#define KHITAI_DOCUMENT_HTML_TOKENS_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "document/document.h"

namespace khitai::document {

struct HtmlToken {
  enum class What { kText, kStart, kEnd };
  What what = What::kText;
  Span span;                // of the source, tags with their brackets
  std::string tag;          // in small letters
  std::string lang;         // of a start tag: lang or xml:lang
  std::string title;        // ... title or aria-label
  bool page_break = false;  // ... it says it is one (role, epub:type)
  bool closes = false;      // a start tag that ends in />
  bool references = true;   // of a text: character references are read
};

class HtmlTokens {
 public:
  // A byte order mark is passed over.
  explicit HtmlTokens(std::string_view source)
      : source_(source), at_(source.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  // False at the end.
  bool next(HtmlToken* token);
  // Whether what is to come is in SVG or MathML, where CDATA is text.
  void set_foreign(bool foreign) { foreign_ = foreign; }

 private:
  bool take_text(size_t end, bool references, HtmlToken* token);
  bool take_raw(HtmlToken* token);
  bool take_tag(size_t name, bool is_end, HtmlToken* token);
  bool take_attribute(size_t* at, HtmlToken* token);
  bool is_markup(size_t at) const;
  size_t end_of_markup(size_t at) const;
  size_t end_of_comment(size_t at) const;
  size_t end_of_raw(size_t at, std::string_view tag) const;
  size_t end_of_script(size_t at) const;
  bool has_tag(size_t at, std::string_view opening, std::string_view tag) const;

  const std::string_view source_;
  size_t at_;
  bool foreign_ = false;
  std::string raw_;  // the element whose raw text is next
  size_t cdata_end_ = 0;
};

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_HTML_TOKENS_H_
