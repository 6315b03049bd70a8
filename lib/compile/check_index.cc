// SPDX-License-Identifier: Apache-2.0

#include "compile/check_index.h"

#include <algorithm>
#include <utility>

namespace khitai::compile {
namespace {

const Row* find(const RowsById& rows, std::string_view id) {
  const auto found = rows.find(id);
  return found == rows.end() ? nullptr : found->second;
}

RowsById by_id(const std::vector<Row>& rows) {
  RowsById found;
  for (const Row& row : rows) found.emplace(row[0], &row);
  return found;
}

// Insertions, deletions, substitutions and swaps of neighbours, by bytes.
size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> before(b.size() + 1), last(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  std::vector<size_t> now(b.size() + 1);
  for (size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

}  // namespace

std::vector<std::string_view> split(std::string_view cell, char separator) {
  std::vector<std::string_view> pieces;
  while (true) {
    const size_t end = cell.find(separator);
    std::string_view piece = cell.substr(0, end);
    while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
    while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
    pieces.push_back(piece);
    if (end == cell.npos) return pieces;
    cell.remove_prefix(end + 1);
  }
}

std::string place(const Tables& tables, const Row& row) {
  return tables.path(row) + ":" + std::to_string(row.line);
}

Index::Index(const Tables& tables)
    : tables_(tables),
      entities_(by_id(rows(TableKind::kEntities))),
      names_(by_id(rows(TableKind::kNames))),
      sources_(by_id(rows(TableKind::kSources))) {
  for (const auto& [stem, table] : tables.vocabulary) {
    vocabulary_[stem] = by_id(table.rows);
    Words& words = lists_[stem];
    for (const Row& row : table.rows) words.insert(row[0]);
  }
  index_senses();
}

void Index::index_senses() {
  const auto add = [this](std::string_view name, std::string_view entity) {
    std::vector<std::string_view>& list = senses_[name];
    if (std::find(list.begin(), list.end(), entity) == list.end()) {
      list.push_back(entity);
    }
  };
  for (const auto& [id, row] : entities_) add(id, id);
  for (const Row& row : rows(TableKind::kSenses)) {
    if (row[senses::kForm].empty())
      add(row[senses::kName], row[senses::kEntity]);
  }
}

const Row* Index::entity(std::string_view id) const {
  return find(entities_, id);
}

const Row* Index::name(std::string_view id) const { return find(names_, id); }

const Row* Index::source(std::string_view id) const {
  return find(sources_, id);
}

const Words* Index::list(std::string_view stem) const {
  const auto found = lists_.find(stem);
  return found == lists_.end() ? nullptr : &found->second;
}

const Row* Index::vocabulary_row(std::string_view stem,
                                 std::string_view id) const {
  const auto found = vocabulary_.find(stem);
  return found == vocabulary_.end() ? nullptr : find(found->second, id);
}

base::YearRange Index::years(std::string_view from, std::string_view to) {
  base::YearRange first, last;
  if (auto date = base::parse_year_range(from); date.ok()) first = *date;
  if (auto date = base::parse_year_range(to); date.ok()) last = *date;
  return base::span_of(first, last);
}

base::YearRange Index::lifetime(std::string_view id) const {
  const Row* row = entity(id);
  if (row == nullptr) return base::YearRange();
  return years((*row)[entities::kFrom], (*row)[entities::kTo]);
}

const std::vector<std::string_view>& Index::entities_of(
    std::string_view name) const {
  static const std::vector<std::string_view> none;
  const auto found = senses_.find(name);
  return found == senses_.end() ? none : found->second;
}

std::string Index::suggestion(std::string_view word, const Words& words) {
  constexpr size_t kLongest = 64;  // what is longer is no slip of the finger
  if (word.size() > kLongest) return "";
  size_t best = std::min<size_t>(2, word.size() / 3) + 1;
  std::string_view found;
  for (std::string_view candidate : words) {
    if (candidate.size() > word.size() + 2 ||
        word.size() > candidate.size() + 2) {
      continue;
    }
    const size_t distance = edit_distance(word, candidate);
    if (distance < best || (distance == best && candidate < found)) {
      best = distance;
      found = candidate;
    }
  }
  return found.empty() ? "" : " (did you mean '" + std::string(found) + "'?)";
}

Words Index::ids(TableKind kind) const {
  Words words;
  for (const Row& row : rows(kind)) words.insert(row[0]);
  return words;
}

void Findings::error(const Row& row, std::string message) {
  problems_.push_back(
      Problem{tables_.path(row), row.line, std::move(message), false});
}

void Findings::warning(const Row& row, std::string message) {
  problems_.push_back(
      Problem{tables_.path(row), row.line, std::move(message), true});
}

void Findings::error(std::string file, std::string message) {
  problems_.push_back(Problem{std::move(file), 0, std::move(message), false});
}

}  // namespace khitai::compile
