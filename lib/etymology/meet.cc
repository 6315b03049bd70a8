// SPDX-License-Identifier: Apache-2.0

#include "etymology/meet.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include "etymology/ties.h"

namespace khitai::etymology {
namespace {

// Paths are looked for by each of so many links that the best path lacks.
constexpr size_t kMostForced = 32;
constexpr size_t kMostBelow = 256;       // links down from a name
constexpr size_t kMostLookedAt = 50000;  // for all other paths together

// A link of another account this much costlier than the best path says nothing.
constexpr double kMostDearer = 3.0;

bool comes_before(const Meeting& x, const Meeting& y) {
  return std::tie(x.origin, x.cost) < std::tie(y.origin, y.cost);
}

// What the links of a path say of its ends.
Origin origin_of(const Lexicon& lexicon, const std::vector<Hop>& hops) {
  bool up = false;
  bool down = false;
  for (const Hop& hop : hops) {
    const Tie tie = tie_of(lexicon.link_step(hop.link).type);
    if (tie == Tie::kBeside) return Origin::kNone;
    if (tie == Tie::kElement) (hop.up ? up : down) = true;
  }
  if (hops.empty()) return Origin::kOneName;
  return up && down ? Origin::kElement : Origin::kOne;
}

// A hop in the direction of the walk.
Hop walked(const Lexicon& lexicon, uint32_t row, uint32_t from, uint32_t to) {
  const LinkStep link = lexicon.link_step(row);
  return {row, from, to, is_directed(link.type) && link.from == to};
}

Meeting finished(const Lexicon& lexicon, uint32_t begin,
                 std::vector<Hop> hops) {
  Meeting meeting;
  for (Hop& hop : hops) {
    hop = walked(lexicon, hop.link, hop.from, hop.to);
    const LinkStep link = lexicon.link_step(hop.link);
    meeting.cost += cost_of(link);
    meeting.path.trust *= trust_of(link.certainty, link.stance);
  }
  meeting.origin = origin_of(lexicon, hops);
  meeting.path.begin = begin;
  meeting.path.hops = std::move(hops);
  return meeting;
}

// Up to where one ascent came, and down by the other.
Meeting joined(const Lexicon& lexicon, const Ascent& a, const Reached& up,
               const Ascent& b, const Reached& down) {
  std::vector<Hop> hops = a.hops_to(up);
  std::vector<Hop> back = b.hops_to(down);
  std::reverse(back.begin(), back.end());
  for (const Hop& hop : back) {
    hops.push_back({hop.link, hop.to, hop.from, false});
  }
  return finished(lexicon, a.begin_of(up), std::move(hops));
}

// Whether no name stands in it twice.
bool is_simple(const Path& path) {
  std::set<uint32_t> names = {path.begin};
  return std::all_of(path.hops.begin(), path.hops.end(), [&](const Hop& hop) {
    return names.insert(hop.to).second;
  });
}

// A link that an ascent came to but did not take.
struct Passed {
  const Reached* at = nullptr;
  uint32_t link = kNoRow;
  uint32_t to = kNoRow;
  double cost = 0;
};

std::vector<Passed> passed_links(const Lexicon& lexicon, const Ascent& ascent,
                                 const std::set<uint32_t>& taken) {
  std::vector<Passed> passed;
  std::set<std::pair<uint32_t, uint32_t>> seen;
  for (const Reached& at : ascent.reached()) {
    if (passed.size() >= kMostForced) break;
    const std::vector<uint32_t> links = lexicon.links_to_name(at.name);
    const size_t count = std::min(links.size(), kMostForced);
    for (size_t i = 0; i < count; ++i) {
      const LinkStep link = lexicon.link_step(links[i]);
      const uint32_t to = link.to == at.name ? link.from : link.to;
      if (to == kNoRow || taken.contains(links[i])) continue;
      if (!leads_to(link, at.name)) continue;
      if (!seen.emplace(links[i], at.name).second) continue;
      passed.push_back({&at, links[i], to, at.cost + cost_of(link)});
    }
  }
  return passed;
}

// The best paths that take a link that the best one lacks on the way up.
void add_by_other_links(const Lexicon& lexicon, const Ascent& a,
                        const Ascent& b, const Meeting& best, bool turned,
                        std::vector<Meeting>* found) {
  std::set<uint32_t> taken;
  for (const Hop& hop : best.path.hops) taken.insert(hop.link);
  size_t looked_at = 0;
  for (const Passed& passed : passed_links(lexicon, a, taken)) {
    if (looked_at > kMostLookedAt) return;
    if (passed.cost > best.cost + kMostDearer) continue;
    const Ascent rest(lexicon, {{passed.to, kNoRow}},
                      best.origin == Origin::kNone,
                      best.cost + kMostDearer - passed.cost);
    looked_at += rest.looked_at();
    const auto met = meet(lexicon, rest, b);
    if (!met) continue;
    std::vector<Hop> hops = a.hops_to(*passed.at);
    hops.push_back({passed.link, passed.at->name, passed.to, true});
    hops.insert(hops.end(), met->path.hops.begin(), met->path.hops.end());
    uint32_t begin = a.begin_of(*passed.at);
    if (turned) {
      begin = hops.back().to;
      std::reverse(hops.begin(), hops.end());
      for (Hop& hop : hops) std::swap(hop.from, hop.to);
    }
    Meeting meeting = finished(lexicon, begin, std::move(hops));
    if (meeting.origin == best.origin && is_simple(meeting.path)) {
      found->push_back(std::move(meeting));
    }
  }
}

}  // namespace

std::optional<Meeting> meet(const Lexicon& lexicon, const Ascent& a,
                            const Ascent& b) {
  const Reached* up = nullptr;
  const Reached* down = nullptr;
  std::tuple<Origin, double> best;
  for (const Reached& from : a.reached()) {
    for (uint32_t through = 0; through < kThroughAll; ++through) {
      const Reached* to = b.find(from.name, through);
      if (to == nullptr) continue;
      Origin origin = Origin::kOne;
      if ((from.through & to->through & kThroughElement) != 0) {
        origin = Origin::kElement;
      }
      if (((from.through | to->through) & kThroughBeside) != 0) {
        origin = Origin::kNone;
      }
      if (from.link == kNoRow && to->link == kNoRow) origin = Origin::kOneName;
      const std::tuple<Origin, double> one(origin, from.cost + to->cost);
      if (up != nullptr && one >= best) continue;
      best = one;
      up = &from;
      down = to;
    }
  }
  if (up == nullptr) return std::nullopt;
  return joined(lexicon, a, *up, b, *down);
}

std::vector<Meeting> meet_all(const Lexicon& lexicon, const Ascent& a,
                              const Ascent& b, size_t limit) {
  std::vector<Meeting> kept;
  const auto best = meet(lexicon, a, b);
  if (!best) return kept;
  std::vector<Meeting> found = {*best};
  if (best->origin != Origin::kOneName) {
    add_by_other_links(lexicon, a, b, *best, false, &found);
    add_by_other_links(lexicon, b, a, *best, true, &found);
  }
  std::stable_sort(found.begin(), found.end(), comes_before);
  std::set<uint32_t> links;
  for (Meeting& one : found) {
    bool is_new = kept.empty();
    for (const Hop& hop : one.path.hops) {
      is_new = links.insert(hop.link).second || is_new;
    }
    if (is_new && kept.size() < limit) kept.push_back(std::move(one));
  }
  return kept;
}

std::optional<Meeting> meet_at_once(const Lexicon& lexicon,
                                    const std::vector<AskedName>& a,
                                    const std::vector<AskedName>& b) {
  std::optional<Meeting> best;
  const auto look = [&](uint32_t name, uint32_t other, bool turned) {
    const std::vector<uint32_t> links = lexicon.links_to_name(name);
    for (size_t i = 0; i < std::min(links.size(), kMostBelow); ++i) {
      const LinkStep link = lexicon.link_step(links[i]);
      const uint32_t end = link.to == name ? link.from : link.to;
      if (end != other || !leads_to(link, name)) continue;
      const uint32_t begin = turned ? other : name;
      Meeting meeting = finished(
          lexicon, begin, {{links[i], begin, turned ? name : other, false}});
      if (!best || meeting.cost < best->cost) best = std::move(meeting);
    }
  };
  for (const AskedName& one : a) {
    for (const AskedName& other : b) {
      look(one.name, other.name, false);
      look(other.name, one.name, true);
    }
  }
  return best;
}

std::optional<Meeting> meet_below(const Lexicon& lexicon,
                                  const std::vector<AskedName>& a,
                                  const std::vector<AskedName>& b) {
  std::set<uint32_t> ends;
  for (const AskedName& one : b) ends.insert(one.name);
  std::optional<Meeting> best;
  size_t looked_at = 0;
  for (const AskedName& one : a) {
    for (const uint32_t row : lexicon.links_from_name(one.name)) {
      if (++looked_at > kMostBelow) return best;
      const LinkStep down = lexicon.link_step(row);
      if (!is_origin(down.type)) continue;
      const std::vector<uint32_t> links = lexicon.links_to_name(down.to);
      for (size_t i = 0; i < std::min(links.size(), kMostBelow); ++i) {
        const LinkStep up = lexicon.link_step(links[i]);
        if (!is_origin(up.type) || !ends.contains(up.from)) continue;
        if (up.from == one.name || up.to != down.to) continue;
        Meeting meeting = finished(lexicon, one.name,
                                   {{row, one.name, down.to, false},
                                    {links[i], down.to, up.from, true}});
        meeting.origin = Origin::kNone;
        if (!best || meeting.cost < best->cost) best = std::move(meeting);
      }
    }
  }
  return best;
}

}  // namespace khitai::etymology
