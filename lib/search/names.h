// SPDX-License-Identifier: Apache-2.0
//
// The names in what was typed into a search box. There is little around a name
// there, and capitals are often missing: so what a text would need to show is
// not asked for where a whole run of words is a name.

#ifndef KHITAI_SEARCH_NAMES_H_
#define KHITAI_SEARCH_NAMES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/search.h"
#include "search/text.h"

namespace khitai::search {

struct QueryName {
  size_t begin = 0;  // bytes of the query
  size_t end = 0;
  Decision decision = Decision::kNone;
  std::vector<Candidate> candidates;  // best first, never empty
};

// By begin; none crosses the border of a stretch, none overlaps another.
// `plain` as plain_query() made it.
std::vector<QueryName> names_of_query(const Lexicon& lexicon,
                                      const std::string& plain,
                                      const std::vector<Stretch>& stretches,
                                      const SearchOptions& options);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_NAMES_H_
