// SPDX-License-Identifier: Apache-2.0

#include "write/named.h"

#include <algorithm>
#include <utility>

namespace khitai::write {
namespace {

// Entities are sorted by id, so their numbers are in that order.
void put_in_order_of_ids(std::vector<uint32_t>* entities) {
  std::sort(entities->begin(), entities->end());
  entities->erase(std::unique(entities->begin(), entities->end()),
                  entities->end());
}

}  // namespace

std::vector<uint32_t> named_entities(const Mention& mention) {
  std::vector<uint32_t> entities;
  if (mention.decision == Decision::kNone) return entities;
  for (const Candidate& one : mention.candidates) {
    if (one.entity != kNoRow) entities.push_back(one.entity);
    if (mention.decision == Decision::kMatch) break;
  }
  put_in_order_of_ids(&entities);
  return entities;
}

std::vector<NamedSpan> named_spans(const std::vector<Mention>& mentions) {
  std::vector<NamedSpan> spans;
  for (const Mention& mention : mentions) {
    std::vector<uint32_t> entities = named_entities(mention);
    if (entities.empty()) continue;
    spans.push_back({mention.begin, mention.end, std::move(entities)});
  }
  return spans;
}

std::vector<uint32_t> entities_of_spans(const std::vector<NamedSpan>& spans) {
  std::vector<uint32_t> entities;
  for (const NamedSpan& span : spans) {
    entities.insert(entities.end(), span.entities.begin(), span.entities.end());
  }
  put_in_order_of_ids(&entities);
  return entities;
}

}  // namespace khitai::write
