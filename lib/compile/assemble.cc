// SPDX-License-Identifier: Apache-2.0

#include "compile/assemble.h"

#include <algorithm>
#include <tuple>

#include "compile/conventions.h"
#include "compile/klex_writer.h"
#include "compile/rows.h"
#include "compile/spellings.h"
#include "fold/fold.h"
#include "match/matcher.h"

namespace khitai::compile {
namespace {

using lexicon::Section;

// Numbers the distinct match keys in byte order, blocks among them, and
// builds the matcher. Returns the postings pattern -> forms.
Result<std::string> build_matcher(const Tables& tables, Rows* rows,
                                  std::string* patterns) {
  for (const Row& row : tables.of(TableKind::kBlocks).rows) {
    const std::string key = rows->checked_key(row, "block", row[blocks::kForm]);
    if (!key.empty()) rows->keys.emplace_back(key, kNoRow);
  }
  std::sort(rows->keys.begin(), rows->keys.end());
  match::Builder builder;
  Pairs pairs;
  uint32_t count = 0;
  for (size_t i = 0; i < rows->keys.size(); ++i) {
    if (count == 0 || rows->keys[i].first != rows->keys[i - 1].first) {
      builder.add(rows->keys[i].first, count++);
    }
    if (rows->keys[i].second != kNoRow)
      pairs.emplace_back(count - 1, rows->keys[i].second);
  }
  *patterns = postings_bytes(count, pairs);
  return builder.build();
}

Result<std::string> lay_out(const Tables& tables,
                            const SpellingSections& spellings, Rows* rows) {
  std::string patterns;
  auto matcher = build_matcher(tables, rows, &patterns);
  if (!matcher.ok()) return matcher.error();
  const std::vector<uint32_t>& offsets = rows->strings.offsets();
  KlexWriter writer;
  writer.add(Section::kStringOffsets,
             std::string(reinterpret_cast<const char*>(offsets.data()),
                         offsets.size() * 4));
  writer.add(Section::kStringBytes, rows->strings.bytes());
  writer.add(Section::kEntities, rows->entities.bytes());
  writer.add(Section::kNames, rows->names.bytes());
  writer.add(Section::kForms, rows->forms.bytes());
  writer.add(Section::kSenses, rows->senses.bytes());
  writer.add(Section::kParts, rows->parts.bytes());
  writer.add(Section::kRelations, rows->relations.bytes());
  writer.add(Section::kDatings, rows->datings.bytes());
  writer.add(Section::kLinks, rows->links.bytes());
  writer.add(Section::kDistinctions, rows->distinctions.bytes());
  writer.add(Section::kSources, rows->sources.bytes());
  writer.add(Section::kCues, rows->cues.bytes());
  writer.add(Section::kMatcher, std::move(matcher).value());
  writer.add(Section::kPatternForms, std::move(patterns));
  const uint32_t entity_count = rows->entities.rows();
  const uint32_t name_count = rows->names.rows();
  auto add = [&](Section id, uint32_t count, const Pairs& pairs) {
    writer.add(id, postings_bytes(count, pairs));
  };
  add(Section::kEntitySenses, entity_count, rows->entity_senses);
  add(Section::kNameSenses, name_count, rows->name_senses);
  add(Section::kNameForms, name_count, rows->name_forms);
  add(Section::kEntityParts, entity_count, rows->entity_parts);
  add(Section::kEntityDatings, entity_count, rows->entity_datings);
  add(Section::kEntityRelations, entity_count, rows->entity_relations);
  add(Section::kNameLinks, name_count, rows->name_links);
  add(Section::kEntityDistinctions, entity_count, rows->entity_distinctions);
  for (const auto& [section, table] : rows->conventions) {
    writer.add(section, table.bytes());
  }
  writer.add(Section::kSpellings, spellings.spellings.bytes());
  writer.add(Section::kReadingIndex, spellings.readings);
  writer.add(Section::kSkeletonIndex, spellings.skeletons);
  writer.add(Section::kNearIndex, spellings.near);
  return writer.finish();
}

}  // namespace

std::vector<DraftForm> draft_attested(const Tables& tables) {
  std::vector<DraftForm> drafts;
  for (const Row& row : tables.of(TableKind::kForms).rows) {
    DraftForm draft;
    draft.name = row[forms::kName];
    draft.text = row[forms::kForm];
    draft.lang = row[forms::kLang];
    draft.reading = row[forms::kReading];
    draft.grammar = row[forms::kGrammar];
    draft.use = row[forms::kUse];
    draft.certainty = row[forms::kCertainty];
    draft.basis = row[forms::kBasis];
    draft.source = row[forms::kSource];
    draft.row = &row;
    drafts.push_back(std::move(draft));
  }
  auto key = [](const DraftForm& form) {
    return std::tie(form.name, form.text, form.lang, form.grammar, form.use,
                    form.certainty, form.basis, form.source, form.reading);
  };
  std::sort(
      drafts.begin(), drafts.end(),
      [&](const DraftForm& a, const DraftForm& b) { return key(a) < key(b); });
  auto same = [](const DraftForm& a, const DraftForm& b) {
    return std::tie(a.name, a.text, a.lang) == std::tie(b.name, b.text, b.lang);
  };
  drafts.erase(std::unique(drafts.begin(), drafts.end(), same), drafts.end());
  return drafts;
}

Result<std::string> assemble(const Tables& tables,
                             const std::vector<DraftForm>& forms, int fuzzy,
                             std::vector<Problem>* problems) {
  Rows rows(tables, problems);
  rows.add_all(forms);
  const auto conventions = conventions_of(tables);
  const SpellingSections spellings =
      file_spellings(*conventions, rows.drafts, fuzzy, &rows.strings);
  return lay_out(tables, spellings, &rows);
}

}  // namespace khitai::compile
