// SPDX-License-Identifier: Apache-2.0
//
// Entities, names, sources, forms and senses.

#include "compile/rows.h"

#include <algorithm>
#include <set>

#include "base/year.h"
#include "compile/bearers.h"
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

std::string checked_key(const Tables& tables, const Row& row,
                        const std::string& what, const std::string& text,
                        std::vector<Problem>* problems) {
  const auto report = [&](std::string message) {
    problems->push_back(
        {tables.path(row), row.line, std::move(message), false});
  };
  std::string key = fold::match_key(text);
  if (key.empty()) {
    report(what + " '" + text + "' folds to nothing; it needs a letter");
  } else if (const Status fits = match::check_folded(key); !fits.ok()) {
    report(what + ": " + fits.error().message);
    key.clear();
  }
  return key;
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
  entity_numbers_.clear();
  name_numbers_.clear();
}

void Rows::report(const Row& row, std::string message) {
  problems_.push_back({tables_.path(row), row.line, std::move(message), false});
}

uint32_t Rows::refer(const Numbers& numbers, const Row& row, size_t column,
                     const char* what) {
  const auto found = numbers.find(row[column]);
  if (found != numbers.end()) return found->second;
  report(row, "unknown " + std::string(what) + " '" + row[column] +
                  "'; add it or correct the id");
  return kNoRow;
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

std::vector<const Row*> Rows::sorted(TableKind kind) const {
  std::vector<const Row*> rows;
  for (const Row& row : tables_.of(kind).rows) rows.push_back(&row);
  std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) {
    return a->cells < b->cells;
  });
  return rows;
}

std::map<std::string_view, const Row*> Rows::by_id(TableKind kind) const {
  std::map<std::string_view, const Row*> rows;
  for (const Row& row : tables_.of(kind).rows) {
    rows.try_emplace(row[0], &row);
  }
  return rows;
}

void Rows::add_entities() {
  for (const auto& [id, row] : by_id(TableKind::kEntities)) {
    const Row& r = *row;
    Years span = years(r, entities::kFrom, entities::kTo);
    if (r[entities::kType] == "person") bound_life(&span);
    entity_numbers_.emplace(
        id, entities.add(
                {text(r[entities::kId]), text(r[entities::kType]),
                 text(r[entities::kLabel]), text(r[entities::kDescription]),
                 text(r[entities::kFrom]), text(r[entities::kTo]),
                 text(r[entities::kCertainty]), text(r[entities::kSource]),
                 year(span.from), year(span.to)}));
  }
}

void Rows::add_names() {
  const auto rows = by_id(TableKind::kNames);
  std::set<std::string_view> ids;
  for (const auto& [id, row] : rows) ids.insert(id);
  for (const auto& [id, number] : entity_numbers_) ids.insert(id);
  const auto owners = by_id(TableKind::kEntities);
  for (std::string_view id : ids) {
    const auto own = rows.find(id);
    const auto entity = owners.find(id);
    const bool has_row = own != rows.end();
    auto cell = [&](size_t column) {
      return has_row ? text((*own->second)[column]) : text("");
    };
    uint32_t label = cell(names::kLabel);
    if (label == 0 && entity != owners.end()) {
      label = text((*entity->second)[entities::kLabel]);
    }
    name_numbers_.emplace(
        id, names.add({text(id), cell(names::kLang), label, cell(names::kGloss),
                       cell(names::kRegister), cell(names::kNote),
                       cell(names::kSource)}));
  }
}

void Rows::add_sources() {
  for (const auto& [id, row] : by_id(TableKind::kSources)) {
    const Row& r = *row;
    sources.add({text(r[sources::kId]), text(r[sources::kKind]),
                 text(r[sources::kCitation]), text(r[sources::kComposed]),
                 text(r[sources::kPublished]), text(r[sources::kLang]),
                 text(r[sources::kNote])});
  }
}

void Rows::add_forms(const std::vector<DraftForm>& list) {
  std::vector<uint32_t> numbers(list.size(), kNoRow);
  keys.reserve(list.size());
  const auto all = by_id(TableKind::kEntities);
  const std::vector<uint32_t> bearers =
      count_bearers(list, [&](std::string_view name) {
        const auto entity = all.find(name);
        return entity != all.end() &&
               (*entity->second)[entities::kType] == "person";
      });
  for (size_t i = 0; i < list.size(); ++i) {
    const DraftForm& form = list[i];
    const auto name = name_numbers_.find(form.name);
    if (name == name_numbers_.end()) continue;  // reported with its row
    const uint32_t base = form.base == SIZE_MAX ? kNoRow : numbers[form.base];
    numbers[i] =
        forms.add({name->second, text(form.text), text(form.lang),
                   text(form.reading), text(form.grammar), use_bits(form.use),
                   text(form.certainty), text(form.basis), text(form.source),
                   text(form.rule), base, bearers[i]});
    spelled.add(form.text, form.lang);
    name_forms.emplace_back(name->second, numbers[i]);
    if (match::check_folded(form.key).ok()) {
      keys.emplace_back(form.key, numbers[i]);
    }
  }
  check_forms();
}

void Rows::check_forms() {
  for (const Row& row : tables_.of(TableKind::kForms).rows) {
    refer(name_numbers_, row, forms::kName, "name");
    checked_key(row, "form", row[forms::kForm]);
  }
}

void Rows::add_senses() {
  std::set<std::pair<uint32_t, uint32_t>> given;
  for (const Row* row : sorted(TableKind::kSenses)) {
    const Row& r = *row;
    const uint32_t name = refer(name_numbers_, r, senses::kName, "name");
    const uint32_t entity =
        refer(entity_numbers_, r, senses::kEntity, "entity");
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
  for (const auto& [id, row] : by_id(TableKind::kEntities)) {
    const uint32_t entity = entity_numbers_.find(id)->second;
    const uint32_t name = name_numbers_.find(id)->second;
    if (given.contains({name, entity})) continue;
    add_sense(
        name, entity,
        {name, entity, 0, 0, 0, 0, 0, text((*row)[entities::kCertainty]),
         text((*row)[entities::kSource]), 0, year(kEarliest), year(kLatest)});
  }
}

void Rows::add_sense(uint32_t name, uint32_t entity,
                     std::initializer_list<uint32_t> cells) {
  const uint32_t number = senses.add(cells);
  entity_senses.emplace_back(entity, number);
  name_senses.emplace_back(name, number);
}

}  // namespace khitai::compile
