// SPDX-License-Identifier: Apache-2.0
//
// A long text in pieces that context reaches over: 1 MiB each, cut at the end
// of a paragraph where there is one, else between two units. Where pieces are
// cut depends on the text alone, so results do too.

#ifndef KHITAI_ANNOTATE_BLOCKS_H_
#define KHITAI_ANNOTATE_BLOCKS_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace khitai::annotate {

inline constexpr size_t kBlockSize = size_t{1} << 20;
// How far past its end a piece is read, so that a name across a cut is found.
inline constexpr size_t kLookahead = 4096;

// One of them, in bytes of a document's text. Its mentions begin at `resume` or
// later, which lies behind `begin` where a name reaches over the cut before it.
struct Block {
  size_t begin = 0;
  size_t end = 0;
  size_t last = 0;  // names may reach behind the end up to here
  size_t resume = 0;
};

// Where the piece that begins at `begin` ends: the end of the text, or the
// last blank line of the piece, else its last space, else its last character.
size_t block_end(std::string_view text, size_t begin);

// The blocks of a document, part by part. Not thread-safe.
class Blocks {
 public:
  // The document must outlive it.
  explicit Blocks(const document::Document& document)
      : document_(document), parts_(document.parts()) {}

  // The next block, if there is one.
  std::optional<Block> next();

 private:
  const document::Document& document_;
  const std::vector<document::Part> parts_;
  size_t part_ = 0;
  size_t at_ = 0;  // of the part at hand, if that is begun
  bool begun_ = false;
};

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_BLOCKS_H_
