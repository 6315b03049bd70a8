// SPDX-License-Identifier: Apache-2.0

#include "resolve/survey.h"

#include <algorithm>
#include <memory>

#include "resolve/era_years.h"
#include "text/casing.h"

namespace khitai::resolve {
namespace {

// Whether a spelling in a text may be this option by its `use`: not `never`,
// in its casing, in a text of its language.
bool admits(const Lexicon& lexicon, const lexicon::Option& option,
            std::string_view written, std::string_view lang) {
  if ((option.use & kUseNever) != 0) return false;
  if ((option.use & (kUseCased | kUseLang)) == 0) return true;
  const Form form = lexicon.form(option.form);
  if ((option.use & kUseCased) != 0 &&
      !text::keeps_capitals(form.text, written)) {
    return false;
  }
  return (option.use & kUseLang) == 0 || lexicon::has_lang(form.lang, lang);
}

// The one entity that options mean without any context, or kNoRow.
uint32_t sole_entity(const std::vector<lexicon::Option>& options) {
  uint32_t entity = kNoRow;
  for (const lexicon::Option& option : options) {
    if ((option.use & (kUsePart | kUseCue)) != 0) continue;
    if (entity != kNoRow && entity != option.entity) return kNoRow;
    entity = option.entity;
  }
  return entity;
}

void add_years(const std::vector<context::YearAt>& more,
               std::vector<context::YearAt>* years) {
  const auto middle = years->insert(years->end(), more.begin(), more.end());
  std::inplace_merge(years->begin(), middle, years->end(),
                     [](const context::YearAt& a, const context::YearAt& b) {
                       return a.offset < b.offset;
                     });
}

std::string_view written_at(std::string_view text, const match::Match& match) {
  return text.substr(match.begin, match.end - match.begin);
}

// Leaves the longest of those that are names or words of their own.
void keep_names(const Lexicon& lexicon, std::string_view text,
                std::string_view lang, lexicon::Options* options,
                std::vector<match::Match>* matches) {
  match::keep_longest(
      [&](const match::Match& match) {
        return is_word(lexicon, match.pattern, options) ||
               !admitted(match.pattern, written_at(text, match), lang, options)
                    .empty();
      },
      matches);
}

Present present_in(std::string_view text,
                   const std::vector<match::Match>& matches,
                   std::string_view lang, lexicon::Options* options) {
  Present present;
  for (const match::Match& match : matches) {
    const uint32_t entity = sole_entity(
        admitted(match.pattern, written_at(text, match), lang, options));
    if (entity == kNoRow) continue;
    Presence& presence = present.add(entity);
    if (presence.offsets.empty()) presence.pattern = match.pattern;
    if (presence.pattern != match.pattern) presence.pattern = kNoRow;
    presence.offsets.push_back(match.begin);
  }
  return present;
}

}  // namespace

const Reader& reader_of(const Lexicon& lexicon) {
  return *static_cast<const Reader*>(lexicon.kept(
      Lexicon::Kept::kReader, [&lexicon]() -> std::shared_ptr<const void> {
        return std::make_shared<const Reader>(lexicon);
      }));
}

bool is_word(const Lexicon& lexicon, uint32_t pattern,
             lexicon::Options* options) {
  const std::vector<lexicon::Option>& senses = options->of(pattern);
  if (lexicon.is_block(pattern)) {
    return std::all_of(senses.begin(), senses.end(),
                       [](const lexicon::Option& option) {
                         return (option.use & kUseNever) != 0;
                       });
  }
  if (!senses.empty()) return false;
  const std::vector<uint32_t> forms = lexicon.forms_of_pattern(pattern);
  return std::any_of(forms.begin(), forms.end(), [&](uint32_t form) {
    return (lexicon.form_use(form) & kUseNever) == 0;
  });
}

const std::vector<lexicon::Option>& admitted(uint32_t pattern,
                                             std::string_view written,
                                             std::string_view lang,
                                             lexicon::Options* options) {
  const std::string_view primary = lang.substr(0, lang.find('-'));
  lexicon::Options::Choice& choice = options->choice(pattern, primary);
  if (choice.made && !choice.by_writing) return choice.kept;
  const Lexicon& lexicon = options->lexicon();
  choice.made = true;
  choice.kept.clear();
  bool native = false;       // a form of the text's own language ...
  bool native_kept = false;  // ... is among those that may stand
  for (const lexicon::Option& option : options->of(pattern)) {
    const bool own =
        !primary.empty() &&
        lexicon::is_of_language(lexicon.form_lang(option.form), primary);
    native = native || own;
    choice.by_writing = choice.by_writing || (option.use & kUseCased) != 0;
    if (!admits(lexicon, option, written, primary)) continue;
    native_kept = native_kept || own;
    choice.kept.push_back(option);
  }
  if (native && !native_kept) choice.kept.clear();
  return choice.kept;
}

Survey undated_survey(const Reader& reader, std::string_view text,
                      std::vector<match::Match> matches, std::string_view lang,
                      lexicon::Options* options) {
  Survey survey;
  survey.lang = lang;
  keep_names(reader.lexicon, text, lang, options, &matches);
  survey.present = present_in(text, matches, lang, options);
  return survey;
}

Survey survey(const Reader& reader, std::string_view text,
              const fold::Units& units, std::vector<match::Match> matches,
              std::string_view lang, lexicon::Options* options) {
  Survey survey;
  survey.lang =
      lang.empty() ? reader.guesser.guess(text, units) : std::string(lang);
  survey.sentences = context::sentences_of(text, units);
  survey.years = context::years_in(text, units, survey.sentences, survey.lang,
                                   reader.year_words);
  keep_names(reader.lexicon, text, survey.lang, options, &matches);
  add_years(era_years(units, matches, survey.sentences, options),
            &survey.years);
  survey.present = present_in(text, matches, survey.lang, options);
  return survey;
}

}  // namespace khitai::resolve
