// SPDX-License-Identifier: Apache-2.0

#include "etymology/ties.h"

namespace khitai::etymology {

double trust_of(std::string_view certainty, std::string_view stance) {
  double trust = certainty == "certain"  ? 0.98
                 : certainty == "likely" ? 0.85
                                         : 0.5;
  if (stance == "suggested") trust *= 0.9;
  if (stance == "disputed") trust *= 0.6;
  return trust;
}

}  // namespace khitai::etymology
