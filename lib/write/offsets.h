// SPDX-License-Identifier: Apache-2.0
//
// From byte offsets of a text to offsets in the unit a reader asked for. A
// cursor walks forward; walking a whole text costs time linear in it, however
// many stops there are. An ill-formed part (utf8.h) is one unit. Of a document
// that was decoded from another encoding, bytes are those it was decoded from.

#ifndef KHITAI_WRITE_OFFSETS_H_
#define KHITAI_WRITE_OFFSETS_H_

#include <cstddef>
#include <string_view>

#include "khitai/write.h"

namespace khitai::write {

class OffsetCursor {
 public:
  OffsetCursor(std::string_view text, Offsets unit)
      : text_(text), unit_(unit) {}
  // Over the source of an annotation, which must outlive it.
  OffsetCursor(const Annotation& annotation, Offsets unit)
      : text_(annotation.source), unit_(unit), offset_(annotation.offset) {
    if (unit == Offsets::kByte && !annotation.encoding.name.empty()) {
      encoding_ = &annotation.encoding;
    }
  }

  // How many units begin before byte `at`; of a piece, in the whole text.
  // Forward from the last stop when `at` is not before it, else from the
  // beginning of the text.
  size_t advance(size_t at);

 private:
  size_t in_whole(size_t count) const;

  std::string_view text_;
  Offsets unit_;
  TextOffset offset_;
  const Encoding* encoding_ = nullptr;  // when its bytes are asked for
  size_t byte_ = 0;
  size_t count_ = 0;
  size_t point_ = 0;  // code points before byte_
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_OFFSETS_H_
