// SPDX-License-Identifier: Apache-2.0

#include "resolve/parallel.h"

#include <algorithm>
#include <cmath>

#include "resolve/score.h"
#include "resolve/weights.h"

namespace khitai::resolve {
namespace {

const Candidate* find(const Side& side, uint32_t entity) {
  const auto place =
      std::find_if(side.candidates.begin(), side.candidates.end(),
                   [&](const Candidate& one) { return one.entity == entity; });
  return place == side.candidates.end() ? nullptr : &*place;
}

// Whether a side says something of an entity by not meeting it.
bool speaks(const Side& side) {
  return side.spelled && !side.candidates.empty();
}

// Probabilities to log-odds against "none of these", and back.
void to_log_odds(std::vector<Candidate>* candidates) {
  constexpr double kLeast = 1e-12;
  double none = 1;
  for (const Candidate& one : *candidates) none -= one.probability;
  none = std::max(none, kLeast);
  for (Candidate& one : *candidates) {
    one.probability = std::log(std::max(one.probability, kLeast) / none);
  }
}

// The candidates of all sides, each once, by the first side that meets it.
std::vector<Candidate> gather(const std::vector<Side>& sides) {
  std::vector<Candidate> all;
  for (const Side& side : sides) {
    for (const Candidate& one : side.candidates) {
      const bool known = std::any_of(
          all.begin(), all.end(),
          [&](const Candidate& other) { return other.entity == one.entity; });
      if (known) continue;
      all.push_back(one);
      if (&side != &sides.front()) {
        all.back().features.push_back(
            {"parallel-only", 0, "by the parallel name " + side.name});
      }
    }
  }
  return all;
}

bool fits_all(const std::vector<Side>& sides, uint32_t entity) {
  return std::all_of(sides.begin(), sides.end(), [&](const Side& side) {
    return !speaks(side) || find(side, entity) != nullptr;
  });
}

// Adds what the sides behind the one that met a candidate first say for it.
void add_support(const std::vector<Side>& sides, Candidate* candidate) {
  bool first = true;
  for (const Side& side : sides) {
    if (find(side, candidate->entity) == nullptr) continue;
    if (!first) {
      const double weight =
          side.spelled ? kWeights.parallel : kWeights.parallel_near;
      candidate->features.push_back(
          {"parallel", weight,
           "the parallel name may mean it, too: " + side.name});
      candidate->probability += weight;
    }
    first = false;
  }
}

}  // namespace

std::vector<Candidate> combine(const std::vector<Side>& sides) {
  std::vector<Side> weighed = sides;
  for (Side& side : weighed) to_log_odds(&side.candidates);
  std::vector<Candidate> all = gather(weighed);
  const bool agree = std::any_of(
      all.begin(), all.end(),
      [&](const Candidate& one) { return fits_all(weighed, one.entity); });
  if (agree) {
    std::erase_if(all, [&](const Candidate& one) {
      return !fits_all(weighed, one.entity);
    });
  }
  for (Candidate& one : all) add_support(weighed, &one);
  rank(&all);
  if (!agree && !all.empty()) {
    for (Candidate& one : all) {
      one.features.push_back({"parallel-other", 0,
                              "the names in the two scripts mean different "
                              "things"});
    }
    contradict(&all);
  }
  return all;
}

}  // namespace khitai::resolve
