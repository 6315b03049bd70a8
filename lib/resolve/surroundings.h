// SPDX-License-Identifier: Apache-2.0
//
// What stands beside a name in a text, as evidence for what it means: the
// years near by and those bound to it, words that call for a type, and the
// polity that is named with it ("Dezong of Tang").

#ifndef KHITAI_RESOLVE_SURROUNDINGS_H_
#define KHITAI_RESOLVE_SURROUNDINGS_H_

#include <string_view>
#include <vector>

#include "fold/fold.h"
#include "lexicon/options.h"
#include "match/matcher.h"
#include "resolve/score.h"
#include "resolve/survey.h"

namespace khitai::resolve {

// A text that was read and what was found in it. `matches` are all of them,
// by begin; the views must outlive it.
struct Page {
  const Reader& reader;
  std::string_view text;
  const fold::Units& units;
  const std::vector<match::Match>& matches;
  const Survey& survey;
  std::string_view lang;  // of the text where the name stands
};

// Fills in what the text around `match` says: near_years, bound, era_year,
// sentence years, cues, owners, spelled, offset, pattern, present, lang. Years
// farther than `reach` bytes are not near.
void look_around(const Page& page, const match::Match& match, uint32_t reach,
                 lexicon::Options* options, Evidence* evidence);

// Whether an unknown name is joined to it, as in "Kim Jin" or "Jin Yong": a
// word with a capital that the lexicon has neither as a name nor as a cue.
bool has_strange_neighbour(const Page& page, const match::Match& match,
                           lexicon::Options* options);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_SURROUNDINGS_H_
