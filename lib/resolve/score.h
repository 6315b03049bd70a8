// SPDX-License-Identifier: Apache-2.0
//
// Candidates with probabilities, from what a spelling may mean and what is
// known of where it stands. A probability is the softmax over the candidates
// and the answer "none of these", whose log-odds are 0.

#ifndef KHITAI_RESOLVE_SCORE_H_
#define KHITAI_RESOLVE_SCORE_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "context/bound_years.h"
#include "context/life_dates.h"
#include "khitai/resolve.h"
#include "lexicon/facts.h"
#include "lexicon/options.h"
#include "resolve/discourse.h"
#include "resolve/present.h"
#include "resolve/propose.h"

namespace khitai::resolve {

// How forms that are not spelled as asked were met, by form.
using Proposals = std::unordered_map<uint32_t, Proposal>;

struct Evidence {
  std::optional<int32_t> year;
  std::optional<int32_t> written;
  std::string_view lang;
  std::string_view type;
  std::string_view spelled;            // as it is written in the text
  std::optional<Years> near_years;     // given, or the nearest ones
  std::vector<std::string_view> cues;  // types that words beside it call for
  std::vector<std::string_view> firm_cues;  // ... and nothing else can be meant
  std::vector<Years> sentence_years;        // of the sentence it stands in
  std::optional<context::BoundYears> bound;  // years bound to the name
  std::optional<context::LifeDates> life;    // the dates of a heading
  std::string_view stranger;     // a qualifier of the heading that is not known
  int32_t era_year = 0;          // which year of the era it names; 0: none
  std::vector<uint32_t> owners;  // polities named with it: "Dezong of Tang"
  const Present* present = nullptr;
  const Discourse* discourse = nullptr;  // of the mentions that are decided
  const Proposals* proposals = nullptr;
  lexicon::FactsOfOptions* facts = nullptr;  // kept by who asks more than once
  uint32_t pattern = kNoRow;                 // not counted as another form
  // Where in the text the name stands; none: near everything in it.
  std::optional<uint32_t> offset;
  bool explain = true;  // features with their words
};

// Best first; one per entity. Entities that a year, the type, years bound to
// the name or a polity named with it refuse are left out. Where every one is
// contradicted by what stands beside the name, none reaches one half. Linear
// in options and their relations.
std::vector<Candidate> score(const Lexicon& lexicon,
                             const std::vector<lexicon::Option>& options,
                             const Evidence& evidence);

// Log-odds against "none of these" to probabilities, best first.
void rank(std::vector<Candidate>* candidates);

// Leaves the best candidate no more than even odds, and never a match.
// REQUIRES: there are candidates.
void contradict(std::vector<Candidate>* candidates);

Decision decide(const std::vector<Candidate>& candidates, double threshold);

// Whether an entity can be meant: its years and the given ones agree.
bool fits_years(const Lexicon& lexicon, uint32_t entity,
                std::optional<int32_t> year, std::optional<int32_t> written);

}  // namespace khitai::resolve

#endif  // KHITAI_RESOLVE_SCORE_H_
