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

struct NearWeights {
  double inflected = 1.4;   // an inflected form of the spelling
  double affixes = -0.2;    // per unit of the affixes' cost
  double reading = 1.91;    // the readings are the same
  double beside = -1.0;     // ... but the spelling itself is there for another
  double near = -2.38;      // the spelling is near
  double sounds = -2.0;     // per unit of distance between the sounds
  double letters = -0.355;  // per nat that the letters cost
  double size = 0.97;       // per letter of the name
  double across = -2.5;     // at most, from Chinese characters or to them
  double across_sounds = -0.8;  // ... and per unit of distance
};
inline constexpr NearWeights kNearWeights;

// Adds what a proposal says for its form. `beside`: the spelling asked for is
// itself one of the lexicon's.
void add_nearness(const Proposal& proposal, const Form& form, bool beside,
                  std::vector<Feature>* features);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_NEAR_H_
