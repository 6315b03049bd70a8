// SPDX-License-Identifier: Apache-2.0

#include "resolve/score.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "resolve/features.h"
#include "resolve/refuse.h"

namespace khitai::resolve {
namespace {

// What the best of contradicted candidates may reach.
constexpr double kContradicted = 0.5;

void normalize(std::vector<Candidate>* candidates) {
  double top = 0;  // the log-odds of "none"
  for (const Candidate& one : *candidates) top = std::max(top, one.probability);
  double sum = std::exp(-top);
  for (Candidate& one : *candidates) {
    one.probability = std::exp(one.probability - top);
    sum += one.probability;
  }
  for (Candidate& one : *candidates) one.probability /= sum;
}

}  // namespace

void contradict(std::vector<Candidate>* candidates) {
  const double most = std::max(candidates->front().probability, kContradicted);
  for (Candidate& one : *candidates) {
    one.probability *= kContradicted / most;
    one.contradicted = true;
  }
}

void rank(std::vector<Candidate>* candidates) {
  normalize(candidates);
  std::stable_sort(candidates->begin(), candidates->end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.probability != b.probability
                                ? a.probability > b.probability
                                : a.entity < b.entity;
                   });
}

std::vector<Candidate> score(const Lexicon& lexicon,
                             const std::vector<lexicon::Option>& options,
                             const Evidence& evidence) {
  lexicon::FactsOfOptions own(lexicon);
  lexicon::FactsOfOptions& facts =
      evidence.facts != nullptr ? *evidence.facts : own;
  std::vector<Candidate> candidates;
  std::unordered_map<uint32_t, size_t> places;  // of entities in it
  for (const lexicon::Option& option : options) {
    if (is_refused(lexicon, option, evidence)) continue;
    Candidate one = features_of(lexicon, option, facts.of(option), evidence);
    const auto [place, first] =
        places.try_emplace(one.entity, candidates.size());
    if (first) {
      candidates.push_back(std::move(one));
    } else if (one.probability > candidates[place->second].probability) {
      candidates[place->second] = std::move(one);
    }
  }
  rank(&candidates);
  if (is_contradicted(lexicon, candidates, evidence)) contradict(&candidates);
  return candidates;
}

Decision decide(const std::vector<Candidate>& candidates, double threshold) {
  if (candidates.empty()) return Decision::kNone;
  const Candidate& best = candidates[0];
  return best.probability >= threshold && !best.contradicted
             ? Decision::kMatch
             : Decision::kAmbiguous;
}

}  // namespace khitai::resolve
