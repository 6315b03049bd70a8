// SPDX-License-Identifier: Apache-2.0
//
// The order of a language, from Boost.Locale with ICU. It depends on what is
// asked for alone, never on the locale of the process.

#ifndef KHITAI_CLI_COLLATION_H_
#define KHITAI_CLI_COLLATION_H_

#include <string>

#include "khitai/result.h"
#include "write/index.h"

namespace khitai::cli {

// A collation as users name it: a language tag, perhaps with a kind of order
// behind it: "fa", "zh-Hant", "zh@collation=stroke", "zh-u-co-stroke".
struct Collation {
  std::string lang;  // the usual tag
  std::string kind;  // "": the language's own
};
Result<Collation> read_collation(const std::string& text);

// "zh@collation=stroke".
std::string collation_name(const Collation& collation);

// Keys of that order. A language that ICU does not know has the root order.
// Thread rule: one thread. Error: a build of Boost.Locale without ICU.
Result<write::IndexOrder> index_order(const Collation& collation);

}  // namespace khitai::cli

#endif  // KHITAI_CLI_COLLATION_H_
