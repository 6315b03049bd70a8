// SPDX-License-Identifier: Apache-2.0

#include "compile/assemble.h"

#include <algorithm>

#include "base/memory.h"
#include "base/sort.h"
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
// builds the matcher. Returns the postings pattern -> forms; a block that is
// also a form has kNoRow behind its forms.
Result<std::string> build_matcher(const Tables& tables, unsigned jobs,
                                  Rows* rows, std::string* patterns) {
  for (const Row& row : tables.of(TableKind::kBlocks).rows) {
    const std::string key = rows->checked_key(row, "block", row[blocks::kForm]);
    if (!key.empty()) rows->keys.emplace_back(key, kNoRow);
  }
  base::sort(jobs, rows->keys.begin(), rows->keys.end());
  match::Builder builder;
  Pairs pairs;
  uint32_t count = 0;
  pairs.reserve(rows->keys.size());
  auto& keys = rows->keys;
  for (size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    uint32_t last = kNoRow;
    for (; end < keys.size() && keys[end].first == keys[begin].first; ++end) {
      const uint32_t form = keys[end].second;
      // One block behind the forms is enough, and alone it needs no pair.
      if (form != kNoRow || last != kNoRow) pairs.emplace_back(count, form);
      last = form;
    }
    builder.add(std::move(keys[begin].first), count++);
  }
  *patterns = postings_bytes(count, pairs);
  std::vector<std::pair<std::string, uint32_t>>().swap(rows->keys);
  return builder.build(jobs);
}

// Lays out all but the texts and what they are looked for by.
Status lay_out_rows(const Tables& tables, unsigned jobs, Rows* rows,
                    KlexWriter* writer) {
  std::string patterns;
  auto matcher = build_matcher(tables, jobs, rows, &patterns);
  if (!matcher.ok()) return matcher.error();
  const uint32_t entity_count = rows->entities.rows();
  const uint32_t name_count = rows->names.rows();
  writer->add(Section::kEntities, rows->entities.take_bytes());
  writer->add(Section::kNames, rows->names.take_bytes());
  writer->add(Section::kForms, rows->forms.take_bytes());
  writer->add(Section::kSenses, rows->senses.take_bytes());
  writer->add(Section::kParts, rows->parts.take_bytes());
  writer->add(Section::kRelations, rows->relations.take_bytes());
  writer->add(Section::kDatings, rows->datings.take_bytes());
  writer->add(Section::kLinks, rows->links.take_bytes());
  writer->add(Section::kDistinctions, rows->distinctions.take_bytes());
  writer->add(Section::kSources, rows->sources.take_bytes());
  writer->add(Section::kCues, rows->cues.take_bytes());
  writer->add(Section::kBlocks, rows->blocks.take_bytes());
  writer->add(Section::kMatcher, std::move(matcher).value());
  writer->add(Section::kPatternForms, std::move(patterns));
  auto add = [&](Section id, uint32_t count, Pairs& pairs) {
    writer->add(id, postings_bytes(count, pairs));
    Pairs().swap(pairs);
  };
  add(Section::kEntitySenses, entity_count, rows->entity_senses);
  add(Section::kNameSenses, name_count, rows->name_senses);
  add(Section::kNameForms, name_count, rows->name_forms);
  add(Section::kEntityParts, entity_count, rows->entity_parts);
  add(Section::kEntityDatings, entity_count, rows->entity_datings);
  add(Section::kEntityRelations, entity_count, rows->entity_relations);
  add(Section::kNameLinks, name_count, rows->name_links);
  add(Section::kNameSources, name_count, rows->name_sources);
  add(Section::kEntityDistinctions, entity_count, rows->entity_distinctions);
  for (auto& [section, table] : rows->conventions) {
    writer->add(section, table.take_bytes());
  }
  return Done{};
}

}  // namespace

void settle_names(const std::vector<DraftForm>& forms, Tables* tables,
                  std::vector<Problem>* problems) {
  for (const DraftForm& form : forms) {
    const File& file = tables->files[form.file];
    if (!file.names) continue;
    std::string problem = key_problem("form", form.text, form.key);
    if (problem.empty()) continue;
    problems->push_back({file.path, form.line, std::move(problem), false});
  }
  std::vector<Row>& rows = tables->of(TableKind::kForms).rows;
  std::erase_if(rows,
                [&](const Row& row) { return tables->files[row.file].names; });
  rows.shrink_to_fit();
}

Result<std::string> assemble(const Tables& tables, std::vector<DraftForm> forms,
                             const Indexing& indexing, Phases* phases,
                             std::vector<Problem>* problems) {
  Rows rows(tables, problems, indexing.jobs);
  rows.add_all(forms);
  std::vector<DraftForm>().swap(forms);
  phases->end();
  KlexWriter writer;
  if (Status done = lay_out_rows(tables, indexing.jobs, &rows, &writer);
      !done) {
    return done.error();
  }
  phases->end();
  const auto conventions = conventions_of(tables);
  SpellingSections spellings = file_spellings(*conventions, rows.spelled,
                                              indexing, phases, &rows.strings);
  if (!rows.strings.fits()) {
    return Error{
        "the texts of the lexicon take more than 4 GB, expected less; give it "
        "fewer names, or leave near spellings out (--fuzzy 0)"};
  }
  writer.add(Section::kSpellings, spellings.spellings.take_bytes());
  writer.add(Section::kReadingIndex, std::move(spellings.readings));
  writer.add(Section::kSkeletonIndex, std::move(spellings.skeletons));
  writer.add(Section::kNearIndex, std::move(spellings.near));
  writer.add(Section::kStringOffsets, rows.strings.take_offsets());
  writer.add(Section::kStringBytes, rows.strings.take_bytes());
  base::trim_memory();  // of the entries that the indexes were made of
  std::string bytes = writer.finish();
  phases->end();
  return bytes;
}

}  // namespace khitai::compile
