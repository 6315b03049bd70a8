// SPDX-License-Identifier: Apache-2.0

#include "write/stats.h"

#include <iterator>
#include <span>

#include "write/csv.h"
#include "write/escape.h"
#include "write/found.h"
#include "write/json.h"

namespace khitai::write {
namespace {

constexpr std::string_view kStatsColumns[] = {
    "document", "year", "century",  "entity",  "type",
    "label",    "form", "mentions", "matched", "ambiguous"};

// One row before it is text: a spelling of an entity in a document.
struct StatsRow {
  std::string_view document;
  std::optional<int32_t> year;
  Entity entity;
  const Spelling& spelling;
};

// Cells in the order of the columns, the way `cell` writes one.
template <typename Cell>
void each_cell(const StatsRow& row, const Cell& cell) {
  const auto number = [&](auto value) { cell(std::to_string(value)); };
  cell(row.document);
  row.year ? number(*row.year) : cell("");
  row.year ? number(century_of(*row.year)) : cell("");
  cell(row.entity.id);
  cell(row.entity.type);
  cell(row.entity.label);
  cell(row.spelling.text);
  number(row.spelling.count);
  number(row.spelling.matched);
  number(row.spelling.count - row.spelling.matched);
}

void append_tsv_row(const StatsRow& row, std::string* out) {
  bool first = true;
  each_cell(row, [&](std::string_view cell) {
    if (!first) *out += '\t';
    first = false;
    append_cell(cell, out);
  });
  *out += '\n';
}

void append_csv_row(const StatsRow& row, std::string* out) {
  bool first = true;
  each_cell(row, [&](std::string_view cell) {
    if (!first) *out += ',';
    first = false;
    append_csv(cell, out);
  });
  *out += "\r\n";
}

// An object of the list, without the comma behind it.
void append_json_row(const StatsRow& row, std::string* out) {
  if (!out->empty()) *out += ",\n";
  Json json(out);
  const auto optional_number = [&](std::optional<int32_t> value) {
    value ? json.signed_number(*value) : json.null();
  };
  json.open_object();
  json.member("document", row.document);
  json.key("year");
  optional_number(row.year);
  json.key("century");
  optional_number(row.year ? std::optional(century_of(*row.year))
                           : std::nullopt);
  json.member("entity", row.entity.id);
  json.member("type", row.entity.type);
  json.member("label", row.entity.label);
  json.member("form", row.spelling.text);
  json.member("mentions", uint64_t{row.spelling.count});
  json.member("matched", uint64_t{row.spelling.matched});
  json.member("ambiguous", uint64_t{row.spelling.count - row.spelling.matched});
  json.close_object();
}

}  // namespace

int32_t century_of(int32_t year) {
  constexpr int32_t kCentury = 100;
  return year > 0 ? (year - 1) / kCentury + 1 : -(-year / kCentury + 1);
}

StatsShape stats_shape_of(std::string_view path) {
  if (path.ends_with(".csv")) return StatsShape::kCsv;
  return path.ends_with(".json") ? StatsShape::kJson : StatsShape::kTsv;
}

std::string StatsTable::rows_of(const Lexicon& lexicon,
                                const Annotation& annotation,
                                std::optional<int32_t> year) const {
  std::string out;
  for (const Found& found :
       found_entities(lexicon, std::span(&annotation, 1))) {
    const Entity entity = found_entity(lexicon, found);
    for (const Spelling& spelling : found.spellings) {
      const StatsRow row{annotation.name, year ? year : annotation.written,
                         entity, spelling};
      switch (shape_) {
        case StatsShape::kTsv:
          append_tsv_row(row, &out);
          break;
        case StatsShape::kCsv:
          append_csv_row(row, &out);
          break;
        case StatsShape::kJson:
          append_json_row(row, &out);
          break;
      }
    }
  }
  return out;
}

void StatsTable::begin(std::string* out) const {
  if (shape_ == StatsShape::kJson) {
    *out += "[";
    return;
  }
  const bool tsv = shape_ == StatsShape::kTsv;
  for (size_t i = 0; i < std::size(kStatsColumns); ++i) {
    if (i > 0) *out += tsv ? '\t' : ',';
    *out += kStatsColumns[i];
  }
  *out += tsv ? "\n" : "\r\n";
}

void StatsTable::add(std::string_view rows, std::string* out) {
  if (rows.empty()) return;
  if (shape_ == StatsShape::kJson) *out += any_ ? ",\n" : "\n";
  any_ = true;
  *out += rows;
}

void StatsTable::end(std::string* out) const {
  if (shape_ == StatsShape::kJson) *out += any_ ? "\n]\n" : "]\n";
}

}  // namespace khitai::write
