// SPDX-License-Identifier: Apache-2.0
//
// The options of khitai_query(), as text: "expand=cognates, senses=all".

#ifndef KHITAI_BINDINGS_SQLITE_QUERY_OPTIONS_H_
#define KHITAI_BINDINGS_SQLITE_QUERY_OPTIONS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "khitai/c_search.h"

namespace khitai::sqlite {

struct QueryOptions {
  std::string table;  // whose lexicon counts; empty: the open index's
  std::string lang, type;
  uint32_t flags = KHITAI_OF_TOKENS;
  int32_t expand = KHITAI_EXPAND_ENTITY;

  // Good as long as the options.
  khitai_search_options wish() const;
};

// Throws a Problem at what is no option.
QueryOptions read_query_options(std::string_view text);

}  // namespace khitai::sqlite

#endif  // KHITAI_BINDINGS_SQLITE_QUERY_OPTIONS_H_
