// SPDX-License-Identifier: Apache-2.0
//
// What it says for a candidate that its spelling is another one of the name
// asked for: the same reading in another convention, or a spelling that is
// near. The weights are those of a conditional logit over the candidates and
// "none of these", fitted on names whose answer is known and on names whose
// answer was taken out (bench/accuracy --fit; docs/accuracy.md).

#ifndef KHITAI_RESOLVE_NEAR_H_
#define KHITAI_RESOLVE_NEAR_H_

#include <string_view>
#include <vector>

#include "khitai/resolve.h"
#include "resolve/propose.h"

namespace khitai::resolve {

struct NearWeights {
  double reading = 2.4;    // the readings are the same
  double near = 2.0;       // ... or near
  double sounds = -1.5;    // per unit of distance between the sounds
  double letters = -0.12;  // per nat that the letters cost
  double size = 0.1;       // per letter of the name
};
inline constexpr NearWeights kNearWeights;

// Adds what a proposal says for its form.
void add_nearness(const Proposal& proposal, const Form& form,
                  std::vector<Feature>* features);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_NEAR_H_
