// SPDX-License-Identifier: Apache-2.0

#include "write/index_links.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace khitai::write {
namespace {

struct IndexRelation {
  std::string_view relation;
  // At the object, the subjects have a heading of their own.
  std::string_view IndexWords::*sub = nullptr;
  std::string_view subject_type = {};  // only these; empty: all
};
// Relations that a reader of the one entry would follow to the other. Kin,
// wars, overlordship and geography are left to `show`: they tie too many.
constexpr IndexRelation kIndexRelations[] = {
    {"ruler-of", &IndexWords::rulers},
    {"usurper-of", &IndexWords::rulers},
    {"capital-of", &IndexWords::capitals},
    {"member-of", &IndexWords::members},
    {"part-of", &IndexWords::parts},
    {"era-of", &IndexWords::eras},
    {"era-of-polity", &IndexWords::eras},
    {"founder-of"},
    {"regent-of"},
    {"successor-of"},
    {"claims-succession-of"},
    {"split-from"},
    {"remnant-of"},
    {"possibly-same-as"},
    {"rules"},
    {"of-people", nullptr, "polity"},
    {"of-people", nullptr, "clan"},
    {"named-after"},
    {"title-of"},
    {"script-of"},
    {"author-of"},
    {"compiler-of"},
    {"took-place-at"},
};

const IndexRelation* index_relation(const Lexicon& lexicon,
                                    const Relation& row) {
  for (const IndexRelation& one : kIndexRelations) {
    if (one.relation != row.relation) continue;
    if (one.subject_type.empty() ||
        one.subject_type == lexicon.entity_type(row.subject)) {
      return &one;
    }
  }
  return nullptr;
}

// Links by which a name is handed on; the others tie elements of a name, or
// names of one thing.
bool hands_on(const Link& link) {
  static constexpr std::string_view kOthers[] = {"part-of", "counterpart",
                                                 "misread-as"};
  return link.certainty != "possible" && link.stance != "disputed" &&
         std::find(std::begin(kOthers), std::end(kOthers), link.type) ==
             std::end(kOthers);
}

void add_relations(const Lexicon& lexicon, uint32_t entity,
                   std::vector<EntityTie>* ties) {
  for (const uint32_t number : lexicon.relations_of_entity(entity)) {
    const Relation row = lexicon.relation(number);
    const IndexRelation* const relation = index_relation(lexicon, row);
    if (relation == nullptr) continue;
    const bool doubtful =
        row.certainty == "possible" && row.relation != "possibly-same-as";
    if (doubtful || row.subject == row.object) continue;
    const bool is_object = row.object == entity;
    ties->push_back(
        {is_object ? row.subject : row.object,
         is_object && !row.inverse.empty() ? row.inverse : row.relation,
         is_object ? relation->sub : nullptr,
         static_cast<size_t>(relation - kIndexRelations)});
  }
}

void add_etymology(const Lexicon& lexicon, uint32_t entity,
                   std::vector<EntityTie>* ties) {
  for (const uint32_t sense : lexicon.senses_of_entity(entity)) {
    const uint32_t name = lexicon.sense(sense).name;
    for (const uint32_t number : lexicon.links_of_name(name)) {
      const Link link = lexicon.link(number);
      if (!hands_on(link)) continue;
      const uint32_t other = link.from == name ? link.to : link.from;
      for (const uint32_t its : lexicon.senses_of_name(other)) {
        const uint32_t to = lexicon.sense(its).entity;
        if (to != entity)
          ties->push_back(
              {to, "etymology", nullptr, std::size(kIndexRelations)});
      }
    }
  }
}

}  // namespace

std::vector<EntityTie> ties_of(const Lexicon& lexicon, uint32_t entity) {
  std::vector<EntityTie> ties;
  add_relations(lexicon, entity, &ties);
  add_etymology(lexicon, entity, &ties);
  std::stable_sort(ties.begin(), ties.end(),
                   [](const EntityTie& a, const EntityTie& b) {
                     return std::pair(a.sub == nullptr, a.rank) <
                            std::pair(b.sub == nullptr, b.rank);
                   });
  std::set<uint32_t> seen;
  std::erase_if(
      ties, [&](const EntityTie& tie) { return !seen.insert(tie.to).second; });
  return ties;
}

}  // namespace khitai::write
