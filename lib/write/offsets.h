// SPDX-License-Identifier: Apache-2.0
//
// From byte offsets of a text to offsets in the unit a reader asked for. A
// cursor walks forward; walking a whole text costs time linear in it, however
// many stops there are. An ill-formed part (utf8.h) is one unit.

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

  // How many units begin before byte `at`. Forward from the last stop when
  // `at` is not before it, else from the beginning of the text.
  size_t advance(size_t at);

 private:
  std::string_view text_;
  Offsets unit_;
  size_t byte_ = 0;
  size_t count_ = 0;
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_OFFSETS_H_
