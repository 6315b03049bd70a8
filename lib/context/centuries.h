// SPDX-License-Identifier: Apache-2.0
//
// Centuries a text speaks of: "the 12th century", "siglo XII", "XII-XIII" with
// a word behind it, twelve in Han characters or in words; of the hijra, too.

#ifndef KHITAI_CONTEXT_CENTURIES_H_
#define KHITAI_CONTEXT_CENTURIES_H_

#include <cstddef>
#include <optional>

#include "context/year_scene.h"
#include "khitai/lexicon.h"

namespace khitai::context {

struct Century {
  Years years;       // CE, both ends
  size_t first = 0;  // units
  size_t end = 0;
};

// The century whose word begins with unit `i`. A number of centuries is none:
// "12 centuries". Those from the twentieth on are left out, and those before
// the Christian era. Linear in its words.
std::optional<Century> century_at(const YearScene& scene, size_t i);

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_CENTURIES_H_
