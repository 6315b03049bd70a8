// SPDX-License-Identifier: Apache-2.0
//
// What users' patterns find in a document, among what the lexicon finds.

#ifndef KHITAI_ANNOTATE_APPLY_PATTERNS_H_
#define KHITAI_ANNOTATE_APPLY_PATTERNS_H_

#include "document/document.h"
#include "khitai/annotate.h"

namespace khitai::annotate {

// Adds a mention for each match of a pattern with an entity, and a mark for
// each match of one without. Of matches that overlap the first and longest
// counts, then the earlier row's. A match takes the place of the mentions that
// it overlaps if none is longer than it, and is left out otherwise; with
// `overlaps` only a mention of the same bytes gives way. Linear, but for
// sorting.
void apply_patterns(const Lexicon& lexicon, const document::Document& document,
                    const AnnotateOptions& options, Annotation* annotation);

}  // namespace khitai::annotate

#endif  // KHITAI_ANNOTATE_APPLY_PATTERNS_H_
