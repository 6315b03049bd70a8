// SPDX-License-Identifier: Apache-2.0
//
// Tokens as a line to read, and a search engine as simple as can be.

#ifndef KHITAI_TESTS_SUPPORT_SHOWN_TOKENS_H_
#define KHITAI_TESTS_SUPPORT_SHOWN_TOKENS_H_

#include <string>
#include <string_view>

#include "khitai/search.h"

namespace khitai::tests {

// "the / *Qara Khitai: qara khitai @qara-khitai": places by " / ", a name
// behind *, what is only spelled as one behind ~, the text of either before
// its tokens.
std::string shown(const Tokens& tokens, std::string_view text);

// Whether places of the index follow each other that have each one of the
// tokens of the query's.
bool has_phrase(const Tokens& index, const Tokens& query);

}  // namespace khitai::tests

#endif  // KHITAI_TESTS_SUPPORT_SHOWN_TOKENS_H_
