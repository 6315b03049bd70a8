// SPDX-License-Identifier: Apache-2.0
//
// Two names, what ties them and what they denote (khitai/why.h).

#include "khitai/why.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "etymology/ascent.h"
#include "etymology/meet.h"
#include "etymology/ties.h"
#include "fold/fold.h"

namespace khitai {
namespace {

using namespace etymology;

constexpr size_t kMostPaths = 8;

// What one denotes and the other does, too; in the order of `a`.
void part_entities(const std::vector<uint32_t>& a,
                   const std::vector<uint32_t>& b, Why* why) {
  const auto has = [](const std::vector<uint32_t>& all, uint32_t one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  for (const uint32_t entity : a) {
    (has(b, entity) ? why->shared : why->only_a).push_back(entity);
  }
  for (const uint32_t entity : b) {
    if (!has(a, entity)) why->only_b.push_back(entity);
  }
  why->referent = !why->shared.empty()     ? Referent::kShared
                  : a.empty() || b.empty() ? Referent::kNone
                                           : Referent::kDifferent;
}

// What both may denote if senses count that are only possible.
void share_possible(const Lexicon& lexicon, const std::vector<AskedName>& a,
                    const std::vector<AskedName>& b, Why* why) {
  Why possible;
  part_entities(entities_of(lexicon, a, Senses::kAll),
                entities_of(lexicon, b, Senses::kAll), &possible);
  if (possible.shared.empty()) return;
  why->referent = Referent::kPerhaps;
  why->shared = possible.shared;
  for (auto* only : {&why->only_a, &why->only_b}) {
    std::erase_if(*only, [&](uint32_t entity) {
      return std::find(why->shared.begin(), why->shared.end(), entity) !=
             why->shared.end();
    });
  }
}

// The match keys of what was asked for.
std::set<std::string> keys_of(const Lexicon& lexicon,
                              const std::vector<AskedName>& a,
                              const std::vector<AskedName>& b) {
  std::set<std::string> keys;
  for (const auto* names : {&a, &b}) {
    for (const AskedName& one : *names) {
      keys.insert(fold::match_key(one.form == kNoRow
                                      ? lexicon.name(one.name).label
                                      : lexicon.form(one.form).text));
    }
  }
  return keys;
}

// Rows between what the one denotes and what the other does, for a spelling
// that was asked for.
void add_distinctions(const Lexicon& lexicon, const std::set<std::string>& keys,
                      const std::vector<uint32_t>& a,
                      const std::vector<uint32_t>& b, Why* why) {
  std::set<uint32_t> rows;
  for (const uint32_t entity : a) {
    for (const uint32_t row : lexicon.distinctions_of_entity(entity)) {
      const Distinction one = lexicon.distinction(row);
      const uint32_t other = one.a == entity ? one.b : one.a;
      if (std::find(b.begin(), b.end(), other) != b.end() &&
          keys.contains(fold::match_key(one.form))) {
        rows.insert(row);
      }
    }
  }
  why->distinctions.assign(rows.begin(), rows.end());
}

// Whether a link tells the origin of a name otherwise than `taken` does.
// Elements stand side by side in one account or several.
bool is_rival(const Link& link, const Link& taken, uint32_t name) {
  if (link.to != name || link.account == taken.account) return false;
  if (link.type == "misread-as") return true;
  const Tie tie = tie_of(link.type);
  return tie == Tie::kStep ||
         (tie == Tie::kElement && tie_of(taken.type) != Tie::kElement);
}

void add_rivals(const Lexicon& lexicon, const Path& path, Why* why) {
  std::set<uint32_t> rows;
  for (const Hop& hop : path.hops) {
    const Link taken = lexicon.link(hop.link);
    if (!is_origin(taken.type)) continue;
    for (const uint32_t row : lexicon.links_to_name(taken.to)) {
      if (is_rival(lexicon.link(row), taken, taken.to)) rows.insert(row);
    }
  }
  for (const Hop& hop : path.hops) rows.erase(hop.link);
  why->rivals.assign(rows.begin(), rows.end());
}

// The one of the names asked for that the path ends at.
AskedName asked_of(const std::vector<AskedName>& asked, uint32_t name) {
  for (const AskedName& one : asked) {
    if (one.name == name) return one;
  }
  return asked.front();
}

// Paths of one origin or a shared element; else of what is no origin.
std::vector<Meeting> find_paths(const Lexicon& lexicon,
                                const std::vector<AskedName>& a,
                                const std::vector<AskedName>& b, bool all) {
  const size_t limit = all ? kMostPaths : 1;
  const auto run = [&](bool beside) {
    const Ascent from_a(lexicon, a, beside);
    const Ascent from_b(lexicon, b, beside);
    if (all) return meet_all(lexicon, from_a, from_b, limit);
    std::vector<Meeting> one;
    if (auto met = meet(lexicon, from_a, from_b)) one.push_back(*met);
    return one;
  };
  std::vector<Meeting> found = run(false);
  if (!found.empty()) return found;
  found = run(true);
  if (const auto below = meet_below(lexicon, a, b)) found.push_back(*below);
  std::stable_sort(
      found.begin(), found.end(),
      [](const Meeting& x, const Meeting& y) { return x.cost < y.cost; });
  // What somebody says of the two goes before what can be put together.
  if (auto at_once = meet_at_once(lexicon, a, b)) {
    std::erase_if(found,
                  [](const Meeting& one) { return one.path.hops.size() == 1; });
    found.insert(found.begin(), std::move(*at_once));
  }
  if (found.size() > limit) found.resize(limit);
  return found;
}

}  // namespace

std::string_view origin_word(Origin origin) {
  switch (origin) {
    case Origin::kOneName:
      return "one-name";
    case Origin::kOne:
      return "one-origin";
    case Origin::kElement:
      return "element";
    case Origin::kNone:
      break;
  }
  return "none";
}

std::string_view referent_word(Referent referent) {
  switch (referent) {
    case Referent::kShared:
      return "shared";
    case Referent::kPerhaps:
      return "perhaps";
    case Referent::kDifferent:
      return "different";
    case Referent::kNone:
      break;
  }
  return "none";
}

bool is_origin(std::string_view link_type) {
  const Tie tie = tie_of(link_type);
  return tie == Tie::kStep || tie == Tie::kElement;
}

Why explain_names(const Lexicon& lexicon, const std::vector<AskedName>& a,
                  const std::vector<AskedName>& b, const WhyOptions& options) {
  Why why;
  if (!a.empty()) why.a = a.front();
  if (!b.empty()) why.b = b.front();
  const std::vector<uint32_t> entities_a = entities_of(lexicon, a);
  const std::vector<uint32_t> entities_b = entities_of(lexicon, b);
  part_entities(entities_a, entities_b, &why);
  if (why.shared.empty()) share_possible(lexicon, a, b, &why);
  add_distinctions(lexicon, keys_of(lexicon, a, b), entities_a, entities_b,
                   &why);
  if (a.empty() || b.empty()) return why;
  for (Meeting& met : find_paths(lexicon, a, b, options.all)) {
    if (why.paths.empty()) why.origin = met.origin;
    why.paths.push_back(std::move(met.path));
  }
  if (why.paths.empty()) return why;
  const Path& best = why.paths.front();
  why.a = asked_of(a, best.begin);
  why.b = asked_of(b, best.hops.empty() ? best.begin : best.hops.back().to);
  add_rivals(lexicon, best, &why);
  return why;
}

}  // namespace khitai
