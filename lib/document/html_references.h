// SPDX-License-Identifier: Apache-2.0
//
// Character references of HTML: &eacute; &#233; &#xE9; and, of the old ones,
// &eacute without its semicolon.

#ifndef KHITAI_DOCUMENT_HTML_REFERENCES_H_
#define KHITAI_DOCUMENT_HTML_REFERENCES_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace khitai::document {

// The length of the reference that `text` begins with; 0 when it is none.
// `*out` is what it stands for. REQUIRES: text begins with &.
size_t read_html_reference(std::string_view text, std::string* out);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_HTML_REFERENCES_H_
