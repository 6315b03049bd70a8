// SPDX-License-Identifier: Apache-2.0
//
// What each word of a name does in it: who is named, or a service.

#ifndef KHITAI_RESOLVE_COMPARE_KINDS_H_
#define KHITAI_RESOLVE_COMPARE_KINDS_H_

#include "resolve/compare_tokens.h"
#include "romanize/tables.h"

namespace khitai::resolve {

// Sets kind, value, fuller, same, common and after_son of the tokens by the
// table of name words, by digits and Roman numerals, and by where they stand.
// Numbers in words are added up ("Forty-Four"). REQUIRES: the tokens are spelt.
void set_kinds(const romanize::Tables& tables, NameParts* parts);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_COMPARE_KINDS_H_
