// SPDX-License-Identifier: Apache-2.0
//
// Tokens for engines on the JVM, as JSON. Offsets are UTF-16 code units of the
// text as it is written here, with U+FFFD for what is ill-formed; `i` is the
// position increment: 1 for the first token of a place, 0 for what stands at
// the same one. Linear.

#ifndef KHITAI_SEARCH_TOKEN_JSON_H_
#define KHITAI_SEARCH_TOKEN_JSON_H_

#include <string>
#include <string_view>

#include "khitai/search.h"
#include "write/json.h"

namespace khitai::search {

// [{"t":TOKEN,"s":START,"e":END,"i":INCREMENT,"y":"word"|"name"|"spelled"}]
void write_token_list(std::string_view text, const Tokens& tokens,
                      write::Json* json);

// What Solr's JsonPreAnalyzedParser reads: {"v":"1","str":TEXT,"tokens":...}.
std::string pre_analyzed(std::string_view text, const Tokens& tokens);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_TOKEN_JSON_H_
