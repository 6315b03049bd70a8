// SPDX-License-Identifier: Apache-2.0

#include "annotate/own_links.h"

#include <algorithm>
#include <array>
#include <map>

#include "khitai/resolve.h"

namespace khitai::annotate {
namespace {

// Elements of lists, what they are, and the types of entities they may be;
// none: any.
struct EntryTag {
  std::string_view tag, type;
  std::array<std::string_view, 4> types;
};
constexpr EntryTag kEntryTags[] = {
    {"person", "person", {"person"}},
    {"personGrp", "people", {"people", "clan", "polity"}},
    {"place", "place", {"place", "polity"}},
    {"org", "org", {"polity", "people", "clan", "religion"}},
    {"event", "event", {"event", "era"}},
    {"object", "work", {"work"}},
    {"nym", "name", {}}};

const EntryTag* entry_tag(std::string_view tag) {
  for (const EntryTag& one : kEntryTags) {
    if (one.tag == tag) return &one;
  }
  return nullptr;
}

}  // namespace

std::string_view type_of_entry(std::string_view tag) {
  const EntryTag* const known = entry_tag(tag);
  return known == nullptr ? "" : known->type;
}

bool may_be_listed(std::string_view tag, std::string_view entity_type) {
  const EntryTag* const known = entry_tag(tag);
  if (known == nullptr || known->types[0].empty()) return true;
  return std::find(known->types.begin(), known->types.end(), entity_type) !=
         known->types.end();
}

uint32_t entity_of_entry(const Lexicon& lexicon,
                         const document::ListedEntity& entry) {
  std::map<uint32_t, double> votes;
  double cast = 0;
  for (size_t i = 0; i < entry.names.size(); ++i) {
    Query query;
    query.name = entry.names[i];
    query.lang = entry.langs[i];
    if (entry.tag == "person") query.type = "person";
    const Resolution answer = resolve_name(lexicon, query);
    if (answer.decision == Decision::kNone) continue;
    bool fits = false;
    for (const Candidate& one : answer.candidates) {
      if (!may_be_listed(entry.tag, lexicon.entity(one.entity).type)) continue;
      votes[one.entity] += one.probability;
      fits = true;
    }
    if (fits) ++cast;
  }
  uint32_t best = kNoRow;
  for (const auto& [entity, vote] : votes) {
    if (best == kNoRow || vote > votes[best]) best = entity;
  }
  return best != kNoRow && votes[best] >= kDecide * cast ? best : kNoRow;
}

}  // namespace khitai::annotate
