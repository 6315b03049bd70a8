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

std::optional<Block> Blocks::next() {
  while (part_ < parts_.size()) {
    const document::Part& part = parts_[part_];
    const size_t begin = begun_ ? at_ : part.begin;
    if (begin < part.end) {
      begun_ = true;
      at_ = block_end(document_.plain().substr(0, part.end), begin);
      return Block{begin, at_, part.end, begin};
    }
    ++part_;
    begun_ = false;
  }
  return std::nullopt;
}

}  // namespace khitai::annotate
