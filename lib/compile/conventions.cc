// SPDX-License-Identifier: Apache-2.0

#include "compile/conventions.h"

#include <string_view>
#include <vector>

#include "compile/cells.h"
#include "romanize/split.h"

namespace khitai::compile {
namespace {

// In the order of romanize::Part; kVocabulary: vocabulary/conventions.tsv.
constexpr TableKind kConventionTables[romanize::kPartCount] = {
    TableKind::kClasses,    TableKind::kRules,      TableKind::kReaders,
    TableKind::kSyllables,  TableKind::kSounds,     TableKind::kHanReadings,
    TableKind::kHanNames,   TableKind::kVocabulary, TableKind::kWriters,
    TableKind::kSoundCosts, TableKind::kCosts,      TableKind::kElsewhere,
    TableKind::kNameWords,
};
constexpr std::string_view kVocabularyStem = "conventions";

}  // namespace

const Table& table_of(const Tables& tables, romanize::Part part) {
  static const Table kNone;
  const TableKind kind = kConventionTables[static_cast<size_t>(part)];
  if (kind != TableKind::kVocabulary) return tables.of(kind);
  const auto found = tables.vocabulary.find(kVocabularyStem);
  return found == tables.vocabulary.end() ? kNone : found->second;
}

std::span<const Column> columns_of(romanize::Part part) {
  const TableKind kind = kConventionTables[static_cast<size_t>(part)];
  return kind == TableKind::kVocabulary ? vocabulary_columns(kVocabularyStem)
                                        : schema_of(kind).columns;
}

std::string convention_tag(const Tables& tables, std::string_view convention,
                           std::string_view lang) {
  const auto found = tables.vocabulary.find(kVocabularyStem);
  if (found == tables.vocabulary.end()) return "";
  for (const Row& row : found->second.rows) {
    if (row[vocabulary_conventions::kId] != convention) continue;
    const std::string& tag = row[vocabulary_conventions::kTag];
    if (!tags_below(tag, lang).empty()) return tag;
    for (std::string_view alias :
         romanize::split(row[vocabulary_conventions::kAliases], ',')) {
      const bool is_tag = alias.find("-x-") != std::string_view::npos;
      if (is_tag && !tags_below(alias, lang).empty()) return std::string(alias);
    }
  }
  return "";
}

std::unique_ptr<romanize::Tables> conventions_of(const Tables& tables) {
  auto out = std::make_unique<romanize::Tables>();
  for (size_t i = 0; i < romanize::kPartCount; ++i) {
    const auto part = static_cast<romanize::Part>(i);
    for (const Row* row : sorted_rows(table_of(tables, part))) {
      std::vector<std::string_view> cells;
      for (const Text& cell : row->cells) cells.push_back(*cell);
      out->add(part, cells);
    }
  }
  out->finish();
  return out;
}

}  // namespace khitai::compile
