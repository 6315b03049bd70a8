// SPDX-License-Identifier: Apache-2.0
//
// Markup to be put into an XML source, which stays as it is otherwise.
// Linear in the source, but for sorting.

#ifndef KHITAI_WRITE_TEI_MARKUP_H_
#define KHITAI_WRITE_TEI_MARKUP_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "khitai/annotate.h"

namespace khitai::write {

class TeiMarkup {
 public:
  // Tags around bytes of the source. REQUIRES: spans that do not overlap.
  void enclose(document::Span span, std::string start_tag, std::string end_tag);
  void insert(size_t at, std::string text);
  // The source with all of it.
  std::string applied_to(std::string_view source);

 private:
  struct Piece {
    size_t at;
    bool starts;  // end tags come first
    std::string text;
  };
  std::vector<Piece> pieces_;
};

// Values of xml:id that the source does not have: khitai-1, khitai-2, ...
class FreshIds {
 public:
  // Linear in the source.
  explicit FreshIds(std::string_view source);
  std::string next() { return "khitai-" + std::to_string(++last_); }

 private:
  uint64_t last_ = 0;
};

// Appends text that takes the place of an annotation's source, in the encoding
// that this was in, with its byte order mark.
void append_in_encoding(std::string_view text, const Annotation& annotation,
                        std::string* out);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TEI_MARKUP_H_
