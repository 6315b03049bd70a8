// SPDX-License-Identifier: Apache-2.0
//
// The public face of a compiled lexicon: records filled from the store's
// cells. Nothing is cached; a record is a handful of loads.

#include "khitai/lexicon.h"

#include <utility>

#include "base/checksum.h"
#include "lexicon/store.h"

namespace khitai {

using lexicon::Section;
using lexicon::Store;

namespace {

// Reads the cells of one row.
class Row {
 public:
  Row(const Store& store, Section table, uint32_t row)
      : store_(store), table_(table), row_(row) {}
  bool exists() const { return row_ < store_.rows(table_); }
  std::string_view text(uint32_t column) const {
    return store_.text(table_, row_, column);
  }
  uint32_t number(uint32_t column) const {
    return store_.cell(table_, row_, column);
  }
  Years years(uint32_t from, uint32_t to) const {
    return {static_cast<int32_t>(number(from)),
            static_cast<int32_t>(number(to))};
  }

 private:
  const Store& store_;
  Section table_;
  uint32_t row_;
};

}  // namespace

Lexicon::Lexicon(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Lexicon::~Lexicon() = default;

Result<std::shared_ptr<const Lexicon>> Lexicon::open(const std::string& path) {
  auto file = base::MappedFile::open(path);
  if (!file.ok()) return file.error();
  auto store = Store::open(std::move(file).value(), path);
  if (!store.ok()) return store.error();
  return std::shared_ptr<const Lexicon>(new Lexicon(std::move(store).value()));
}

Result<std::shared_ptr<const Lexicon>> Lexicon::open_resident(
    const std::string& path) {
  auto file = base::MappedFile::open_resident(path);
  if (!file.ok()) return file.error();
  auto store = Store::open(std::move(file).value(), path);
  if (!store.ok()) return store.error();
  return std::shared_ptr<const Lexicon>(new Lexicon(std::move(store).value()));
}

Result<std::shared_ptr<const Lexicon>> Lexicon::from_bytes(std::string bytes) {
  auto store = Store::open(std::move(bytes), "(memory)");
  if (!store.ok()) return store.error();
  return std::shared_ptr<const Lexicon>(new Lexicon(std::move(store).value()));
}

Status Lexicon::verify() const { return store_->verify(); }
const std::string& Lexicon::hash() const { return store_->hash(); }
uint64_t Lexicon::endings_hash() const {
  uint64_t hash = 0;
  for (const Section table : lexicon::kMorphologySections) {
    for (uint32_t row = 0; row < store_->rows(table); ++row) {
      for (uint32_t column = 0; column < store_->columns(table); ++column) {
        hash = base::checksum(store_->text(table, row, column), hash + 1);
      }
    }
  }
  return hash;
}
const match::Matcher& Lexicon::matcher() const { return store_->matcher(); }
const lexicon::Spellings& Lexicon::spellings() const {
  return store_->spellings();
}
const romanize::Tables& Lexicon::conventions() const {
  return store_->conventions();
}
const morphology::Tables& Lexicon::morphology() const {
  return store_->morphology();
}

uint32_t Lexicon::entity_count() const {
  return store_->rows(Section::kEntities);
}
uint32_t Lexicon::name_count() const { return store_->rows(Section::kNames); }
uint32_t Lexicon::form_count() const { return store_->rows(Section::kForms); }
uint32_t Lexicon::sense_count() const { return store_->rows(Section::kSenses); }
uint32_t Lexicon::source_count() const {
  return store_->rows(Section::kSources);
}
uint32_t Lexicon::cue_count() const { return store_->rows(Section::kCues); }
uint32_t Lexicon::name_word_count() const {
  return store_->rows(Section::kNameWords);
}

Entity Lexicon::entity(uint32_t index) const {
  using C = lexicon::EntityColumn;
  const Row row(*store_, Section::kEntities, index);
  if (!row.exists()) return {};
  return {row.text(C::kId),
          row.text(C::kType),
          row.text(C::kLabel),
          row.text(C::kDescription),
          row.text(C::kFrom),
          row.text(C::kTo),
          row.text(C::kCertainty),
          row.text(C::kSource),
          row.years(C::kYearFrom, C::kYearTo)};
}

Name Lexicon::name(uint32_t index) const {
  using C = lexicon::NameColumn;
  const Row row(*store_, Section::kNames, index);
  if (!row.exists()) return {};
  return {row.text(C::kId),    row.text(C::kLang),     row.text(C::kLabel),
          row.text(C::kGloss), row.text(C::kRegister), row.text(C::kNote),
          row.text(C::kSource)};
}

Sense Lexicon::sense(uint32_t index) const {
  using C = lexicon::SenseColumn;
  const Row row(*store_, Section::kSenses, index);
  if (!row.exists()) return {};
  Sense sense;
  sense.name = row.number(C::kName);
  sense.entity = row.number(C::kEntity);
  sense.kind = row.text(C::kKind);
  sense.usage = row.text(C::kUsage);
  sense.from = row.text(C::kFrom);
  sense.to = row.text(C::kTo);
  sense.form = row.text(C::kForm);
  sense.certainty = row.text(C::kCertainty);
  sense.source = row.text(C::kSource);
  sense.note = row.text(C::kNote);
  sense.years = row.years(C::kYearFrom, C::kYearTo);
  return sense;
}

Form Lexicon::form(uint32_t index) const {
  using C = lexicon::FormColumn;
  const Row row(*store_, Section::kForms, index);
  if (!row.exists()) return {};
  Form form;
  form.name = row.number(C::kName);
  form.text = row.text(C::kText);
  form.lang = row.text(C::kLang);
  form.reading = row.text(C::kReading);
  form.grammar = row.text(C::kGrammar);
  form.certainty = row.text(C::kCertainty);
  form.basis = row.text(C::kBasis);
  form.source = row.text(C::kSource);
  form.rule = row.text(C::kRule);
  form.base = row.number(C::kBase);
  form.use = row.number(C::kUse);
  form.bearers = row.number(C::kBearers);
  return form;
}

Part Lexicon::part(uint32_t index) const {
  using C = lexicon::PartColumn;
  const Row row(*store_, Section::kParts, index);
  if (!row.exists()) return {};
  return {row.number(C::kEntity), row.text(C::kPart), row.text(C::kText),
          row.text(C::kLang), row.text(C::kSource)};
}

Relation Lexicon::relation(uint32_t index) const {
  using C = lexicon::RelationColumn;
  const Row row(*store_, Section::kRelations, index);
  if (!row.exists()) return {};
  Relation relation;
  relation.subject = row.number(C::kSubject);
  relation.object = row.number(C::kObject);
  relation.relation = row.text(C::kRelation);
  relation.inverse = row.text(C::kInverse);
  relation.from = row.text(C::kFrom);
  relation.to = row.text(C::kTo);
  relation.certainty = row.text(C::kCertainty);
  relation.claim = row.text(C::kClaim);
  relation.source = row.text(C::kSource);
  relation.years = row.years(C::kYearFrom, C::kYearTo);
  return relation;
}

std::string_view Lexicon::entity_type(uint32_t index) const {
  return store_->text(Section::kEntities, index, lexicon::EntityColumn::kType);
}

Years Lexicon::entity_years(uint32_t index) const {
  using C = lexicon::EntityColumn;
  const Row row(*store_, Section::kEntities, index);
  return row.exists() ? row.years(C::kYearFrom, C::kYearTo) : Years();
}

uint32_t Lexicon::form_use(uint32_t index) const {
  return store_->cell(Section::kForms, index, lexicon::FormColumn::kUse);
}

std::string_view Lexicon::form_lang(uint32_t index) const {
  return store_->text(Section::kForms, index, lexicon::FormColumn::kLang);
}

RelationEnds Lexicon::relation_ends(uint32_t index) const {
  using C = lexicon::RelationColumn;
  const Row row(*store_, Section::kRelations, index);
  if (!row.exists()) return {};
  return {row.number(C::kSubject), row.number(C::kObject)};
}

Dating Lexicon::dating(uint32_t index) const {
  using C = lexicon::DatingColumn;
  const Row row(*store_, Section::kDatings, index);
  if (!row.exists()) return {};
  return {row.number(C::kEntity), row.text(C::kEvent), row.text(C::kDate),
          row.text(C::kCertainty), row.text(C::kSource)};
}

Link Lexicon::link(uint32_t index) const {
  using C = lexicon::LinkColumn;
  const Row row(*store_, Section::kLinks, index);
  if (!row.exists()) return {};
  return {row.number(C::kFrom),    row.number(C::kTo),    row.text(C::kType),
          row.text(C::kPart),      row.text(C::kRule),    row.text(C::kVia),
          row.text(C::kDate),      row.text(C::kAccount), row.text(C::kStance),
          row.text(C::kCertainty), row.text(C::kClaim),   row.text(C::kSource)};
}

LinkStep Lexicon::link_step(uint32_t index) const {
  using C = lexicon::LinkColumn;
  const Row row(*store_, Section::kLinks, index);
  if (!row.exists()) return {};
  return {row.number(C::kFrom), row.number(C::kTo), row.text(C::kType),
          row.text(C::kStance), row.text(C::kCertainty)};
}

Distinction Lexicon::distinction(uint32_t index) const {
  using C = lexicon::DistinctionColumn;
  const Row row(*store_, Section::kDistinctions, index);
  if (!row.exists()) return {};
  Distinction distinction;
  distinction.form = row.text(C::kForm);
  distinction.how = row.text(C::kHow);
  distinction.source = row.text(C::kSource);
  distinction.a = row.number(C::kA);
  distinction.b = row.number(C::kB);
  return distinction;
}

Source Lexicon::source(uint32_t index) const {
  using C = lexicon::SourceColumn;
  const Row row(*store_, Section::kSources, index);
  if (!row.exists()) return {};
  return {row.text(C::kId),        row.text(C::kKind),
          row.text(C::kCitation),  row.text(C::kComposed),
          row.text(C::kPublished), row.text(C::kLang),
          row.text(C::kNote)};
}

Lexicon::Cue Lexicon::cue(uint32_t index) const {
  using C = lexicon::CueColumn;
  const Row row(*store_, Section::kCues, index);
  if (!row.exists()) return {};
  return {row.text(C::kLang), row.text(C::kType), row.text(C::kCue),
          row.text(C::kPosition)};
}

Lexicon::NameWord Lexicon::name_word(uint32_t index) const {
  enum : uint32_t { kWord, kKind, kValue };  // as in the text table
  const Row row(*store_, Section::kNameWords, index);
  if (!row.exists()) return {};
  return {row.text(kWord), row.text(kKind), row.text(kValue)};
}

}  // namespace khitai
