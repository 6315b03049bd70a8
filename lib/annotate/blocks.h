// SPDX-License-Identifier: Apache-2.0
//
// A long text in pieces that context reaches over: 1 MiB each, cut at the end
// of a paragraph where there is one, else between two units. Where pieces are
// cut depends on the text alone, so results do too.

#ifndef KHITAI_ANNOTATE_BLOCKS_H_
#define KHITAI_ANNOTATE_BLOCKS_H_

#include <cstddef>
#include <string_view>

namespace khitai::annotate {

inline constexpr size_t kBlockSize = size_t{1} << 20;
// How far past its end a piece is read, so that a name across a cut is found.
inline constexpr size_t kLookahead = 4096;

// Where the piece that begins at `begin` ends: the end of the text, or the
// last blank line of the piece, else its last space, else its last character.
size_t block_end(std::string_view text, size_t begin);

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_BLOCKS_H_
