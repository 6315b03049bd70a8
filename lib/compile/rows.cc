// SPDX-License-Identifier: Apache-2.0
//
// Entities, names, sources, forms and senses.

#include "compile/rows.h"

#include <algorithm>
#include <set>

#include "base/year.h"
#include "compile/bearers.h"
#include "compile/cells.h"
#include "fold/fold.h"
#include "match/matcher.h"

namespace khitai::compile {
namespace {

struct UseWord {
  std::string_view word;
  uint32_t bit;
};
constexpr UseWord kUseWords[] = {
    {"part", kUsePart}, {"cue", kUseCue},     {"cased", kUseCased},
    {"lang", kUseLang}, {"never", kUseNever}, {"label", kUseLabel},
};

uint32_t use_bits(std::string_view cell) {
  uint32_t bits = 0;
  while (!cell.empty()) {
    const size_t end = std::min(cell.find(' '), cell.size());
    for (const UseWord& use : kUseWords) {
      if (use.word == cell.substr(0, end)) bits |= use.bit;
    }
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return bits;
}

constexpr int32_t kLongestLife = 110;  // years

// A life has an end on either side, known or not.
void bound_life(Years* span) {
  if (span->from == kEarliest && span->to != kLatest) {
    span->from = span->to - kLongestLife;
  } else if (span->to == kLatest && span->from != kEarliest) {
    span->to = span->from + kLongestLife;
  }
}

}  // namespace

std::string key_problem(const std::string& what, const std::string& text,
                        const std::string& key) {
  if (key.empty()) {
    return what + " '" + text + "' folds to nothing; it needs a letter";
  }
  const Status fits = match::check_folded(key);
  return fits.ok() ? "" : what + ": " + fits.error().message;
}

std::string Rows::checked_key(const Row& row, const std::string& what,
                              const std::string& text) {
  std::string key = fold::match_key(text);
  std::string problem = key_problem(what, text, key);
  if (problem.empty()) return key;
  report(row, std::move(problem));
  return "";
}

void Rows::add_all(const std::vector<DraftForm>& list) {
  add_entities();
  add_names();
  add_sources();
  add_forms(list);
  add_senses();
  add_parts();
  add_relations();
  add_datings();
  add_links();
  add_blocks();
  add_distinctions();
  add_cues();
  add_conventions();
  entity_rows_ = {};
  entity_ids_ = {};
  name_ids_ = {};
}

void Rows::report(const Row& row, std::string message) {
  problems_.push_back({tables_.path(row), row.line, std::move(message), false});
}

uint32_t Rows::refer(const Ids& ids, const Row& row, size_t column,
                     const char* what) {
  const uint32_t found = ids.find(row[column]);
  if (found == kNoRow) {
    report(row, "unknown " + std::string(what) + " '" + row[column] +
                    "'; add it or correct the id");
  }
  return found;
}

Years Rows::years(const Row& row, size_t from, size_t to) {
  base::YearRange ends[2];
  const size_t columns[2] = {from, to};
  for (size_t i = 0; i < 2; ++i) {
    if (row[columns[i]].empty()) continue;
    const auto parsed = base::parse_year_range(row[columns[i]]);
    if (parsed.ok()) {
      ends[i] = *parsed;
    } else {
      report(row, parsed.error().message);
    }
  }
  const base::YearRange span = base::span_of(ends[0], ends[1]);
  return {span.first, span.last};
}

void Rows::add_entities() {
  entity_rows_ = rows_by_id(tables_.of(TableKind::kEntities), jobs_);
  entity_ids_.reserve(entity_rows_.size());
  for (const Row* row : entity_rows_) {
    const Row& r = *row;
    Years span = years(r, entities::kFrom, entities::kTo);
    if (r[entities::kType] == "person") bound_life(&span);
    entity_ids_.add(r[entities::kId]);
    entities.add({text(r[entities::kId]), text(r[entities::kType]),
                  text(r[entities::kLabel]), text(r[entities::kDescription]),
                  text(r[entities::kFrom]), text(r[entities::kTo]),
                  text(r[entities::kCertainty]), text(r[entities::kSource]),
                  year(span.from), year(span.to)});
  }
}

void Rows::add_names() {
  const std::vector<const Row*> own =
      rows_by_id(tables_.of(TableKind::kNames), jobs_);
  name_ids_.reserve(own.size() + entity_rows_.size());
  auto next = own.begin();
  for (const Row* entity : entity_rows_) {
    const std::string& id = (*entity)[entities::kId];
    for (; next != own.end() && (**next)[names::kId] < id; ++next) {
      add_name((**next)[names::kId], *next, nullptr);
    }
    const bool has_row = next != own.end() && (**next)[names::kId] == id;
    add_name(id, has_row ? *next++ : nullptr, entity);
  }
  for (; next != own.end(); ++next) {
    add_name((**next)[names::kId], *next, nullptr);
  }
}

void Rows::add_name(std::string_view id, const Row* row, const Row* entity) {
  const auto cell = [&](size_t column) {
    return row != nullptr ? text((*row)[column]) : text("");
  };
  name_ids_.add(id);
  uint32_t label = cell(names::kLabel);
  if (label == 0 && entity != nullptr) {
    label = text((*entity)[entities::kLabel]);
  }
  names.add({text(id), cell(names::kLang), label, cell(names::kGloss),
             cell(names::kRegister), cell(names::kNote), cell(names::kSource)});
}

void Rows::add_sources() {
  for (const Row* row : rows_by_id(tables_.of(TableKind::kSources), jobs_)) {
    const Row& r = *row;
    sources.add({text(r[sources::kId]), text(r[sources::kKind]),
                 text(r[sources::kCitation]), text(r[sources::kComposed]),
                 text(r[sources::kPublished]), text(r[sources::kLang]),
                 text(r[sources::kNote])});
  }
}

void Rows::add_forms(const std::vector<DraftForm>& list) {
  strings.reserve(list.size());
  forms.reserve(list.size());
  std::vector<uint32_t> numbers(list.size(), kNoRow);
  keys.reserve(list.size());
  const std::vector<uint32_t> bearers =
      count_bearers(list, jobs_, [&](std::string_view name) {
        const uint32_t entity = entity_ids_.find(name);
        return entity != kNoRow &&
               (*entity_rows_[entity])[entities::kType] == "person";
      });
  for (size_t i = 0; i < list.size(); ++i) {
    const DraftForm& form = list[i];
    const uint32_t name = name_ids_.find(*form.name);
    if (name == kNoRow) continue;  // reported with its row
    const uint32_t base = form.base == SIZE_MAX ? kNoRow : numbers[form.base];
    numbers[i] =
        forms.add({name, text(form.text), text(form.lang), text(*form.reading),
                   text(*form.grammar), use_bits(form.use),
                   text(*form.certainty), text(*form.basis), text(*form.source),
                   text(form.rule), base, bearers[i]});
    spelled.add(form.text, form.lang);
    name_forms.emplace_back(name, numbers[i]);
    if (match::check_folded(form.key).ok()) {
      keys.emplace_back(form.key, numbers[i]);
    }
  }
  check_forms();
}

void Rows::check_forms() {
  for (const Row& row : tables_.of(TableKind::kForms).rows) {
    refer(name_ids_, row, forms::kName, "name");
    checked_key(row, "form", row[forms::kForm]);
  }
}

void Rows::add_senses() {
  std::set<std::pair<uint32_t, uint32_t>> given;
  for (const Row* row : sorted_rows(tables_.of(TableKind::kSenses))) {
    const Row& r = *row;
    const uint32_t name = refer(name_ids_, r, senses::kName, "name");
    const uint32_t entity = refer(entity_ids_, r, senses::kEntity, "entity");
    if (name == kNoRow || entity == kNoRow) continue;
    const Years span = years(r, senses::kFrom, senses::kTo);
    if (r[senses::kForm].empty()) given.emplace(name, entity);
    add_sense(
        name, entity,
        {name, entity, text(r[senses::kKind]), text(r[senses::kUsage]),
         text(r[senses::kFrom]), text(r[senses::kTo]), text(r[senses::kForm]),
         text(r[senses::kCertainty]), text(r[senses::kSource]),
         text(r[senses::kNote]), year(span.from), year(span.to)});
  }
  for (uint32_t entity = 0; entity < entity_rows_.size(); ++entity) {
    const Row& row = *entity_rows_[entity];
    const uint32_t name = name_ids_.find(row[entities::kId]);
    if (given.contains({name, entity})) continue;
    add_sense(
        name, entity,
        {name, entity, 0, 0, 0, 0, 0, text(row[entities::kCertainty]),
         text(row[entities::kSource]), 0, year(kEarliest), year(kLatest)});
  }
}

void Rows::add_sense(uint32_t name, uint32_t entity,
                     std::initializer_list<uint32_t> cells) {
  const uint32_t number = senses.add(cells);
  entity_senses.emplace_back(entity, number);
  name_senses.emplace_back(name, number);
}

}  // namespace khitai::compile
