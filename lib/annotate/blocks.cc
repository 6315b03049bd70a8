// SPDX-License-Identifier: Apache-2.0

#include "annotate/blocks.h"

namespace khitai::annotate {
namespace {

bool is_continuation(char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

size_t block_end(std::string_view text, size_t begin) {
  if (text.size() - begin <= kBlockSize) return text.size();
  const std::string_view block = text.substr(begin, kBlockSize);
  size_t cut = block.rfind("\n\n");
  if (cut != std::string_view::npos && cut > kBlockSize / 2) {
    return begin + cut + 2;
  }
  cut = block.rfind('\n');
  if (cut == std::string_view::npos || cut < kBlockSize / 2) {
    cut = block.rfind(' ');
  }
  if (cut != std::string_view::npos && cut > kBlockSize / 2) {
    return begin + cut + 1;
  }
  size_t end = begin + kBlockSize;
  // A code point has at most three continuation bytes.
  for (int i = 0; i < 3 && is_continuation(text[end]); ++i) --end;
  return end;
}

}  // namespace khitai::annotate
