// SPDX-License-Identifier: Apache-2.0
//
// What hangs on entities and names: parts, relations, dates, links,
// distinctions; blocks and cues.

#include <algorithm>
#include <map>

#include "compile/cells.h"
#include "compile/conventions.h"
#include "compile/rows.h"
#include "etymology/ties.h"
#include "fold/fold.h"

namespace khitai::compile {

void Rows::add_parts() {
  for (const Row* row : sorted_rows(tables_.of(TableKind::kParts))) {
    const Row& r = *row;
    const uint32_t entity = refer(entity_ids_, r, parts::kEntity, "entity");
    if (entity == kNoRow) continue;
    const uint32_t number =
        parts.add({entity, text(r[parts::kPart]), text(r[parts::kText]),
                   text(r[parts::kLang]), text(r[parts::kSource])});
    entity_parts.emplace_back(entity, number);
  }
}

void Rows::add_relations() {
  std::map<std::string_view, std::string_view> inverse;
  const auto vocabulary = tables_.vocabulary.find("relations");
  if (vocabulary != tables_.vocabulary.end()) {
    for (const Row& row : vocabulary->second.rows) {
      inverse[row[vocabulary_relations::kId]] =
          row[vocabulary_relations::kInverse];
    }
  }
  for (const Row* row : sorted_rows(tables_.of(TableKind::kRelations))) {
    const Row& r = *row;
    const uint32_t subject =
        refer(entity_ids_, r, relations::kSubject, "entity");
    const uint32_t object = refer(entity_ids_, r, relations::kObject, "entity");
    if (subject == kNoRow || object == kNoRow) continue;
    const Years span = years(r, relations::kFrom, relations::kTo);
    const uint32_t number = relations.add(
        {subject, text(r[relations::kRelation]),
         text(inverse[r[relations::kRelation]]), object,
         text(r[relations::kFrom]), text(r[relations::kTo]),
         text(r[relations::kCertainty]), text(r[relations::kClaim]),
         text(r[relations::kSource]), year(span.from), year(span.to)});
    entity_relations.emplace_back(subject, number);
    if (object != subject) entity_relations.emplace_back(object, number);
  }
}

void Rows::add_datings() {
  for (const Row* row : sorted_rows(tables_.of(TableKind::kDates))) {
    const Row& r = *row;
    const uint32_t entity = refer(entity_ids_, r, dates::kEntity, "entity");
    if (entity == kNoRow) continue;
    const uint32_t number =
        datings.add({entity, text(r[dates::kEvent]), text(r[dates::kDate]),
                     text(r[dates::kCertainty]), text(r[dates::kSource])});
    entity_datings.emplace_back(entity, number);
  }
}

void Rows::add_links() {
  for (const Row* row : sorted_rows(tables_.of(TableKind::kLinks))) {
    const Row& r = *row;
    const uint32_t from = refer(name_ids_, r, links::kFrom, "name");
    const uint32_t to = refer(name_ids_, r, links::kTo, "name");
    if (from == kNoRow || to == kNoRow) continue;
    const uint32_t number =
        links.add({from, to, text(r[links::kType]), text(r[links::kPart]),
                   text(r[links::kRule]), text(r[links::kVia]),
                   text(r[links::kDate]), text(r[links::kAccount]),
                   text(r[links::kStance]), text(r[links::kCertainty]),
                   text(r[links::kClaim]), text(r[links::kSource])});
    name_links.emplace_back(from, number);
    name_sources.emplace_back(to, number);
    if (!etymology::is_directed(r[links::kType])) {
      name_sources.emplace_back(from, number);
    }
  }
}

void Rows::add_blocks() {
  std::vector<std::pair<std::string, const Row*>> keyed;
  for (const Row* row : sorted_rows(tables_.of(TableKind::kBlocks))) {
    std::string key = fold::match_key((*row)[compile::blocks::kForm]);
    if (!key.empty()) keyed.emplace_back(std::move(key), row);
  }
  std::stable_sort(
      keyed.begin(), keyed.end(),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [key, row] : keyed) {
    const Row& r = *row;
    blocks.add({text(key), text(r[compile::blocks::kForm]),
                text(r[compile::blocks::kLang]),
                text(r[compile::blocks::kReason]),
                text(r[compile::blocks::kSource])});
  }
}

void Rows::add_distinctions() {
  for (const Row* row : sorted_rows(tables_.of(TableKind::kDistinct))) {
    const Row& r = *row;
    const uint32_t a = refer(entity_ids_, r, distinct::kA, "entity");
    const uint32_t b = refer(entity_ids_, r, distinct::kB, "entity");
    if (a == kNoRow || b == kNoRow) continue;
    const uint32_t number =
        distinctions.add({text(r[distinct::kForm]), a, b,
                          text(r[distinct::kHow]), text(r[distinct::kSource])});
    entity_distinctions.emplace_back(a, number);
    if (a != b) entity_distinctions.emplace_back(b, number);
  }
}

void Rows::add_cues() {
  for (const Row* row : sorted_rows(tables_.of(TableKind::kCues))) {
    cues.add({text((*row)[cues::kLang]), text((*row)[cues::kType]),
              text((*row)[cues::kCue]), text((*row)[cues::kPosition])});
  }
}

void Rows::add_conventions() {
  for (size_t i = 0; i < romanize::kPartCount; ++i) {
    const auto part = static_cast<romanize::Part>(i);
    add_texts(table_of(tables_, part), columns_of(part).size(),
              lexicon::kConventionSections[i]);
  }
  for (size_t i = 0; i < morphology::kPartCount; ++i) {
    const TableKind kind = kMorphologyTables[i];
    add_texts(tables_.of(kind), schema_of(kind).columns.size(),
              lexicon::kMorphologySections[i]);
  }
}

void Rows::add_texts(const Table& from, size_t columns,
                     lexicon::Section section) {
  CellTable table(static_cast<uint32_t>(columns));
  for (const Row* row : sorted_rows(from)) {
    std::vector<uint32_t> cells;
    for (const Text& cell : row->cells) cells.push_back(text(*cell));
    table.add(cells);
  }
  conventions.emplace_back(section, std::move(table));
}

}  // namespace khitai::compile
