// SPDX-License-Identifier: Apache-2.0
//
// The names in what was typed into a search box. There is little around a name
// there, and capitals are often missing: so what a text would need to show is
// not asked for where a whole run of words is a name.

#ifndef KHITAI_WRITE_QUERY_NAMES_H_
#define KHITAI_WRITE_QUERY_NAMES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/write.h"
#include "write/query_text.h"

namespace khitai::write {

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

}  // namespace khitai::write

#endif  // KHITAI_WRITE_QUERY_NAMES_H_
