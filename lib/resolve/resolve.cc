// SPDX-License-Identifier: Apache-2.0

#include "khitai/resolve.h"

#include "fold/fold.h"
#include "lexicon/options.h"
#include "match/matcher.h"
#include "resolve/score.h"
#include "resolve/survey.h"
#include "text/tag.h"

namespace khitai {
namespace {

resolve::Survey survey_context(const Lexicon& lexicon, const Query& query,
                               const std::string& lang,
                               lexicon::Options* options) {
  const resolve::Reader reader(lexicon);
  match::Scratch scratch;
  std::vector<match::Match> matches;
  lexicon.matcher().scan(query.context, &scratch, &matches);
  fold::Units units;
  fold::append_units(query.context, &units);
  return resolve::survey(reader, query.context, units, std::move(matches), lang,
                         options);
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
  Resolution resolution;
  const auto pattern = lexicon.matcher().find(fold::match_key(query.name));
  if (!pattern) return resolution;
  const std::string lang = text::usual_tag(query.lang);
  lexicon::Options options(lexicon);
  resolve::Survey survey;
  if (!query.context.empty()) {
    survey = survey_context(lexicon, query, lang, &options);
  }
  resolve::Evidence evidence;
  evidence.year = query.year;
  evidence.written = query.written;
  evidence.lang = lang.empty() ? survey.lang : lang;
  evidence.type = query.type;
  evidence.near_year = query.year;
  if (!query.year && !survey.years.empty()) {
    evidence.near_year = survey.years.front().year;
  }
  evidence.present = &survey.present;
  evidence.pattern = *pattern;
  resolution.candidates =
      resolve::score(lexicon, options.of(*pattern), evidence);
  resolution.decision = resolve::decide(resolution.candidates, decide);
  return resolution;
}

}  // namespace khitai
