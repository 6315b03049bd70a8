// SPDX-License-Identifier: Apache-2.0
//
// The next code point of a text with its entry (table.h).

#ifndef KHITAI_FOLD_READ_H_
#define KHITAI_FOLD_READ_H_

#include <cstdint>

#include "fold/table.h"
#include "text/utf8.h"

namespace khitai::fold {

struct Read {
  uint32_t code;
  uint32_t size;   // bytes
  uint32_t entry;  // of a barrier where the bytes are not UTF-8
  Class kind() const { return class_of(entry); }
};

inline Read read_by_the_book(const char* at, const char* end) {
  const text::CodePoint point = text::decode(at, end);
  return {point.code, point.size,
          point.valid ? entry_of(point.code) : entry_of_class(Class::kBarrier)};
}

// The usual one to three bytes are decoded here. REQUIRES: at < end.
[[gnu::always_inline]] inline Read read_at(const char* at, const char* end) {
  const uint32_t first = static_cast<uint8_t>(at[0]);
  if (first < 0x80) return {first, 1, kEntries[first]};
  if (end - at >= 3) {
    const uint32_t second = static_cast<uint8_t>(at[1]) ^ 0x80u;
    const uint32_t third = static_cast<uint8_t>(at[2]) ^ 0x80u;
    if (first - 0xC2 < 0x1E && second < 0x40) {
      return {(first & 0x1F) << 6 | second, 2,
              kEntries[kEntriesBlocks[first & 0x1F] * 64 + second]};
    }
    if (first - 0xE1 < 0xC && (second | third) < 0x40) {
      const uint32_t block = (first & 0xF) << 6 | second;
      return {block << 6 | third, 3,
              kEntries[kEntriesBlocks[block] * 64 + third]};
    }
  }
  return read_by_the_book(at, end);
}

}  // namespace khitai::fold

#endif  // KHITAI_FOLD_READ_H_
