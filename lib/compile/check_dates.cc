// SPDX-License-Identifier: Apache-2.0
//
// Dates that contradict each other: within a row, between the events of an
// entity, between a sense or relation and the entities it is about.
//
// Open ends contradict nothing. Dates may miss each other by
// CheckOptions::tolerance years, since calendars and rival datings do, and by
// four times as much where one of them is written with ~ or ?.

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "compile/check_index.h"

namespace khitai::compile {
namespace {

using base::YearRange;

// Events that come in this order in any life, reign or state.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5>
    kInOrder = {{{"birth", "death"},
                 {"birth", "reign-begin"},
                 {"birth", "reign-end"},
                 {"reign-begin", "reign-end"},
                 {"begin", "end"}}};

// Relations whose two ends have years in common, dated or not; an era lies
// within the years of its ruler or state.
constexpr std::array<std::string_view, 6> kTogether = {
    "era-of",    "era-of-polity", "founder-of",
    "regent-of", "ruler-of",      "spouse-of"};

// Relations that begin when their object may be gone.
constexpr std::array<std::string_view, 4> kAfterwards = {
    "claims-succession-of", "named-after", "remnant-of", "successor-of"};

template <size_t n>
bool is_one_of(std::string_view word,
               const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string show(const YearRange& range) {
  const std::string first =
      range.first == base::kNoYearBefore ? "" : std::to_string(range.first);
  const std::string last =
      range.last == base::kNoYearAfter ? "" : std::to_string(range.last);
  return first == last ? first : first + ".." + last;
}

// Years by which the two may miss each other.
int32_t slack(const YearRange& a, const YearRange& b, int32_t tolerance) {
  return a.approximate || b.approximate ? 4 * tolerance : tolerance;
}

// How `inner` sticks out of `frame` by more than the tolerance, or nothing.
std::string sticks_out(const YearRange& inner, const YearRange& frame,
                       int32_t tolerance) {
  const YearRange wide = base::widen(frame, slack(inner, frame, tolerance));
  if (inner.first != base::kNoYearBefore && inner.first < wide.first) {
    return "begins in " + std::to_string(inner.first);
  }
  if (inner.last != base::kNoYearAfter && inner.last > wide.last) {
    return "ends in " + std::to_string(inner.last);
  }
  if (!base::overlaps(inner, wide)) return "is dated " + show(inner);
  return "";
}

class DateChecker {
 public:
  DateChecker(const Index& index, const CheckOptions& options,
              Findings* findings)
      : index_(index), tolerance_(options.tolerance), findings_(*findings) {}

  void check_order(TableKind kind, size_t from, size_t to);
  void check_events();
  void check_senses();
  void check_relations();

 private:
  struct Event {
    YearRange years;
    std::vector<const Row*> rows;
  };
  using EventKey = std::pair<std::string_view, std::string_view>;
  using Events = std::map<EventKey, Event>;  // by entity and event

  void check_event_within(const Event& event);
  void check_event_order(const Events& events, const EventKey& key,
                         const Event& event);
  void check_within(const Row& row, std::string_view what,
                    const YearRange& years, const std::string& entity);

  void check_together(const Row& row, const std::string& subject,
                      const std::string& object);

  const Index& index_;
  const int32_t tolerance_;
  Findings& findings_;
};

void DateChecker::check_order(TableKind kind, size_t from, size_t to) {
  for (const Row& row : index_.rows(kind)) {
    const YearRange years = Index::years(row[from], row[to]);
    if (years.first <= years.last) continue;
    findings_.error(row, "from " + row[from] + " to " + row[to] +
                             ", expected an end after the beginning");
  }
}

// Rival datings of an event are one range: what must come first is its
// earliest, what must come last its latest; one of them lies within the
// entity's years.
void DateChecker::check_events() {
  Events events;
  for (const Row& row : index_.rows(TableKind::kDates)) {
    const YearRange years = Index::years(row[dates::kDate], row[dates::kDate]);
    const auto [it, is_new] = events.emplace(
        EventKey(row[dates::kEntity], row[dates::kEvent]), Event{years, {}});
    Event& event = it->second;
    event.years.first = std::min(event.years.first, years.first);
    event.years.last = std::max(event.years.last, years.last);
    event.rows.push_back(&row);
  }
  for (const auto& [key, event] : events) {
    check_event_within(event);
    check_event_order(events, key, event);
  }
}

void DateChecker::check_event_within(const Event& event) {
  const std::string& entity = (*event.rows[0])[dates::kEntity];
  const YearRange frame = index_.lifetime(entity);
  for (const Row* row : event.rows) {
    const std::string& date = (*row)[dates::kDate];
    if (sticks_out(Index::years(date, date), frame, tolerance_).empty()) return;
  }
  for (const Row* row : event.rows) {
    const std::string& date = (*row)[dates::kDate];
    check_within(*row, (*row)[dates::kEvent], Index::years(date, date), entity);
  }
}

void DateChecker::check_event_order(const Events& events, const EventKey& key,
                                    const Event& event) {
  for (const auto& [earlier, later] : kInOrder) {
    if (key.second != later) continue;
    const auto before = events.find({key.first, earlier});
    if (before == events.end() ||
        before->second.years.first <= event.years.last) {
      continue;
    }
    findings_.error(*event.rows[0],
                    std::string(key.first) + ": " + std::string(later) +
                        " in " + show(event.years) + " but " +
                        std::string(earlier) + " in " +
                        show(before->second.years) + " (" +
                        place(index_.tables(), *before->second.rows[0]) +
                        "), expected them in order");
  }
}

void DateChecker::check_within(const Row& row, std::string_view what,
                               const YearRange& years,
                               const std::string& entity) {
  const YearRange frame = index_.lifetime(entity);
  const std::string how = sticks_out(years, frame, tolerance_);
  if (how.empty()) return;
  findings_.error(row, "the " + std::string(what) + " " + how + " but '" +
                           entity + "' is dated " + show(frame) +
                           ", expected years within those, give or take " +
                           std::to_string(slack(years, frame, tolerance_)));
}

bool is_hindsight(std::string_view usage) {
  const std::vector<std::string_view> words = split(usage, ' ');
  return std::any_of(words.begin(), words.end(), [](std::string_view word) {
    return word == "historiographic" || word == "modern";
  });
}

// A name given later (historiographic, modern) outlives what it names; one
// that the times themselves used does not come before it.
void DateChecker::check_senses() {
  for (const Row& row : index_.rows(TableKind::kSenses)) {
    if (is_hindsight(row[senses::kUsage])) continue;
    YearRange years = Index::years(row[senses::kFrom], row[senses::kTo]);
    const YearRange frame = index_.lifetime(row[senses::kEntity]);
    if (years.open()) continue;
    years.last = std::min(years.last, frame.last);
    if (years.first > years.last) years.last = years.first;
    check_within(row, "sense", years, row[senses::kEntity]);
  }
}

void DateChecker::check_relations() {
  for (const Row& row : index_.rows(TableKind::kRelations)) {
    const std::string& subject = row[relations::kSubject];
    const std::string& object = row[relations::kObject];
    const std::string& relation = row[relations::kRelation];
    const YearRange years =
        Index::years(row[relations::kFrom], row[relations::kTo]);
    if (!years.open()) {
      check_within(row, "relation", years, subject);
      if (is_one_of(relation, kAfterwards)) continue;
      check_within(row, "relation", years, object);
    } else if (is_one_of(relation, kTogether)) {
      check_together(row, subject, object);
    }
  }
}

void DateChecker::check_together(const Row& row, const std::string& subject,
                                 const std::string& object) {
  const YearRange life = index_.lifetime(subject);
  const YearRange frame = index_.lifetime(object);
  const bool inside = row[relations::kRelation].find("era-of") == 0;
  if (inside ? sticks_out(life, frame, tolerance_).empty()
             : base::overlaps(life, base::widen(frame, tolerance_))) {
    return;
  }
  findings_.error(row, "'" + subject + "' is dated " + show(life) + " and '" +
                           object + "' " + show(frame) +
                           (inside ? ", expected the first within the second"
                                   : ", expected years in common") +
                           " for " + row[relations::kRelation]);
}

}  // namespace

void check_dates(const Index& index, const CheckOptions& options,
                 Findings* findings) {
  DateChecker checker(index, options, findings);
  checker.check_order(TableKind::kEntities, entities::kFrom, entities::kTo);
  checker.check_order(TableKind::kSenses, senses::kFrom, senses::kTo);
  checker.check_order(TableKind::kRelations, relations::kFrom, relations::kTo);
  checker.check_events();
  checker.check_senses();
  checker.check_relations();
}

}  // namespace khitai::compile
