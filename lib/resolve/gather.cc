// SPDX-License-Identifier: Apache-2.0

#include "resolve/gather.h"

#include <algorithm>
#include <vector>

#include "fold/fold.h"
#include "match/matcher.h"
#include "resolve/refuse.h"
#include "resolve/surroundings.h"

namespace khitai::resolve {
namespace {

// A text with what is found in it.
struct Scanned {
  Scanned(const Lexicon& lexicon, std::string_view text) {
    match::Scratch scratch;
    lexicon.matcher().scan(text, &scratch, &matches);
    fold::append_units(text, &units);
  }
  std::vector<match::Match> matches;
  fold::Units units;
};

// Adds the polities and the other entities that a qualifier names. Returns
// whether it names any.
bool add_named(const Reader& reader, const std::string& qualifier,
               std::string_view lang, lexicon::Options* options, Survey* survey,
               Evidence* evidence) {
  Scanned scanned(reader.lexicon, qualifier);
  const Survey found = resolve::survey(reader, qualifier, scanned.units,
                                       scanned.matches, lang, options);
  bool named = !found.present.empty();
  for (const Presence& one : found.present.all()) {
    if (survey->present.find(one.entity) == nullptr) {
      survey->present.add(one.entity) = one;
    }
  }
  match::keep_longest(
      [&](const match::Match& match) {
        return !options->of(match.pattern).empty();
      },
      &scanned.matches);
  for (const match::Match& match : scanned.matches) {
    for (const lexicon::Option& option : options->of(match.pattern)) {
      named = true;
      if (is_polity(reader.lexicon, option.entity)) {
        evidence->owners.push_back(option.entity);
      }
    }
  }
  return named;
}

}  // namespace

Survey read_context(const Lexicon& lexicon, std::string_view context,
                    std::string_view lang, lexicon::Options* options,
                    Evidence* evidence) {
  const Reader& reader = reader_of(lexicon);
  const Scanned scanned(lexicon, context);
  Survey survey = resolve::survey(reader, context, scanned.units,
                                  scanned.matches, lang, options);
  if (!survey.years.empty()) evidence->near_years = survey.years.front().years;
  const auto place =
      std::find_if(scanned.matches.begin(), scanned.matches.end(),
                   [&](const match::Match& match) {
                     return match.pattern == evidence->pattern;
                   });
  if (place == scanned.matches.end()) return survey;
  const Page page = {reader,          context, scanned.units,
                     scanned.matches, survey,  survey.lang};
  look_around(page, *place, UINT32_MAX, options, evidence);
  // Who asks for a name knows that it is one, whatever its letters.
  evidence->spelled = {};
  return survey;
}

void add_heading(const Lexicon& lexicon, const HeadingReader& reader,
                 const Heading& heading, std::string_view lang,
                 lexicon::Options* options, Survey* survey,
                 Evidence* evidence) {
  evidence->life = heading.dates;
  if (heading.qualifiers.empty()) return;
  const Reader& names = reader_of(lexicon);
  for (const std::string& qualifier : heading.qualifiers) {
    const std::vector<std::string_view> types = reader.types_of(qualifier);
    evidence->cues.insert(evidence->cues.end(), types.begin(), types.end());
    const bool named =
        add_named(names, qualifier, lang, options, survey, evidence);
    if (types.empty() && !named) evidence->stranger = qualifier;
  }
}

}  // namespace khitai::resolve
