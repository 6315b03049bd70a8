// SPDX-License-Identifier: Apache-2.0
//
// Homonyms: where one spelling names two entities of overlapping years,
// distinct.tsv must say how to tell them apart.
//
// "One spelling" means one match key, as a text is searched: Qara and Kara
// differ, Qara and qara do not. Entities without dates overlap everything. Two
// entities that share several spellings need a row for one of them; spellings
// that are never matched need none.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "compile/check_index.h"
#include "fold/fold.h"

namespace khitai::compile {
namespace {

// An entity that a row of forms/ may denote.
struct Bearer {
  std::string_view entity;
  base::YearRange years;
  const Row* row;
};

// Two entities, in byte order.
using Pair = std::pair<std::string_view, std::string_view>;

struct Clash {
  const Row* row;    // where it was noticed
  const Row* other;  // the row it shares a spelling with
  bool resolved = false;
};

class HomonymChecker {
 public:
  HomonymChecker(const Index& index, Findings* findings)
      : index_(index), findings_(*findings) {}

  void collect();
  void read_distinct();
  void pair_up();
  void report();

 private:
  void add_bearers(const Row& row);
  void add_bearer(const Row& row, std::string_view entity,
                  const base::YearRange& years);
  void pair(const std::string& key, const Bearer& first, const Bearer& second);

  const Index& index_;
  Findings& findings_;
  std::unordered_map<std::string_view, std::vector<const Row*>> senses_;
  std::unordered_map<std::string, std::vector<Bearer>> bearers_;  // by key
  std::set<std::tuple<std::string, std::string_view, std::string_view>>
      distinct_;  // key and two entities in order
  std::map<Pair, Clash> clashes_;
};

void HomonymChecker::collect() {
  for (const Row& row : index_.rows(TableKind::kSenses)) {
    senses_[row[senses::kName]].push_back(&row);
  }
  for (const Row& row : index_.rows(TableKind::kForms)) {
    if (!index_.judged(row)) continue;
    const std::vector<std::string_view> use = split(row[forms::kUse], ' ');
    if (std::find(use.begin(), use.end(), "never") == use.end()) {
      add_bearers(row);
    }
  }
}

void HomonymChecker::add_bearers(const Row& row) {
  const std::string& name = row[forms::kName];
  bool main_entity = index_.entity(name) != nullptr;
  const auto found = senses_.find(name);
  if (found != senses_.end()) {
    for (const Row* sense : found->second) {
      const std::string& form = (*sense)[senses::kForm];
      if (!form.empty() && form != row[forms::kForm]) continue;
      const std::string& entity = (*sense)[senses::kEntity];
      if (entity == name) main_entity = false;
      base::YearRange years =
          Index::years((*sense)[senses::kFrom], (*sense)[senses::kTo]);
      if (years.open()) years = index_.lifetime(entity);
      add_bearer(row, entity, years);
    }
  }
  if (main_entity) add_bearer(row, name, index_.lifetime(name));
}

void HomonymChecker::add_bearer(const Row& row, std::string_view entity,
                                const base::YearRange& years) {
  std::string key = fold::match_key(row[forms::kForm]);
  if (key.empty()) return;
  bearers_[std::move(key)].push_back(Bearer{entity, years, &row});
}

void HomonymChecker::read_distinct() {
  for (const Row& row : index_.rows(TableKind::kDistinct)) {
    const auto [low, high] = std::minmax(row[distinct::kA], row[distinct::kB]);
    distinct_.emplace(fold::match_key(row[distinct::kForm]), low, high);
  }
}

void HomonymChecker::pair_up() {
  for (const auto& [key, bearers] : bearers_) {
    for (size_t i = 0; i < bearers.size(); ++i) {
      for (size_t j = 0; j < i; ++j) pair(key, bearers[j], bearers[i]);
    }
  }
}

void HomonymChecker::pair(const std::string& key, const Bearer& first,
                          const Bearer& second) {
  if (first.entity == second.entity ||
      !base::overlaps(first.years, second.years)) {
    return;
  }
  const Pair names = std::minmax(first.entity, second.entity);
  Clash& clash =
      clashes_.emplace(names, Clash{second.row, first.row}).first->second;
  if (distinct_.count({key, names.first, names.second}) > 0) {
    clash.resolved = true;
  }
  // Whichever order the keys came in, the first row of the table is told.
  if (second.row < clash.row) {
    clash.row = second.row;
    clash.other = first.row;
  }
}

void HomonymChecker::report() {
  for (const auto& [names, clash] : clashes_) {
    const auto& [a, b] = names;
    if (clash.resolved) continue;
    findings_.error(
        *clash.row,
        "'" + (*clash.row)[forms::kForm] + "' names '" + std::string(a) +
            "' and '" + std::string(b) + "' (" +
            place(index_.tables(), *clash.other) +
            ") in overlapping years, expected a row of distinct.tsv that says "
            "how to tell them apart");
  }
}

}  // namespace

void check_homonyms(const Index& index, Findings* findings) {
  HomonymChecker checker(index, findings);
  checker.collect();
  checker.read_distinct();
  checker.pair_up();
  checker.report();
}

}  // namespace khitai::compile
