// SPDX-License-Identifier: Apache-2.0

#include "resolve/refuse.h"

#include <algorithm>
#include <initializer_list>

#include "resolve/life.h"

namespace khitai::resolve {
namespace {

// A year of the same sentence that lies farther contradicts.
constexpr int64_t kContradiction = 50;

bool is_one_of(std::string_view word,
               std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Relations that make an entity one of a polity's, and those between two
// polities of which an entity may be called by either.
bool is_belonging(std::string_view relation) {
  return is_one_of(
      relation, {"ruler-of", "founder-of", "regent-of", "official-of",
                 "commander-of", "governor-of", "member-of", "served",
                 "era-of-polity", "rebelled-against", "envoy-of", "vassal-of"});
}

bool is_kinship_of_states(std::string_view relation) {
  return is_one_of(relation,
                   {"part-of", "overlaps", "successor-of", "remnant-of",
                    "claims-succession-of", "possibly-same-as"});
}

// The polities an entity belongs to, for an era those of its ruler.
void add_polities(const Lexicon& lexicon, uint32_t entity, int depth,
                  std::vector<uint32_t>* polities) {
  for (uint32_t number : lexicon.relations_of_entity(entity)) {
    const RelationEnds ends = lexicon.relation_ends(number);
    if (ends.subject != entity) continue;
    const std::string_view relation = lexicon.relation(number).relation;
    if (relation == "era-of" && depth > 0 && !is_polity(lexicon, ends.object)) {
      add_polities(lexicon, ends.object, depth - 1, polities);
    } else if ((is_belonging(relation) || relation == "era-of") &&
               is_polity(lexicon, ends.object)) {
      polities->push_back(ends.object);
    }
  }
}

bool are_kin(const Lexicon& lexicon, uint32_t polity, uint32_t other) {
  if (polity == other) return true;
  for (uint32_t number : lexicon.relations_of_entity(polity)) {
    const RelationEnds ends = lexicon.relation_ends(number);
    if ((ends.subject == other || ends.object == other) &&
        is_kinship_of_states(lexicon.relation(number).relation)) {
      return true;
    }
  }
  return false;
}

// Whether a polity that is named with the name is not the entity's.
bool has_other_owner(const Lexicon& lexicon, uint32_t entity,
                     const std::vector<uint32_t>& owners) {
  if (owners.empty()) return false;
  const std::string_view type = lexicon.entity_type(entity);
  if (type != "person" && type != "era") return false;
  std::vector<uint32_t> polities;
  add_polities(lexicon, entity, 1, &polities);
  if (polities.empty()) return false;
  for (uint32_t polity : polities) {
    for (uint32_t owner : owners) {
      if (are_kin(lexicon, polity, owner)) return false;
    }
  }
  return true;
}

bool fits_bound(const Years& years, const context::BoundYears& bound) {
  const bool before = years.to != kLatest && years.to + kTolerance < bound.from;
  const bool behind =
      years.from != kEarliest && years.from - kTolerance > bound.to;
  return !before && !behind;
}

// An era that lasted fewer years than are counted is not meant.
bool fits_era(std::string_view type, const Years& years, int32_t era_year) {
  if (era_year == 0 || type != "era" || years.from == kEarliest ||
      years.to == kLatest) {
    return true;
  }
  return era_year <= int64_t{years.to} - years.from + 1;
}

}  // namespace

int64_t distance(const Years& years, int64_t year) {
  if (year < years.from) return years.from - year;
  if (year > years.to) return year - years.to;
  return 0;
}

int64_t distance(const Years& years, const Years& others) {
  if (others.to < years.from) return distance(years, int64_t{others.to});
  if (others.from > years.to) return distance(years, int64_t{others.from});
  return 0;
}

bool fits_years(const Lexicon& lexicon, uint32_t entity,
                std::optional<int32_t> year, std::optional<int32_t> written) {
  if (!year && !written) return true;
  const Years years = lexicon.entity_years(entity);
  if (year && distance(years, *year) > kTolerance) return false;
  return !written || years.from == kEarliest ||
         years.from <= int64_t{*written} + kTolerance;
}

bool is_polity(const Lexicon& lexicon, uint32_t entity) {
  return lexicon.entity_type(entity) == "polity";
}

bool is_refused(const Lexicon& lexicon, const lexicon::Option& option,
                const Evidence& evidence) {
  const std::string_view type = lexicon.entity_type(option.entity);
  if (!evidence.type.empty() && type != evidence.type) return true;
  if (!fits_years(lexicon, option.entity, evidence.year, evidence.written)) {
    return true;
  }
  if (evidence.written) {
    const Years sense = lexicon.sense(option.sense).years;
    if (sense.from != kEarliest &&
        sense.from > int64_t{*evidence.written} + kTolerance) {
      return true;
    }
  }
  const Years years = lexicon.entity_years(option.entity);
  if (evidence.bound && !fits_bound(years, *evidence.bound)) return true;
  if (evidence.life &&
      life_fit(lexicon, option.entity, *evidence.life).refused) {
    return true;
  }
  if (!fits_era(type, years, evidence.era_year)) return true;
  return has_other_owner(lexicon, option.entity, evidence.owners);
}

bool is_contradicted(const Lexicon& lexicon,
                     const std::vector<Candidate>& candidates,
                     const Evidence& evidence) {
  if (candidates.empty()) return false;
  if (!evidence.stranger.empty()) return true;
  const auto& cues = evidence.firm_cues;
  const bool cued = std::any_of(
      candidates.begin(), candidates.end(), [&](const Candidate& one) {
        return std::find(cues.begin(), cues.end(),
                         lexicon.entity_type(one.entity)) != cues.end();
      });
  if (!cues.empty() && !cued) return true;
  if (evidence.year || evidence.sentence_years.empty()) return false;
  return std::all_of(
      candidates.begin(), candidates.end(), [&](const Candidate& one) {
        const Years years = lexicon.entity_years(one.entity);
        return std::all_of(evidence.sentence_years.begin(),
                           evidence.sentence_years.end(),
                           [&](const Years& said) {
                             return distance(years, said) > kContradiction;
                           });
      });
}

}  // namespace khitai::resolve
