// SPDX-License-Identifier: Apache-2.0

#include "resolve/survey.h"

#include <algorithm>

#include "text/casing.h"

namespace khitai::resolve {
namespace {

// The one entity that a match means without any context, or kNoRow.
uint32_t sole_entity(const Lexicon& lexicon, std::string_view written,
                     std::string_view lang,
                     const std::vector<lexicon::Option>& options) {
  uint32_t entity = kNoRow;
  for (const lexicon::Option& option : options) {
    if ((option.use & (kUsePart | kUseCue)) != 0) continue;
    if (!admits(lexicon, option, written, lang)) continue;
    if (entity != kNoRow && entity != option.entity) return kNoRow;
    entity = option.entity;
  }
  return entity;
}

// Whether a match keeps shorter ones out: as a block, or as a name that its
// `use` allows here.
bool may_stand(const Lexicon& lexicon, std::string_view written,
               std::string_view lang,
               const std::vector<lexicon::Option>& options) {
  return options.empty() ||
         std::any_of(options.begin(), options.end(),
                     [&](const lexicon::Option& option) {
                       return admits(lexicon, option, written, lang);
                     });
}

}  // namespace

bool admits(const Lexicon& lexicon, const lexicon::Option& option,
            std::string_view written, std::string_view lang) {
  if ((option.use & kUseNever) != 0) return false;
  if ((option.use & (kUseCased | kUseLang)) == 0) return true;
  const Form form = lexicon.form(option.form);
  if ((option.use & kUseCased) != 0 &&
      !text::keeps_capitals(form.text, written)) {
    return false;
  }
  return (option.use & kUseLang) == 0 ||
         lexicon::has_lang(form.lang, lang.substr(0, lang.find('-')));
}

Survey survey(const Reader& reader, std::string_view text,
              const fold::Units& units, std::vector<match::Match> matches,
              std::string_view lang, lexicon::Options* options) {
  Survey survey;
  survey.lang =
      lang.empty() ? reader.guesser.guess(text, units) : std::string(lang);
  survey.years = context::years_in(text, units, survey.lang);
  const auto written = [&](const match::Match& match) {
    return text.substr(match.begin, match.end - match.begin);
  };
  match::keep_longest(
      [&](const match::Match& match) {
        return may_stand(reader.lexicon, written(match), survey.lang,
                         options->of(match.pattern));
      },
      &matches);
  for (const match::Match& match : matches) {
    const uint32_t entity =
        sole_entity(reader.lexicon, written(match), survey.lang,
                    options->of(match.pattern));
    if (entity == kNoRow) continue;
    const auto [place, first] = survey.present.try_emplace(entity);
    Presence& presence = place->second;
    if (first) presence.pattern = match.pattern;
    if (presence.pattern != match.pattern) presence.pattern = kNoRow;
    presence.offsets.push_back(match.begin);
  }
  return survey;
}

}  // namespace khitai::resolve
