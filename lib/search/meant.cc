// SPDX-License-Identifier: Apache-2.0

#include "search/meant.h"

namespace khitai::search {
namespace {

// A sense this much less likely than the likeliest is not what is meant, unless
// all are asked for.
constexpr double kLeastShare = 0.5;

}  // namespace

std::vector<uint32_t> meant_entities(Decision decision,
                                     const std::vector<Candidate>& candidates,
                                     bool all) {
  std::vector<uint32_t> entities;
  const double least = all ? 0 : candidates[0].probability * kLeastShare;
  for (const Candidate& one : candidates) {
    const bool decided = decision == Decision::kMatch;
    if (decided && !all && !entities.empty()) break;
    if (one.entity == kNoRow || one.probability < least) continue;
    entities.push_back(one.entity);
  }
  return entities;
}

bool is_of_names(std::string_view type) {
  return type == "person" || type == "clan" || type == "title";
}

}  // namespace khitai::search
