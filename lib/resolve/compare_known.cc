// SPDX-License-Identifier: Apache-2.0

#include "resolve/compare_known.h"

#include <algorithm>
#include <string>
#include <vector>

namespace khitai::resolve {
namespace {

// The entities of a spelling, with probabilities that add up to one.
std::vector<Candidate> meant_by(const Lexicon& lexicon, const std::string& name,
                                const std::string& lang) {
  Query query;
  query.name = name;
  query.lang = lang;
  query.spellings = false;
  std::vector<Candidate> meant = resolve_name(lexicon, query).candidates;
  double sum = 0;
  for (const Candidate& one : meant) sum += one.probability;
  for (Candidate& one : meant) one.probability /= sum > 0 ? sum : 1;
  return meant;
}

}  // namespace

Known known_of(const Lexicon& lexicon, const NamePair& pair) {
  Known known;
  if (lexicon.entity_count() == 0) return known;
  const auto a = meant_by(lexicon, pair.a, pair.lang_a);
  if (a.empty()) return known;
  const auto b = meant_by(lexicon, pair.b, pair.lang_b);
  if (b.empty()) return known;
  known.both = true;
  known.a = a.front().entity;
  known.b = b.front().entity;
  double most = 0;
  for (const Candidate& one : a) {
    for (const Candidate& other : b) {
      if (one.entity != other.entity) continue;
      const double mass = std::min(one.probability, other.probability);
      known.shared += mass;
      if (mass <= most) continue;
      most = mass;
      known.entity = one.entity;
    }
  }
  return known;
}

}  // namespace khitai::resolve
