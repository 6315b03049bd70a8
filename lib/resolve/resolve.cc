// SPDX-License-Identifier: Apache-2.0

#include "khitai/resolve.h"

#include <algorithm>
#include <utility>

#include "lexicon/options.h"
#include "resolve/gather.h"
#include "resolve/heading.h"
#include "resolve/meet.h"
#include "resolve/parallel.h"
#include "resolve/score.h"
#include "text/tag.h"

namespace khitai {
namespace {

constexpr double kLikely = 0.6;

// Whether "none of these" is the likely answer.
bool likely_none(const std::vector<Candidate>& candidates) {
  double sum = 0;
  for (const Candidate& one : candidates) sum += one.probability;
  return 1 - sum >= kLikely;
}

// What one spelling of the name asked for may mean.
resolve::Side side_of(const Lexicon& lexicon, const Query& query,
                      const std::string& name) {
  const std::string lang = text::usual_tag(query.lang);
  lexicon::Options options(lexicon);
  resolve::Heading heading;
  heading.names = {name};
  const resolve::HeadingReader* reader = nullptr;
  if (resolve::may_be_heading(name)) {
    reader = &resolve::heading_reader_of(lexicon);
    heading = reader->read(name);
  }
  const resolve::Met met =
      resolve::meet(heading, lang, query.spellings, &options);
  resolve::Evidence evidence;
  evidence.pattern = met.pattern;
  resolve::Survey survey;
  if (!query.context.empty()) {
    survey = resolve::read_context(lexicon, query.context, lang, &options,
                                   &evidence);
  }
  // A name that is spelled as the whole heading needs none of it explained.
  if (reader != nullptr && heading.found() &&
      !(met.spelled && met.name == name)) {
    resolve::add_heading(lexicon, *reader, heading, lang, &options, &survey,
                         &evidence);
  }
  evidence.present = &survey.present;
  evidence.year = query.year;
  evidence.written = query.written;
  evidence.lang = lang.empty() ? survey.lang : lang;
  evidence.type = query.type;
  if (query.year) evidence.near_years = Years{*query.year, *query.year};
  evidence.proposals = &met.proposals;
  return {name, met.spelled, resolve::score(lexicon, met.options, evidence)};
}

}  // namespace

std::string_view decision_word(Decision decision) {
  switch (decision) {
    case Decision::kMatch:
      return "match";
    case Decision::kAmbiguous:
      return "ambiguous";
    case Decision::kNone:
      break;
  }
  return "none";
}

Resolution resolve_name(const Lexicon& lexicon, const Query& query,
                        double decide) {
  std::vector<resolve::Side> sides = {side_of(lexicon, query, query.name)};
  for (const std::string& name : query.parallel) {
    if (!name.empty()) sides.push_back(side_of(lexicon, query, name));
  }
  const bool spelled =
      std::any_of(sides.begin(), sides.end(),
                  [](const resolve::Side& side) { return side.spelled; });
  Resolution resolution;
  resolution.candidates = sides.size() == 1
                              ? std::move(sides.front().candidates)
                              : resolve::combine(sides);
  resolution.decision = resolve::decide(resolution.candidates, decide);
  // What only came near is shown, but no answer where none is likelier.
  if (!spelled && resolution.decision != Decision::kMatch &&
      likely_none(resolution.candidates)) {
    resolution.decision = Decision::kNone;
  }
  return resolution;
}

}  // namespace khitai
