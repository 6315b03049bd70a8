// SPDX-License-Identifier: Apache-2.0
//
// A text in the markup of Elasticsearch's and OpenSearch's annotated_text:
//
//   The [Qara Khitai](qara-khitai) ruled.
//
// The engine takes \[([^]\[]*)]\(([^)(]*)\) for markup, wherever it stands, and
// knows no escape. But `[]()` is markup too, of no text and no annotation: so
// where the text itself has `](`, the two are parted by it. What the engine
// reads is then the text as it was, to the offset. Linear.

#ifndef KHITAI_SEARCH_ANNOTATED_TEXT_H_
#define KHITAI_SEARCH_ANNOTATED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "write/named.h"

namespace khitai::search {

// Appends the text with its names marked up. Of spans that overlap the first
// counts. Of a name with brackets inside, which markup cannot have, what stands
// before the first one is marked. Ill-formed bytes come out as U+FFFD.
void append_annotated(const Lexicon& lexicon, std::string_view text,
                      const std::vector<write::NamedSpan>& spans,
                      std::string* out);

// Appends the value of an annotation, as java.net.URLDecoder reads it back.
void append_url(std::string_view id, std::string* out);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_ANNOTATED_TEXT_H_
