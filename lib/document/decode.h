// SPDX-License-Identifier: Apache-2.0
//
// From bytes in any encoding to UTF-8, with the way back: each code point
// knows how many bytes of the source it was. Linear; thread-safe.

#ifndef KHITAI_DOCUMENT_DECODE_H_
#define KHITAI_DOCUMENT_DECODE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/kind.h"
#include "khitai/result.h"

namespace khitai::document {

// How a text was encoded.
struct Encoded {
  std::string name;  // empty: in UTF-8, and the text is its own source
  size_t mark = 0;   // bytes of the byte order mark, which is no text then
  // Source bytes of each code point of the text (0 where several code points
  // are written as one).
  std::vector<uint8_t> widths;
};

struct Decoded {
  std::string text;  // UTF-8; of a source in UTF-8 its bytes
  Encoded encoded;
};

// The name of the encoding that the source is in, as far as it says so: by a
// byte order mark, else `wanted`, else by its XML declaration or the <meta> of
// HTML. Empty: it does not say, which is UTF-8.
std::string encoding_of(std::string_view source, Kind kind,
                        std::string_view wanted);

// Decodes the source. An error is without the document's name: an encoding
// that is not known, or bytes that are none of its characters, with their
// offset. A source in UTF-8 is taken as it is, unless UTF-8 is `wanted`: then
// it has to be well-formed.
Result<Decoded> decode_source(std::string source, Kind kind,
                              std::string_view wanted);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_DECODE_H_
