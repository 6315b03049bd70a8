// SPDX-License-Identifier: Apache-2.0

#include "resolve/meet.h"

#include <unordered_set>

#include "fold/fold.h"
#include "match/matcher.h"
#include "resolve/life.h"

namespace khitai::resolve {
namespace {

// How many forms beyond the same spelling are weighed.
constexpr size_t kMostProposals = 40;

// Adds what the forms mean that may be the name inflected or in another
// spelling. Of a form that several spellings come near to, the nearest counts.
void add_proposals(const Lexicon& lexicon, const std::string& name,
                   std::string_view lang, Met* met) {
  const romanize::Spelling spelling =
      romanize::spell(lexicon.conventions(), name, lang);
  if (spelling.l1.empty()) return;  // signs alone are no name
  std::unordered_set<uint32_t> spelled;
  for (const lexicon::Option& option : met->options) {
    if (!met->proposals.contains(option.form)) spelled.insert(option.form);
  }
  std::vector<Proposal> all;
  if (spelled.empty()) all = propose_stems(lexicon, spelling.l1, lang);
  for (Proposal& one : propose(lexicon, spelling, kMostProposals)) {
    all.push_back(std::move(one));
  }
  for (const Proposal& one : all) {
    if (spelled.contains(one.form)) continue;
    const auto [place, first] = met->proposals.emplace(one.form, one);
    if (first) {
      lexicon::add_options(lexicon, one.form, &met->options);
    } else if (one.level < place->second.level ||
               (one.level == place->second.level &&
                one.distance < place->second.distance)) {
      place->second = one;
    }
  }
}

// Adds what a spelling means that leaves something of the name out.
void add_shorter(const Lexicon& lexicon, const std::string& name,
                 const context::LifeDates& dates, std::string_view lang,
                 lexicon::Options* options, Met* met) {
  Met found;
  const auto pattern = lexicon.matcher().find(fold::match_key(name));
  if (pattern) found.options = options->of(*pattern);
  add_proposals(lexicon, name, lang, &found);
  for (const lexicon::Option& option : found.options) {
    const auto near = found.proposals.find(option.form);
    if (near != found.proposals.end() && near->second.level == Level::kNear) {
      continue;
    }
    const LifeFit fit = life_fit(lexicon, option.entity, dates);
    if (dates.within || fit.fit < 2) continue;
    met->options.push_back(option);
    if (near != found.proposals.end()) met->proposals.emplace(*near);
    // The same spelling now: what came near to the whole one counts no more.
    if (near == found.proposals.end()) met->proposals.erase(option.form);
  }
}

}  // namespace

Met meet(const Heading& heading, std::string_view lang, bool spellings,
         lexicon::Options* options) {
  const Lexicon& lexicon = options->lexicon();
  Met met;
  met.name = heading.names.front();
  for (const std::string& name : heading.names) {
    const auto pattern = lexicon.matcher().find(fold::match_key(name));
    if (!pattern) continue;
    if (met.pattern == kNoRow) met.pattern = *pattern;
    met.options = options->of(*pattern);
    met.spelled = !met.options.empty();
    if (!met.spelled) continue;
    met.pattern = *pattern;
    met.name = name;
    break;
  }
  if (!spellings) return met;
  if (met.spelled) {
    add_proposals(lexicon, met.name, lang, &met);
    return met;
  }
  for (const std::string& name : heading.names) {
    add_proposals(lexicon, name, lang, &met);
  }
  if (!heading.dates) return met;
  for (const std::string& name : heading.shorter) {
    add_shorter(lexicon, name, *heading.dates, lang, options, &met);
  }
  return met;
}

}  // namespace khitai::resolve
