// SPDX-License-Identifier: Apache-2.0
//
// What ties the entities of an index: the closer relations of the lexicon, and
// etymological links between their names. Linear in the rows of the entities.

#ifndef KHITAI_WRITE_INDEX_LINKS_H_
#define KHITAI_WRITE_INDEX_LINKS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "write/index_words.h"

namespace khitai::write {

struct EntityTie {
  uint32_t to = kNoRow;
  std::string_view why;  // the relation's id, or "etymology"
  // The sub-heading it stands under; null: "see also".
  std::string_view IndexWords::*sub = nullptr;
  size_t rank = 0;  // the closer ties first
};

// Of one entity to others, each once: those under a sub-heading first, then by
// rank. Rows
// that are merely possible do not count.
std::vector<EntityTie> ties_of(const Lexicon& lexicon, uint32_t entity);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_INDEX_LINKS_H_
