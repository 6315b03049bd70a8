// SPDX-License-Identifier: Apache-2.0
//
// Options and queries of C, checked. A struct of an older or newer program is
// told by its `size`: what it does not have is the default, what the library
// does not know must be zero.

#ifndef KHITAI_CAPI_OPTIONS_H_
#define KHITAI_CAPI_OPTIONS_H_

#include <cstddef>

#include "capi/failure.h"
#include "khitai/annotate.h"
#include "khitai/c.h"
#include "khitai/c_search.h"
#include "khitai/resolve.h"
#include "khitai/search.h"

namespace khitai::capi {

// Texts are blocks of 32-bit numbers to the layers below.
inline constexpr size_t kMostText = size_t{INT32_MAX};
// No name is so long: what has more is a text, given as a name by mistake.
inline constexpr size_t kMostName = 4096;

struct AnnotateWish {
  AnnotateOptions options;
  size_t most_candidates = 0;  // 0: all
};
// `given` may be NULL.
Failure read_options(const khitai_lexicon& lexicon,
                     const khitai_annotate_options* given, AnnotateWish* wish);

struct ResolveWish {
  Query query;
  double decide = kDecide;
  size_t most_candidates = 0;
};
Failure read_query(const khitai_lexicon& lexicon, const khitai_query* given,
                   ResolveWish* wish);

struct SearchWish {
  SearchOptions search;
  EngineOptions engine;
};
// `given` may be NULL.
Failure read_search_options(const khitai_lexicon& lexicon, int engine,
                            const khitai_search_options* given,
                            SearchWish* wish);

// A language that a caller gave, or "" for NULL.
Failure read_lang(const char* given, std::string* lang);

// A text that a caller gave with its size.
Failure check_text(const char* what, const char* data, size_t size,
                   size_t most);

// Leaves the best `most` of the candidates; 0: all.
void keep_best(size_t most, std::vector<Candidate>* candidates);

}  // namespace khitai::capi

#endif  // KHITAI_CAPI_OPTIONS_H_
