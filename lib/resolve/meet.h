// SPDX-License-Identifier: Apache-2.0
//
// What of the lexicon a name meets: the same spelling, the same word inflected
// or in another convention, spellings that are near.

#ifndef KHITAI_RESOLVE_MEET_H_
#define KHITAI_RESOLVE_MEET_H_

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/options.h"
#include "resolve/heading.h"
#include "resolve/score.h"

namespace khitai::resolve {

struct Met {
  std::vector<lexicon::Option> options;
  Proposals proposals;        // of forms that are not spelled as asked
  uint32_t pattern = kNoRow;  // of the spelling asked for
  bool spelled = false;       // it is in the lexicon with a meaning
  std::string name;           // the spelling that was met, or the first one
};

// The first spelling of the heading that the lexicon has, with other spellings
// of it; else other spellings of all of them. What only the shorter ones meet
// stays where the dates of the heading fit, each end that both tell.
// `spellings`: whether to go beyond the same spelling at all.
Met meet(const Heading& heading, std::string_view lang, bool spellings,
         lexicon::Options* options);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_MEET_H_
