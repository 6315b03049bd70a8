// SPDX-License-Identifier: Apache-2.0

#include "resolve/holders.h"

#include <algorithm>

namespace khitai::resolve {
namespace {

bool holds(const Years& years, int32_t year) {
  return !years.open() && years.from <= year && year <= years.to;
}

bool reigned(const Lexicon& lexicon, uint32_t entity, int32_t year) {
  const std::vector<uint32_t> all = lexicon.relations_of_entity(entity);
  return std::any_of(all.begin(), all.end(), [&](uint32_t number) {
    const Relation relation = lexicon.relation(number);
    return relation.subject == entity && relation.relation == "ruler-of" &&
           holds(relation.years, year);
  });
}

}  // namespace

std::vector<uint32_t> holders_of(const Lexicon& lexicon, uint32_t title,
                                 int32_t year) {
  std::vector<uint32_t> holders;
  for (uint32_t number : lexicon.relations_of_entity(title)) {
    const Relation relation = lexicon.relation(number);
    if (relation.relation != "holder-of" || relation.object != title) continue;
    const bool then = relation.years.open()
                          ? reigned(lexicon, relation.subject, year)
                          : holds(relation.years, year);
    if (then) holders.push_back(relation.subject);
  }
  std::sort(holders.begin(), holders.end());
  holders.erase(std::unique(holders.begin(), holders.end()), holders.end());
  return holders;
}

}  // namespace khitai::resolve
