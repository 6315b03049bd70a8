// SPDX-License-Identifier: Apache-2.0
//
// From UTF-8 back to the encoding that a document came in (decode.h). Linear;
// thread-safe.

#ifndef KHITAI_DOCUMENT_ENCODE_H_
#define KHITAI_DOCUMENT_ENCODE_H_

#include <string>
#include <string_view>

namespace khitai::document {

// Appends `text` in the encoding of that name, behind a byte order mark if it
// had one. What the encoding lacks comes out as a character reference of XML,
// ill-formed bytes as what it has for them. REQUIRES: a name of Encoded.
void append_encoded(std::string_view text, const std::string& encoding,
                    bool has_mark, std::string* out);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_ENCODE_H_
