// SPDX-License-Identifier: Apache-2.0

#include "resolve/era_years.h"

#include <optional>

#include "context/bound_years.h"

namespace khitai::resolve {
namespace {

// The year that all eras of a name mean by their year of this number; none
// when there are two, or no era lasted so long.
std::optional<int32_t> year_meant(const Lexicon& lexicon,
                                  const std::vector<lexicon::Option>& options,
                                  int32_t number) {
  std::optional<int32_t> meant;
  for (const lexicon::Option& option : options) {
    if (lexicon.entity_type(option.entity) != "era") continue;
    const Years years = lexicon.entity_years(option.entity);
    if (years.from == kEarliest || years.to == kLatest) continue;
    const int32_t year = years.from + number - 1;
    if (year > years.to) continue;
    if (meant && *meant != year) return std::nullopt;
    meant = year;
  }
  return meant;
}

}  // namespace

std::vector<context::YearAt> era_years(const fold::Units& units,
                                       const std::vector<match::Match>& matches,
                                       const std::vector<uint32_t>& sentences,
                                       lexicon::Options* options) {
  std::vector<context::YearAt> years;
  for (const match::Match& match : matches) {
    const std::vector<lexicon::Option>& all = options->of(match.pattern);
    bool era = false;
    for (const lexicon::Option& option : all) {
      era |= options->lexicon().entity_type(option.entity) == "era";
    }
    if (!era) continue;
    const int32_t number = context::year_of_era(units, match.end);
    if (number == 0) continue;
    const auto year = year_meant(options->lexicon(), all, number);
    if (!year) continue;
    years.push_back({match.begin,
                     {*year, *year},
                     context::sentence_at(sentences, match.begin)});
  }
  return years;
}

}  // namespace khitai::resolve
