// SPDX-License-Identifier: Apache-2.0
//
// What was found in documents, entity by entity: how often, and in which
// spellings. Linear in the mentions, but for sorting.

#ifndef KHITAI_WRITE_FOUND_H_
#define KHITAI_WRITE_FOUND_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/lexicon.h"
#include "khitai/write.h"

namespace khitai::write {

// A text of the documents in one line: white space as one space, ill-formed
// parts as U+FFFD.
std::string one_line(std::string_view text);

struct Spelling {
  std::string text;  // of the documents; spaces and newlines as one space
  size_t count = 0;
  size_t matched = 0;  // of these, decided so
};

struct Found {
  uint32_t entity = kNoRow;
  const Own* own = nullptr;  // of what only a document lists
  size_t matched = 0;
  size_t ambiguous = 0;  // mentions of which it is the best candidate
  std::vector<Spelling> spellings;  // of both, the most frequent first
};

// By type (words.h), then the most frequent first, then by label. Mentions
// decided as `none` are not counted. The annotations must outlive it.
std::vector<Found> found_entities(const Lexicon& lexicon,
                                  std::span<const Annotation> annotations);

// The entity, or the entry of the document; and the label to show.
Entity found_entity(const Lexicon& lexicon, const Found& found);
std::string_view found_label(const Lexicon& lexicon, const Found& found,
                             const WriteOptions& options);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_FOUND_H_
