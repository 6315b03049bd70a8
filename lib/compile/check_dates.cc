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

// Events that come in this order in any life or reign.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8>
    kInOrder = {{{"birth", "death"},
                 {"birth", "accession"},
                 {"birth", "reign-end"},
                 {"accession", "reign-end"},
                 {"accession", "deposition"},
                 {"foundation", "end"},
                 {"foundation", "fall"},
                 {"begin", "end"}}};

// Relations whose subject exists only within its object, dated or not.
constexpr std::array<std::string_view, 3> kWithin = {"era-of", "ruler-of",
                                                     "regent-of"};

std::string show(const YearRange& range) {
  const std::string first =
      range.first == base::kNoYearBefore ? "" : std::to_string(range.first);
  const std::string last =
      range.last == base::kNoYearAfter ? "" : std::to_string(range.last);
  return first == last ? first : first + ".." + last;
}

std::string within(int32_t tolerance) {
  return " (within " + std::to_string(tolerance) + " years)";
}

// How `inner` sticks out of `frame` by more than the tolerance, or nothing.
std::string sticks_out(const YearRange& inner, const YearRange& frame,
                       int32_t tolerance) {
  const bool rough = inner.approximate || frame.approximate;
  const YearRange wide = base::widen(frame, rough ? 4 * tolerance : tolerance);
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
  void check_event(const Row& row);
  void check_within(const Row& row, std::string_view what,
                    const YearRange& years, const std::string& entity);

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
// earliest, what must come last its latest.
void DateChecker::check_events() {
  struct Event {
    YearRange years;
    const Row* row;
  };
  std::map<std::pair<std::string_view, std::string_view>, Event> events;
  for (const Row& row : index_.rows(TableKind::kDates)) {
    check_event(row);
    const YearRange years = Index::years(row[dates::kDate], row[dates::kDate]);
    const auto [it, is_new] = events.emplace(
        std::pair(row[dates::kEntity], row[dates::kEvent]), Event{years, &row});
    if (is_new) continue;
    it->second.years.first = std::min(it->second.years.first, years.first);
    it->second.years.last = std::max(it->second.years.last, years.last);
  }
  for (const auto& [key, event] : events) {
    for (const auto& [earlier, later] : kInOrder) {
      if (key.second != later) continue;
      const auto before = events.find({key.first, earlier});
      if (before == events.end() ||
          before->second.years.first <= event.years.last) {
        continue;
      }
      findings_.error(*event.row,
                      std::string(key.first) + ": " + std::string(later) +
                          " in " + show(event.years) + " but " +
                          std::string(earlier) + " in " +
                          show(before->second.years) + " (" +
                          place(index_.tables(), *before->second.row) +
                          "), expected them in order");
    }
  }
}

void DateChecker::check_event(const Row& row) {
  const std::string& cell = row[dates::kDate];
  check_within(row, row[dates::kEvent], Index::years(cell, cell),
               row[dates::kEntity]);
}

void DateChecker::check_within(const Row& row, std::string_view what,
                               const YearRange& years,
                               const std::string& entity) {
  const YearRange frame = index_.lifetime(entity);
  const std::string how = sticks_out(years, frame, tolerance_);
  if (how.empty()) return;
  findings_.error(row, "the " + std::string(what) + " " + how + " but '" +
                           entity + "' is dated " + show(frame) +
                           ", expected years within those" +
                           within(tolerance_));
}

// A name given later (historiographic, modern) outlives what it names; one
// that the times themselves used does not come before it.
void DateChecker::check_senses() {
  for (const Row& row : index_.rows(TableKind::kSenses)) {
    if (row[senses::kUsage] == "historiographic") continue;
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
    const YearRange years =
        Index::years(row[relations::kFrom], row[relations::kTo]);
    if (!years.open()) {
      check_within(row, "relation", years, subject);
      check_within(row, "relation", years, object);
      continue;
    }
    const std::string& relation = row[relations::kRelation];
    if (std::find(kWithin.begin(), kWithin.end(), relation) == kWithin.end()) {
      continue;
    }
    const YearRange life = index_.lifetime(subject);
    const YearRange frame = index_.lifetime(object);
    if (base::overlaps(life, base::widen(frame, tolerance_))) continue;
    findings_.error(row, "'" + subject + "' is dated " + show(life) + " and '" +
                             object + "' " + show(frame) +
                             ", expected years in common for " + relation);
  }
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
