// SPDX-License-Identifier: Apache-2.0
//
// What it says for a candidate that its spelling is another one of the name
// asked for: the same reading in another convention, or a spelling that is
// near. The weights are those of a conditional logit over the candidates and
// "none of these", fitted on names whose answer is known and on names whose
// answer was taken out (bench/fit_weights.py on the features that
// bench/accuracy --dump writes; docs/accuracy.md).

#ifndef KHITAI_RESOLVE_NEAR_H_
#define KHITAI_RESOLVE_NEAR_H_

#include <string_view>
#include <vector>

#include "khitai/resolve.h"
#include "resolve/propose.h"

namespace khitai::resolve {

// Of a name that is not spelled alike.
struct SpellingWeights {
  double reading;  // the readings are the same
  double near;     // they are near
  double sounds;   // per unit of distance between the sounds
  double differ;   // ... and a letter of the name
  double letters;  // per nat that the letters cost, and a letter of the name
  double size;     // per letter of the name
};

struct NearWeights {
  double inflected = 1.4;  // an inflected form of the spelling
  double affixes = -0.2;   // per unit of the affixes' cost
  double beside = -1.0;    // read alike, but the spelling is there for another
  double across = -2.5;    // at most, from Chinese characters or to them
  double across_sounds = -0.8;  // ... and per unit of distance
  // With costs of letters that were fitted for the two scripts, where one of
  // them leaves vowels out, and without such costs.
  SpellingWeights fitted = {3.17, 1.58, -0.425, -9.4, -1.38, 0.147};
  SpellingWeights unwritten = {2.82, 1.46, -0.733, -8.7, -1.68, 0.33};
  SpellingWeights plain = {1.26, -2.35, -0.772, -6.7, 0, 0.209};
};
inline constexpr NearWeights kNearWeights;

// Adds what a proposal says for its form. `beside`: the spelling asked for is
// itself one of the lexicon's.
void add_nearness(const Proposal& proposal, const Form& form, bool beside,
                  std::vector<Feature>* features);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_NEAR_H_
