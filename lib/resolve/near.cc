// SPDX-License-Identifier: Apache-2.0

#include "resolve/near.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace khitai::resolve {
namespace {

// What is read alike in Chinese characters and in another script is proposed,
// never decided by that alone.
void add_across(double sounds, std::vector<Feature>* features) {
  double sum = 0;
  for (const Feature& one : *features) sum += one.weight;
  const double most = kNearWeights.across + kNearWeights.across_sounds * sounds;
  if (sum <= most) return;
  features->push_back(
      {"across", most - sum,
       "old and foreign readings of characters decide nothing"});
}

const SpellingWeights& weights_of(const Proposal& proposal) {
  if (!proposal.fitted) return kNearWeights.plain;
  return proposal.unwritten ? kNearWeights.unwritten : kNearWeights.fitted;
}

std::string tenths(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

}  // namespace

void add_nearness(const Proposal& proposal, const Form& form, bool beside,
                  std::vector<Feature>* features) {
  const std::string spelled(form.text);
  if (proposal.level == Level::kInflected) {
    features->push_back(
        {"inflected",
         kNearWeights.inflected + kNearWeights.affixes * proposal.distance,
         "inflected form of " + spelled + " (" + proposal.rule + ")"});
    return;
  }
  if (beside) {
    features->push_back({"beside", kNearWeights.beside,
                         "read alike, but spelled otherwise: " + spelled});
    return;
  }
  const SpellingWeights& weights = weights_of(proposal);
  if (proposal.level == Level::kL2) {
    features->push_back({"reading", weights.reading,
                         "same word, spelled otherwise: " + spelled});
  } else {
    features->push_back(
        {"near", weights.near, "variant: near in spelling to " + spelled});
  }
  const double size = std::max(1.0, static_cast<double>(proposal.size));
  features->push_back(
      {"sounds", proposal.sounds * (weights.sounds + weights.differ / size),
       proposal.sounds == 0 ? "read alike"
                            : "readings differ by " + tenths(proposal.sounds)});
  features->push_back({"letters", weights.letters * proposal.letters / size,
                       "letters cost " + tenths(proposal.letters)});
  features->push_back({"size", weights.size * size,
                       std::to_string(proposal.size) + " letters compared"});
  if (proposal.across) add_across(proposal.sounds, features);
}

}  // namespace khitai::resolve
