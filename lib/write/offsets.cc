// SPDX-License-Identifier: Apache-2.0

#include "write/offsets.h"

#include <algorithm>

#include "write/utf8.h"

namespace khitai::write {

size_t OffsetCursor::in_whole(size_t count) const {
  switch (unit_) {
    case Offsets::kByte:
      return offset_.bytes + count;
    case Offsets::kCodepoint:
      return offset_.code_points + count;
    case Offsets::kUtf16:
      return offset_.utf16_units + count;
  }
  return count;
}

size_t OffsetCursor::advance(size_t at) {
  at = std::min(at, text_.size());
  if (unit_ == Offsets::kByte && encoding_ == nullptr) return in_whole(at);
  if (at < byte_) byte_ = count_ = point_ = 0;
  while (byte_ < at) {
    const text::CodePoint next = code_point_at(text_, byte_);
    byte_ += next.size;
    if (encoding_ != nullptr) {
      const std::vector<uint8_t>& widths = encoding_->widths;
      count_ += point_ < widths.size() ? widths[point_] : 0;
    } else {
      count_ += unit_ == Offsets::kUtf16 && next.code > 0xFFFF ? 2 : 1;
    }
    ++point_;
  }
  return in_whole(count_) + (encoding_ == nullptr ? 0 : encoding_->mark);
}

}  // namespace khitai::write
