// SPDX-License-Identifier: Apache-2.0
//
// What the types of links say of two names (lexicon/vocabulary/link-types.tsv):
// whether one was made of the other, and how far a claim can be trusted.
// Constant data; thread-safe.

#ifndef KHITAI_ETYMOLOGY_TIES_H_
#define KHITAI_ETYMOLOGY_TIES_H_

#include <cstdint>
#include <string_view>

#include "khitai/lexicon.h"

namespace khitai::etymology {

enum class Tie {
  kStep,     // the second is the first, handed on: borrowed, inherited, ...
  kElement,  // the first is an element of the second
  kCognate,  // both go back to one source; without direction
  kBeside,   // no origin: translated, misread, two names of one thing
};

// A type that is not known stands beside.
constexpr Tie tie_of(std::string_view type) {
  constexpr std::string_view kSteps[] = {
      "became-name", "became-title", "borrowed",     "contracted", "derived",
      "inherited",   "reshaped",     "sound-change", "transcribed"};
  for (const std::string_view step : kSteps) {
    if (type == step) return Tie::kStep;
  }
  if (type == "part-of") return Tie::kElement;
  if (type == "cognate") return Tie::kCognate;
  return Tie::kBeside;
}

// Whether such a link leads from one name to another; else both are equals.
constexpr bool is_directed(std::string_view type) {
  return type != "cognate" && type != "counterpart";
}

// Whether a link leads to a name, or joins it to its equal. A damaged lexicon
// may list links under a name that they have nothing to do with.
constexpr bool leads_to(const LinkStep& link, uint32_t name) {
  return link.to == name || (!is_directed(link.type) && link.from == name);
}

// How much of its claim a link can carry, from 0 to 1: by its certainty and
// whether its source asserts it. Set by hand, for ordering paths; no
// probability that anything was calibrated on.
double trust_of(std::string_view certainty, std::string_view stance);

// Whether it is only possible, or contested.
inline bool is_doubtful(std::string_view certainty, std::string_view stance) {
  return certainty == "possible" || stance == "disputed";
}

}  // namespace khitai::etymology

#endif  // KHITAI_ETYMOLOGY_TIES_H_
