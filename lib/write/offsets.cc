// SPDX-License-Identifier: Apache-2.0

#include "write/offsets.h"

#include <algorithm>

#include "write/utf8.h"

namespace khitai::write {

size_t OffsetCursor::advance(size_t at) {
  at = std::min(at, text_.size());
  if (unit_ == Offsets::kByte) return at;
  if (at < byte_) byte_ = count_ = 0;
  while (byte_ < at) {
    const text::CodePoint next = code_point_at(text_, byte_);
    byte_ += next.size;
    count_ += unit_ == Offsets::kUtf16 && next.code > 0xFFFF ? 2 : 1;
  }
  return count_;
}

}  // namespace khitai::write
