// SPDX-License-Identifier: Apache-2.0

#include "compile/overlay.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "compile/cells.h"

namespace khitai::compile {
namespace {

constexpr std::string_view kAllLanguages = "mul";

struct Identity {
  TableKind kind;
  std::vector<size_t> columns;
};

const std::vector<Identity>& identities() {
  static const std::vector<Identity> list = {
      {TableKind::kEntities, {entities::kId}},
      {TableKind::kNames, {names::kId}},
      {TableKind::kSources, {sources::kId}},
      {TableKind::kSenses,
       {senses::kName, senses::kEntity, senses::kKind, senses::kForm}},
      {TableKind::kParts,
       {parts::kEntity, parts::kPart, parts::kText, parts::kLang}},
      {TableKind::kLinks, {links::kFrom, links::kTo, links::kType}},
      {TableKind::kRelations,
       {relations::kSubject, relations::kRelation, relations::kObject}},
      {TableKind::kDates, {dates::kEntity, dates::kEvent, dates::kDate}},
      {TableKind::kDistinct, {distinct::kForm, distinct::kA, distinct::kB}},
      {TableKind::kBlocks, {blocks::kForm, blocks::kLang}},
      {TableKind::kPlaces, {places::kEntity}},
      {TableKind::kSameAs, {same_as::kAuthority, same_as::kId}},
  };
  return list;
}

std::string key_of(const Row& row, const std::vector<size_t>& columns) {
  std::string key;
  for (size_t column : columns) key += row[column] + '\t';
  return key;
}

class Overlay {
 public:
  Overlay(Tables* tables, std::vector<Problem>* problems)
      : tables_(*tables), problems_(*problems) {}

  void run() {
    check_types();
    for (const Identity& identity : identities()) drop(identity);
    drop_forms();
  }

 private:
  // Files stand in the order of layers; the files of a folder are one.
  size_t layer(const Row& row) const {
    const File& file = tables_.files[row.file];
    return file.names ? tables_.files.size() + row.file : file.folder;
  }

  size_t top_layer(TableKind kind) const {
    size_t top = 0;
    for (const Row& row : tables_.of(kind).rows) {
      top = std::max(top, layer(row));
    }
    return top;
  }

  // For each key of a row below the top: the highest layer that has it.
  using Highest = std::unordered_map<std::string, size_t>;
  Highest highest_layers(TableKind kind,
                         const std::vector<size_t>& columns) const {
    Highest highest;
    const std::vector<Row>& rows = tables_.of(kind).rows;
    const size_t top = top_layer(kind);
    for (const Row& row : rows) {
      if (layer(row) < top) highest.emplace(key_of(row, columns), layer(row));
    }
    if (highest.empty()) return highest;
    for (const Row& row : rows) {
      const auto found = highest.find(key_of(row, columns));
      if (found == highest.end()) continue;
      found->second = std::max(found->second, layer(row));
    }
    return highest;
  }

  void drop(const Identity& identity) {
    const Highest highest = highest_layers(identity.kind, identity.columns);
    if (highest.empty()) return;
    std::erase_if(tables_.of(identity.kind).rows, [&](const Row& row) {
      const auto found = highest.find(key_of(row, identity.columns));
      return found != highest.end() && layer(row) < found->second;
    });
  }

  // A row of a table of names without language and use says nothing anew.
  static bool overrides(const Row& row) {
    return !row[forms::kLang].empty() || !row[forms::kUse].empty();
  }

  // Takes off the earlier row the languages that the later one speaks of.
  void cover(const Row& later, Row* earlier) {
    const std::string& lang = later[forms::kLang];
    if (lang.empty() || has_word(lang, kAllLanguages)) {
      earlier->cells[forms::kLang] = Text();
      return;
    }
    std::string left;
    for (std::string_view tag : words((*earlier)[forms::kLang])) {
      if (has_word(lang, tag)) continue;
      left += (left.empty() ? "" : " ") + std::string(tag);
    }
    earlier->cells[forms::kLang] = tables_.texts->share(left);
  }

  void drop_forms() {
    const std::vector<size_t> columns = {forms::kName, forms::kForm};
    const Highest highest = highest_layers(TableKind::kForms, columns);
    if (highest.empty()) return;
    std::vector<Row>& rows = tables_.of(TableKind::kForms).rows;
    std::unordered_multimap<std::string, size_t> later;
    for (size_t i = 0; i < rows.size(); ++i) {
      if (layer(rows[i]) == 0 || !overrides(rows[i])) continue;
      std::string key = key_of(rows[i], columns);
      if (highest.contains(key)) later.emplace(std::move(key), i);
    }
    std::vector<bool> dropped(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
      if (rows[i][forms::kLang].empty()) continue;
      const auto [begin, end] = later.equal_range(key_of(rows[i], columns));
      for (auto it = begin; it != end; ++it) {
        const Row& row = rows[it->second];
        if (layer(row) > layer(rows[i])) cover(row, &rows[i]);
      }
      dropped[i] = rows[i][forms::kLang].empty();
    }
    size_t i = 0;
    std::erase_if(rows, [&](const Row&) { return dropped[i++]; });
  }

  // An entity may stand in several folders; its type may not differ. Where it
  // does the first row stays, so that one mistake is told once.
  void check_types() {
    std::unordered_map<std::string, std::pair<std::string, std::string>> first;
    std::erase_if(tables_.of(TableKind::kEntities).rows, [&](const Row& row) {
      if (tables_.files[row.file].names) return false;  // told when it was read
      const std::string& type = row[entities::kType];
      const auto [known, is_new] =
          first.try_emplace(row[entities::kId], type,
                            tables_.path(row) + ":" + std::to_string(row.line));
      if (is_new || known->second.first == type) return false;
      problems_.push_back({tables_.path(row), row.line,
                           "'" + row[entities::kId] + "' is of type '" + type +
                               "', expected '" + known->second.first +
                               "' as in " + known->second.second,
                           false});
      return true;
    });
  }

  Tables& tables_;
  std::vector<Problem>& problems_;
};

}  // namespace

void lay_over(Tables* tables, std::vector<Problem>* problems) {
  Overlay(tables, problems).run();
}

}  // namespace khitai::compile
