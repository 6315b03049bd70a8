// SPDX-License-Identifier: Apache-2.0

#include "khitai/resolve.h"

#include <algorithm>
#include <unordered_set>

#include "fold/fold.h"
#include "lexicon/options.h"
#include "match/matcher.h"
#include "resolve/propose.h"
#include "resolve/score.h"
#include "resolve/survey.h"
#include "text/tag.h"

namespace khitai {
namespace {

// Reads the text around a name. Where the name itself stands in it, what is
// beside it and which year is nearest count; else the whole of it.
resolve::Survey read_context(const Lexicon& lexicon, const Query& query,
                             const std::string& lang, lexicon::Options* options,
                             resolve::Evidence* evidence) {
  const resolve::Reader reader(lexicon);
  match::Scratch scratch;
  std::vector<match::Match> matches;
  lexicon.matcher().scan(query.context, &scratch, &matches);
  fold::Units units;
  fold::append_units(query.context, &units);
  resolve::Survey survey =
      resolve::survey(reader, query.context, units, matches, lang, options);
  if (!survey.years.empty()) evidence->near_year = survey.years.front().year;
  const auto place = std::find_if(matches.begin(), matches.end(),
                                  [&](const match::Match& match) {
                                    return match.pattern == evidence->pattern;
                                  });
  if (place == matches.end()) return survey;
  evidence->offset = place->begin;
  evidence->cues = reader.cues.around(units, place->begin, place->end);
  evidence->near_year =
      context::nearest_year(survey.years, place->begin, place->end, UINT32_MAX);
  return survey;
}

// How many forms beyond the same spelling are weighed.
constexpr size_t kMostProposals = 40;

// Adds what the forms mean that may be the name inflected or in another
// spelling.
void add_proposals(const Lexicon& lexicon, const Query& query,
                   const std::string& lang, std::vector<lexicon::Option>* met,
                   resolve::Proposals* proposals) {
  const romanize::Spelling spelling =
      romanize::spell(lexicon.conventions(), query.name, lang);
  if (spelling.l1.empty()) return;  // signs alone are no name
  std::unordered_set<uint32_t> spelled;
  for (const lexicon::Option& option : *met) spelled.insert(option.form);
  std::vector<resolve::Proposal> all;
  if (spelled.empty()) {
    all = resolve::propose_stems(lexicon, spelling.l1, lang);
  }
  for (resolve::Proposal& one :
       resolve::propose(lexicon, spelling, kMostProposals)) {
    all.push_back(std::move(one));
  }
  for (const resolve::Proposal& one : all) {
    if (!spelled.insert(one.form).second) continue;
    lexicon::add_options(lexicon, one.form, met);
    proposals->emplace(one.form, one);
  }
}

// Whether "none of these" is the likely answer.
bool likely_none(const std::vector<Candidate>& candidates) {
  double sum = 0;
  for (const Candidate& one : candidates) sum += one.probability;
  return 1 - sum >= kDecide;
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
  const std::string lang = text::usual_tag(query.lang);
  lexicon::Options options(lexicon);
  resolve::Evidence evidence;
  const auto pattern = lexicon.matcher().find(fold::match_key(query.name));
  evidence.pattern = pattern.value_or(kNoRow);
  resolve::Survey survey;
  if (!query.context.empty()) {
    survey = read_context(lexicon, query, lang, &options, &evidence);
  }
  evidence.present = &survey.present;
  evidence.year = query.year;
  evidence.written = query.written;
  evidence.lang = lang.empty() ? survey.lang : lang;
  evidence.type = query.type;
  if (query.year) evidence.near_year = query.year;
  std::vector<lexicon::Option> met;
  if (pattern) met = options.of(*pattern);
  const bool spelled = !met.empty();
  resolve::Proposals proposals;
  if (query.spellings) add_proposals(lexicon, query, lang, &met, &proposals);
  evidence.proposals = &proposals;
  Resolution resolution;
  resolution.candidates = resolve::score(lexicon, met, evidence);
  resolution.decision = resolve::decide(resolution.candidates, decide);
  // What only came near is shown, but no answer where none is likelier.
  if (!spelled && resolution.decision != Decision::kMatch &&
      likely_none(resolution.candidates)) {
    resolution.decision = Decision::kNone;
  }
  return resolution;
}

}  // namespace khitai
