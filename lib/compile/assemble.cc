// SPDX-License-Identifier: Apache-2.0

#include "compile/assemble.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "base/year.h"
#include "compile/klex_writer.h"
#include "fold/fold.h"
#include "khitai/lexicon.h"
#include "match/matcher.h"

namespace khitai::compile {
namespace {

using lexicon::Section;
using Pairs = std::vector<std::pair<uint32_t, uint32_t>>;
using Numbers = std::map<std::string, uint32_t, std::less<>>;

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

class Assembler {
 public:
  Assembler(const Tables& tables, std::vector<Problem>* problems)
      : tables_(tables), problems_(*problems) {}

  Result<std::string> run(const std::vector<DraftForm>& forms) {
    add_entities();
    add_names();
    add_sources();
    add_forms(forms);
    add_senses();
    add_parts();
    add_relations();
    add_datings();
    add_links();
    add_distinctions();
    add_cues();
    return lay_out();
  }

 private:
  uint32_t text(std::string_view cell) { return strings_.number(cell); }

  void report(const Row& row, std::string message) {
    problems_.push_back(
        {tables_.path(row), row.line, std::move(message), false});
  }

  // The number of what a cell refers to; kNoRow and a problem when unknown.
  uint32_t refer(const Numbers& numbers, const Row& row, size_t column,
                 const char* what) {
    const auto found = numbers.find(row[column]);
    if (found != numbers.end()) return found->second;
    report(row, "unknown " + std::string(what) + " '" + row[column] +
                    "'; add it or correct the id");
    return kNoRow;
  }

  // The years between two date cells.
  Years years(const Row& row, size_t from, size_t to) {
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

  static uint32_t year(int32_t value) { return static_cast<uint32_t>(value); }

  // Rows of a table in the order of their cells, the first of equal ids only.
  std::vector<const Row*> sorted(TableKind kind) const {
    std::vector<const Row*> rows;
    for (const Row& row : tables_.of(kind).rows) rows.push_back(&row);
    std::stable_sort(rows.begin(), rows.end(), [](const Row* a, const Row* b) {
      return a->cells < b->cells;
    });
    return rows;
  }

  // One row an id, in the order of ids; of several rows the one read first.
  std::map<std::string_view, const Row*> by_id(TableKind kind) const {
    std::map<std::string_view, const Row*> rows;
    for (const Row& row : tables_.of(kind).rows) {
      rows.try_emplace(row[0], &row);
    }
    return rows;
  }

  void add_entities() {
    for (const auto& [id, row] : by_id(TableKind::kEntities)) {
      const Row& r = *row;
      const Years span = years(r, entities::kFrom, entities::kTo);
      entity_numbers_.emplace(
          id, entities_.add(
                  {text(r[entities::kId]), text(r[entities::kType]),
                   text(r[entities::kLabel]), text(r[entities::kDescription]),
                   text(r[entities::kFrom]), text(r[entities::kTo]),
                   text(r[entities::kCertainty]), text(r[entities::kSource]),
                   year(span.from), year(span.to)}));
    }
  }

  // A name of its own for every entity; what names/ says of it is kept.
  void add_names() {
    const auto rows = by_id(TableKind::kNames);
    std::set<std::string_view> ids;
    for (const auto& [id, row] : rows) ids.insert(id);
    for (const auto& [id, number] : entity_numbers_) ids.insert(id);
    const auto entities = by_id(TableKind::kEntities);
    for (std::string_view id : ids) {
      const auto own = rows.find(id);
      const auto entity = entities.find(id);
      const bool has_row = own != rows.end();
      auto cell = [&](size_t column) {
        return has_row ? text((*own->second)[column]) : text("");
      };
      uint32_t label = cell(names::kLabel);
      if (label == 0 && entity != entities.end()) {
        label = text((*entity->second)[entities::kLabel]);
      }
      name_numbers_.emplace(
          id, names_.add({text(id), cell(names::kLang), label,
                          cell(names::kGloss), cell(names::kRegister),
                          cell(names::kNote), cell(names::kSource)}));
    }
  }

  void add_sources() {
    for (const auto& [id, row] : by_id(TableKind::kSources)) {
      const Row& r = *row;
      sources_.add({text(r[sources::kId]), text(r[sources::kKind]),
                    text(r[sources::kCitation]), text(r[sources::kComposed]),
                    text(r[sources::kPublished]), text(r[sources::kLang]),
                    text(r[sources::kNote])});
    }
  }

  void add_forms(const std::vector<DraftForm>& forms) {
    std::vector<uint32_t> numbers(forms.size(), kNoRow);
    for (size_t i = 0; i < forms.size(); ++i) {
      const DraftForm& form = forms[i];
      const auto name = name_numbers_.find(form.name);
      if (name == name_numbers_.end()) continue;  // reported with its row
      const uint32_t base = form.base == SIZE_MAX ? kNoRow : numbers[form.base];
      numbers[i] = forms_.add(
          {name->second, text(form.text), text(form.lang), text(form.reading),
           text(form.grammar), use_bits(form.use), text(form.certainty),
           text(form.basis), text(form.source), text(form.rule), base});
      name_forms_.emplace_back(name->second, numbers[i]);
      keys_.emplace_back(fold::match_key(form.text), numbers[i]);
    }
    check_forms();
  }

  void check_forms() {
    for (const Row& row : tables_.of(TableKind::kForms).rows) {
      refer(name_numbers_, row, forms::kName, "name");
      if (fold::match_key(row[forms::kForm]).empty()) {
        report(row, "form '" + row[forms::kForm] +
                        "' folds to nothing; it needs a letter");
      }
    }
  }

  void add_senses() {
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

  void add_sense(uint32_t name, uint32_t entity,
                 std::initializer_list<uint32_t> cells) {
    const uint32_t number = senses_.add(cells);
    entity_senses_.emplace_back(entity, number);
    name_senses_.emplace_back(name, number);
  }

  void add_parts() {
    for (const Row* row : sorted(TableKind::kParts)) {
      const Row& r = *row;
      const uint32_t entity =
          refer(entity_numbers_, r, parts::kEntity, "entity");
      if (entity == kNoRow) continue;
      const uint32_t number =
          parts_.add({entity, text(r[parts::kPart]), text(r[parts::kText]),
                      text(r[parts::kLang]), text(r[parts::kSource])});
      entity_parts_.emplace_back(entity, number);
    }
  }

  void add_relations() {
    std::map<std::string_view, std::string_view> inverse;
    const auto vocabulary = tables_.vocabulary.find("relations");
    if (vocabulary != tables_.vocabulary.end()) {
      for (const Row& row : vocabulary->second.rows) {
        inverse[row[vocabulary_relations::kId]] =
            row[vocabulary_relations::kInverse];
      }
    }
    for (const Row* row : sorted(TableKind::kRelations)) {
      const Row& r = *row;
      const uint32_t subject =
          refer(entity_numbers_, r, relations::kSubject, "entity");
      const uint32_t object =
          refer(entity_numbers_, r, relations::kObject, "entity");
      if (subject == kNoRow || object == kNoRow) continue;
      const Years span = years(r, relations::kFrom, relations::kTo);
      const uint32_t number = relations_.add(
          {subject, text(r[relations::kRelation]),
           text(inverse[r[relations::kRelation]]), object,
           text(r[relations::kFrom]), text(r[relations::kTo]),
           text(r[relations::kCertainty]), text(r[relations::kClaim]),
           text(r[relations::kSource]), year(span.from), year(span.to)});
      entity_relations_.emplace_back(subject, number);
      if (object != subject) entity_relations_.emplace_back(object, number);
    }
  }

  void add_datings() {
    for (const Row* row : sorted(TableKind::kDates)) {
      const Row& r = *row;
      const uint32_t entity =
          refer(entity_numbers_, r, dates::kEntity, "entity");
      if (entity == kNoRow) continue;
      const uint32_t number =
          datings_.add({entity, text(r[dates::kEvent]), text(r[dates::kDate]),
                        text(r[dates::kCertainty]), text(r[dates::kSource])});
      entity_datings_.emplace_back(entity, number);
    }
  }

  void add_links() {
    for (const Row* row : sorted(TableKind::kLinks)) {
      const Row& r = *row;
      const uint32_t from = refer(name_numbers_, r, links::kFrom, "name");
      const uint32_t to = refer(name_numbers_, r, links::kTo, "name");
      if (from == kNoRow || to == kNoRow) continue;
      const uint32_t number =
          links_.add({from, to, text(r[links::kType]), text(r[links::kPart]),
                      text(r[links::kRule]), text(r[links::kVia]),
                      text(r[links::kDate]), text(r[links::kAccount]),
                      text(r[links::kStance]), text(r[links::kCertainty]),
                      text(r[links::kClaim]), text(r[links::kSource])});
      name_links_.emplace_back(from, number);
      if (to != from) name_links_.emplace_back(to, number);
    }
  }

  void add_distinctions() {
    for (const Row* row : sorted(TableKind::kDistinct)) {
      const Row& r = *row;
      const uint32_t a = refer(entity_numbers_, r, distinct::kA, "entity");
      const uint32_t b = refer(entity_numbers_, r, distinct::kB, "entity");
      if (a == kNoRow || b == kNoRow) continue;
      const uint32_t number = distinctions_.add({text(r[distinct::kForm]), a, b,
                                                 text(r[distinct::kHow]),
                                                 text(r[distinct::kSource])});
      entity_distinctions_.emplace_back(a, number);
      if (a != b) entity_distinctions_.emplace_back(b, number);
    }
  }

  void add_cues() {
    for (const Row* row : sorted(TableKind::kCues)) {
      cues_.add({text((*row)[cues::kLang]), text((*row)[cues::kType]),
                 text((*row)[cues::kCue]), text((*row)[cues::kPosition])});
    }
  }

  // Numbers the distinct match keys in byte order, blocks among them, and
  // builds the matcher. Returns the postings pattern -> forms.
  Result<std::string> build_matcher(std::string* patterns) {
    for (const Row& row : tables_.of(TableKind::kBlocks).rows) {
      const std::string key = fold::match_key(row[blocks::kForm]);
      if (key.empty()) {
        report(row, "block '" + row[blocks::kForm] + "' folds to nothing");
      } else {
        keys_.emplace_back(key, kNoRow);
      }
    }
    std::sort(keys_.begin(), keys_.end());
    match::Builder builder;
    Pairs pairs;
    uint32_t count = 0;
    for (size_t i = 0; i < keys_.size(); ++i) {
      if (keys_[i].first.empty()) continue;  // reported with its row
      if (count == 0 || keys_[i].first != keys_[i - 1].first) {
        builder.add(keys_[i].first, count++);
      }
      if (keys_[i].second != kNoRow)
        pairs.emplace_back(count - 1, keys_[i].second);
    }
    *patterns = postings_bytes(count, pairs);
    return builder.build();
  }

  Result<std::string> lay_out() {
    std::string patterns;
    auto matcher = build_matcher(&patterns);
    if (!matcher.ok()) return matcher.error();
    const std::vector<uint32_t>& offsets = strings_.offsets();
    KlexWriter writer;
    writer.add(Section::kStringOffsets,
               std::string(reinterpret_cast<const char*>(offsets.data()),
                           offsets.size() * 4));
    writer.add(Section::kStringBytes, strings_.bytes());
    writer.add(Section::kEntities, entities_.bytes());
    writer.add(Section::kNames, names_.bytes());
    writer.add(Section::kForms, forms_.bytes());
    writer.add(Section::kSenses, senses_.bytes());
    writer.add(Section::kParts, parts_.bytes());
    writer.add(Section::kRelations, relations_.bytes());
    writer.add(Section::kDatings, datings_.bytes());
    writer.add(Section::kLinks, links_.bytes());
    writer.add(Section::kDistinctions, distinctions_.bytes());
    writer.add(Section::kSources, sources_.bytes());
    writer.add(Section::kCues, cues_.bytes());
    writer.add(Section::kMatcher, std::move(matcher).value());
    writer.add(Section::kPatternForms, std::move(patterns));
    const uint32_t entity_count = entities_.rows();
    const uint32_t name_count = names_.rows();
    auto add = [&](Section id, uint32_t count, const Pairs& pairs) {
      writer.add(id, postings_bytes(count, pairs));
    };
    add(Section::kEntitySenses, entity_count, entity_senses_);
    add(Section::kNameSenses, name_count, name_senses_);
    add(Section::kNameForms, name_count, name_forms_);
    add(Section::kEntityParts, entity_count, entity_parts_);
    add(Section::kEntityDatings, entity_count, entity_datings_);
    add(Section::kEntityRelations, entity_count, entity_relations_);
    add(Section::kNameLinks, name_count, name_links_);
    add(Section::kEntityDistinctions, entity_count, entity_distinctions_);
    return writer.finish();
  }

  const Tables& tables_;
  std::vector<Problem>& problems_;
  Strings strings_;
  Numbers entity_numbers_, name_numbers_;
  CellTable entities_{lexicon::EntityColumn::kCount};
  CellTable names_{lexicon::NameColumn::kCount};
  CellTable forms_{lexicon::FormColumn::kCount};
  CellTable senses_{lexicon::SenseColumn::kCount};
  CellTable parts_{lexicon::PartColumn::kCount};
  CellTable relations_{lexicon::RelationColumn::kCount};
  CellTable datings_{lexicon::DatingColumn::kCount};
  CellTable links_{lexicon::LinkColumn::kCount};
  CellTable distinctions_{lexicon::DistinctionColumn::kCount};
  CellTable sources_{lexicon::SourceColumn::kCount};
  CellTable cues_{lexicon::CueColumn::kCount};
  Pairs entity_senses_, name_senses_, name_forms_, entity_parts_,
      entity_datings_, entity_relations_, name_links_, entity_distinctions_;
  std::vector<std::pair<std::string, uint32_t>> keys_;  // match key, form
};

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
                             const std::vector<DraftForm>& forms,
                             std::vector<Problem>* problems) {
  return Assembler(tables, problems).run(forms);
}

}  // namespace khitai::compile
