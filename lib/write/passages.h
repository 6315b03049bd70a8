// SPDX-License-Identifier: Apache-2.0
//
// Passages: where a name stands in a document, with what stands around it in
// one line. A concordance is made of them. Linear in the document; of the
// document nothing is kept. Thread-safe.

#ifndef KHITAI_WRITE_PASSAGES_H_
#define KHITAI_WRITE_PASSAGES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/write.h"

namespace khitai::write {

struct PassageWish {
  std::vector<uint32_t> entities;  // by number
  std::vector<std::string> forms;  // match keys of spellings; empty: any
  bool ambiguous = false;          // undecided ones that may name it, too
  size_t width = 40;               // columns of context on either side
  Offsets offsets = Offsets::kByte;
};

struct Passage {
  std::string document, lang;  // its path, its language
  size_t line = 1;             // of the source, from 1
  size_t column = 1;           // code points, from 1
  size_t start = 0;            // in the unit asked for, half open
  size_t end = 0;
  std::string before, text, after;  // in the order of reading
  bool right_to_left = false;       // most letters run from the right
  Decision decision = Decision::kNone;
  uint32_t entity = kNoRow;
  uint32_t form = kNoRow;  // the lexicon's spelling that met
  double probability = 0;
};

struct Passages {
  std::vector<Passage> rows;  // by place
  size_t ambiguous = 0;       // ... that were not asked for
};

Passages passages_of(const Lexicon& lexicon, const Annotation& annotation,
                     const PassageWish& wish);

// The end of a text, or its beginning, that takes at most `width` columns; cut
// between characters as readers see them, and, in scripts with spaces, between
// words where that leaves half of it. Linear.
std::string_view last_columns(std::string_view text, size_t width);
std::string_view first_columns(std::string_view text, size_t width);

// Whether most letters of the texts run from the right.
bool runs_from_right(std::string_view a, std::string_view b,
                     std::string_view c);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_PASSAGES_H_
