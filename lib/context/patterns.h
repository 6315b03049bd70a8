// SPDX-License-Identifier: Apache-2.0
//
// Users' own patterns: regular expressions (RE2) over plain text. Filled row
// by row, then read-only and thread-safe. Time is linear in the text for each
// pattern, and so is no text or expression a trap; memory of an expression is
// bounded, too.

#ifndef KHITAI_CONTEXT_PATTERNS_H_
#define KHITAI_CONTEXT_PATTERNS_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "khitai/result.h"

namespace khitai::context {

// Bytes that an expression is looked for in at once: a paragraph, or a piece
// of a longer one that is cut at a space.
inline constexpr size_t kPieceSize = size_t{16} << 10;

struct PatternHit {
  size_t begin = 0;  // bytes of the text
  size_t end = 0;
  uint32_t pattern = 0;
};

class PatternSet {
 public:
  PatternSet();
  ~PatternSet();

  // Error: what is wrong with the expression; nothing is added then. One that
  // matches an empty text is refused, and one that may cut a character.
  Status add(std::string label, std::string_view expression, uint32_t entity);

  const std::string& label(uint32_t pattern) const;
  uint32_t entity(uint32_t pattern) const;  // kNoRow: none is named

  // Appends the matches of each pattern; those of one pattern do not overlap.
  // By begin, longer first, then in the order of the patterns. `^` and `$`
  // are the ends of lines. A group called `name` is the match. None reaches
  // over a blank line.
  void find(std::string_view text, std::vector<PatternHit>* hits) const;

 private:
  struct Pattern;
  std::vector<Pattern> patterns_;
};

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_PATTERNS_H_
