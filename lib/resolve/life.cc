// SPDX-License-Identifier: Apache-2.0

#include "resolve/life.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "base/year.h"
#include "resolve/weights.h"

namespace khitai::resolve {
namespace {

constexpr int64_t kAboutHeading = 10;
constexpr int64_t kAboutEntity = 25;

using Events = std::initializer_list<std::string_view>;

// How one end of the dates stands to one of an entity.
class End {
 public:
  End(const Years& years, bool about)
      : years_{years.from, years.to, false}, about_(about) {}

  bool told() const { return !years_.open(); }
  bool compared() const { return compared_; }
  bool fits() const { return fits_; }
  bool may_fit() const { return may_fit_; }

  void compare(std::string_view date) {
    if (date.empty()) return;
    const auto range = base::parse_year_range(date);
    if (!range.ok() || range->open()) return;
    compared_ = true;
    const bool about = about_ || range->approximate;
    const int64_t close = about ? kAboutHeading : kTolerance;
    const int64_t far = range->approximate ? kAboutEntity : close;
    const int64_t gap = base::distance(years_, *range);
    fits_ = fits_ || gap <= close;
    may_fit_ = may_fit_ || gap <= far;
  }

 private:
  base::YearRange years_;
  bool about_;
  bool compared_ = false;
  bool fits_ = false;
  bool may_fit_ = false;
};

void compare_end(const Lexicon& lexicon, uint32_t entity, std::string_view date,
                 Events events, End* end, LifeFit* fit) {
  if (!end->told()) return;
  end->compare(date);
  for (uint32_t number : lexicon.datings_of_entity(entity)) {
    const Dating dating = lexicon.dating(number);
    if (std::find(events.begin(), events.end(), dating.event) != events.end()) {
      end->compare(dating.date);
    }
  }
  if (!end->compared()) return;
  ++fit->compared;
  if (end->fits()) {
    ++fit->fit;
  } else if (!end->may_fit()) {
    fit->refused = true;
  }
}

// Whether the years of a reign, or one year, lie within those of an entity.
LifeFit fit_within(const Years& years, const context::LifeDates& dates) {
  LifeFit fit;
  if (years.open()) return fit;
  const int64_t slack = dates.about ? kAboutHeading : kTolerance;
  const bool before = years.to != kLatest && !dates.begin.open() &&
                      years.to + slack < dates.begin.from;
  const bool behind = years.from != kEarliest && !dates.end.open() &&
                      years.from - slack > dates.end.to;
  fit.compared = 1;
  fit.refused = before || behind;
  fit.fit = fit.refused ? 0 : 1;
  return fit;
}

}  // namespace

LifeFit life_fit(const Lexicon& lexicon, uint32_t number,
                 const context::LifeDates& dates) {
  const Entity entity = lexicon.entity(number);
  if (dates.within) return fit_within(entity.years, dates);
  LifeFit fit;
  End begin(dates.begin, dates.about);
  End end(dates.end, dates.about);
  compare_end(lexicon, number, entity.from, {"birth", "begin"}, &begin, &fit);
  compare_end(lexicon, number, entity.to, {"death", "end", "absorbed"}, &end,
              &fit);
  return fit;
}

void add_life(const Lexicon& lexicon, uint32_t entity,
              const context::LifeDates& dates, std::vector<Feature>* features) {
  const LifeFit fit = life_fit(lexicon, entity, dates);
  if (fit.fit == 0) return;
  const double weight = dates.within   ? kWeights.year_inside
                        : fit.fit == 2 ? kWeights.life_both
                                       : kWeights.life_one;
  const std::string years = context::words_of(dates);
  std::string words = dates.within ? years + " lies within its years"
                                   : "life dates " + years + " fit";
  if (!dates.within && lexicon.entity_type(entity) != "person") {
    words = "dates " + years + " fit";
  }
  features->push_back({"life-dates", weight, std::move(words)});
}

}  // namespace khitai::resolve
