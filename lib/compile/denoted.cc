// SPDX-License-Identifier: Apache-2.0

#include "compile/denoted.h"

#include <algorithm>

namespace khitai::compile {

Denoted::Denoted(const Tables& tables) {
  const std::vector<Row>& rows = tables.of(TableKind::kEntities).rows;
  types_.reserve(rows.size());
  for (const Row& row : rows) {
    types_[row[entities::kId]] = row[entities::kType];
  }
  for (const Row& row : tables.of(TableKind::kSenses).rows) {
    senses_[row[senses::kName]].push_back(
        {row[senses::kEntity], row[senses::kForm].empty()});
  }
}

bool Denoted::denotes(std::string_view name, std::string_view entity) const {
  if (name == entity) return true;
  const auto found = senses_.find(name);
  return found != senses_.end() &&
         std::any_of(
             found->second.begin(), found->second.end(),
             [&](const Sense& sense) { return sense.entity == entity; });
}

bool Denoted::share_entity(std::string_view a, std::string_view b) const {
  if (denotes(b, a)) return true;
  const auto found = senses_.find(a);
  return found != senses_.end() &&
         std::any_of(
             found->second.begin(), found->second.end(),
             [&](const Sense& sense) { return denotes(b, sense.entity); });
}

}  // namespace khitai::compile
