// SPDX-License-Identifier: Apache-2.0
//
// What a name in a query is taken to mean.

#ifndef KHITAI_SEARCH_MEANT_H_
#define KHITAI_SEARCH_MEANT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "khitai/resolve.h"

namespace khitai::search {

// The entity that was decided on, else those at least half as likely as the
// likeliest; with `all` every one. Candidates: best first, at least one.
std::vector<uint32_t> meant_entities(Decision decision,
                                     const std::vector<Candidate>& candidates,
                                     bool all);

// Whether names of that type are expected within longer names: given names,
// titles. Peoples and states are others with a word more: Qara Khitan.
bool is_of_names(std::string_view type);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_MEANT_H_
