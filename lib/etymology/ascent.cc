// SPDX-License-Identifier: Apache-2.0

#include "etymology/ascent.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

#include "etymology/ties.h"

namespace khitai::etymology {
namespace {

// Of the lexicon shipped no name has thirty; a file made to hurt may have all.
constexpr size_t kMostReached = 1000;
constexpr size_t kMostLinks = 256;  // of one name

constexpr double kPerHop = 0.05;  // of two ways as good the shorter one
// A cognate says that there is a common source, a chain says which.
constexpr double kUnknownStep = 0.5;

// Cheapest first; of equals in a fixed order.
struct Costlier {
  bool operator()(const Reached& a, const Reached& b) const {
    return std::tie(a.cost, a.name, a.through, a.link) >
           std::tie(b.cost, b.name, b.through, b.link);
  }
};
using Frontier = std::priority_queue<Reached, std::vector<Reached>, Costlier>;

// Adds where the links of a name lead on. Returns how many it looked at.
size_t add_next(const Lexicon& lexicon, const Reached& at, size_t place,
                bool beside, double most, Frontier* frontier) {
  const std::vector<uint32_t> links = lexicon.links_to_name(at.name);
  const size_t count = std::min(links.size(), kMostLinks);
  for (size_t i = 0; i < count; ++i) {
    const LinkStep link = lexicon.link_step(links[i]);
    if (!leads_to(link, at.name)) continue;
    Reached next = at;
    next.name = link.to == at.name ? link.from : link.to;
    next.link = links[i];
    next.before = place;
    next.cost += cost_of(link);
    const Tie tie = tie_of(link.type);
    // Where somebody doubts the origin of a cognate, it may be no cognate.
    if (at.by_cognate && is_origin(link.type) &&
        is_doubtful(link.certainty, link.stance)) {
      continue;
    }
    next.by_cognate = tie == Tie::kCognate;
    if (tie == Tie::kElement) next.through |= kThroughElement;
    if (tie == Tie::kBeside) {
      if (!beside || (at.through & kThroughBeside) != 0) continue;
      next.through |= kThroughBeside;
    }
    if (next.name != kNoRow && next.cost <= most) frontier->push(next);
  }
  return count;
}

}  // namespace

double cost_of(const LinkStep& link) {
  double cost = kPerHop - std::log(trust_of(link.certainty, link.stance));
  if (tie_of(link.type) == Tie::kCognate) cost += kUnknownStep;
  return cost;
}

Ascent::Ascent(const Lexicon& lexicon, const std::vector<AskedName>& names,
               bool beside, double most) {
  Frontier frontier;
  for (const AskedName& one : names) {
    Reached begin;
    begin.name = one.name;
    frontier.push(begin);
  }
  while (!frontier.empty() && reached_.size() < kMostReached) {
    const Reached at = frontier.top();
    frontier.pop();
    const size_t place = reached_.size();
    if (!places_.emplace(key(at.name, at.through), place).second) continue;
    reached_.push_back(at);
    looked_at_ += add_next(lexicon, at, place, beside, most, &frontier);
  }
}

const Reached* Ascent::find(uint32_t name, uint32_t through) const {
  const auto found = places_.find(key(name, through));
  return found == places_.end() ? nullptr : &reached_[found->second];
}

std::vector<Hop> Ascent::hops_to(const Reached& reached) const {
  std::vector<Hop> hops;
  const Reached* at = &reached;
  while (at->link != kNoRow) {
    const Reached* before = &reached_[at->before];
    hops.push_back({at->link, before->name, at->name, true});
    at = before;
  }
  std::reverse(hops.begin(), hops.end());
  return hops;
}

uint32_t Ascent::begin_of(const Reached& reached) const {
  const Reached* at = &reached;
  while (at->link != kNoRow) at = &reached_[at->before];
  return at->name;
}

}  // namespace khitai::etymology
