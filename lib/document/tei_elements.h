// SPDX-License-Identifier: Apache-2.0
//
// What the elements of TEI do to the running text. The list follows the TEI
// Guidelines (P5), with names of P4 and of common XHTML besides.

#ifndef KHITAI_DOCUMENT_TEI_ELEMENTS_H_
#define KHITAI_DOCUMENT_TEI_ELEMENTS_H_

#include <string_view>

namespace khitai::document {

enum class TeiRole {
  kOther,   // not in the list: in TEI it does nothing
  kInline,  // does nothing to the text
  kBlock,   // no name reaches across its edges
  kLine,    // a line, column or page ends (empty elements)
  kVerse,   // is a line: one ends before and behind it
  kGap,     // something is missing between two words
  kAside,   // stands beside the text: notes, deletions
  kSecond,  // the second of a pair: in <choice> beside the text
  kChoice,  // holds readings, the first of which is the text
  kSkip     // is no text
};
TeiRole tei_role(std::string_view tag);

// Elements that name something, and entries of lists of what is named.
bool is_name_tag(std::string_view tag);
bool is_entry_tag(std::string_view tag);

// Elements in whose text no name can be tagged: words, parts of words, numbers.
bool is_opaque_tag(std::string_view tag);

// What an element says that must not be rewritten; as Keep, or -1.
int kept_by_tag(std::string_view tag);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_TEI_ELEMENTS_H_
