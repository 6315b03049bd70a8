// SPDX-License-Identifier: Apache-2.0
//
// The query of an index that was made of tokens.

#ifndef KHITAI_SEARCH_ENGINE_TOKENS_H_
#define KHITAI_SEARCH_ENGINE_TOKENS_H_

#include <string>

#include "khitai/search.h"

namespace khitai::search {

// All parts are required. A name is any of its entities, or spelled as it was
// typed; words in quotation marks are a phrase, in which names are told by
// their spelling. REQUIRES: options.tokens. Linear.
void write_token_query(const Lexicon& lexicon, const Search& search,
                       const EngineOptions& options, std::string* out);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_ENGINE_TOKENS_H_
