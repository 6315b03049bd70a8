// SPDX-License-Identifier: Apache-2.0

#include "compile/schema.h"

#include <array>
#include <cassert>

#include "compile/schema_rules.h"

namespace khitai::compile {
namespace {

using namespace columns;  // NOLINT: the other half of this file

constexpr Column kCertainty = {"certainty", Cell::kWord, kRequired,
                               "certainties"};
constexpr Column kFrom = {"from", Cell::kDate};
constexpr Column kTo = {"to", Cell::kDate};

constexpr Column kEntities[] = {
    {"id", Cell::kId, kRequired},
    {"type", Cell::kWord, kRequired, "types"},
    {"label", Cell::kText, kRequired},
    {"description"},
    kFrom,
    kTo,
    kCertainty,
    kSource,
};

constexpr Column kNames[] = {
    {"id", Cell::kId, kRequired},
    {"lang", Cell::kLang},
    {"label", Cell::kText, kRequired},
    {"gloss"},
    {"register", Cell::kWord, kOptional, "registers"},
    {"note"},
    kSource,
};

constexpr Column kSenses[] = {
    {"name", Cell::kName, kRequired},
    {"entity", Cell::kEntity, kRequired},
    {"kind", Cell::kWord, kOptional, "kinds"},
    {"usage", Cell::kWords, kOptional, "usages"},
    kFrom,
    kTo,
    {"form"},
    kCertainty,
    kSource,
    {"note"},
};

constexpr Column kForms[] = {
    {"name", Cell::kName, kRequired},
    {"form", Cell::kText, kRequired},
    {"lang", Cell::kLang, kRequired},
    {"reading"},
    {"grammar", Cell::kWords, kOptional, "grammar"},
    {"use", Cell::kWords, kOptional, "use"},
    kCertainty,
    {"basis", Cell::kWord, kRequired, "bases"},
    kSource,
};

constexpr Column kParts[] = {
    {"entity", Cell::kEntity, kRequired},
    {"part", Cell::kWord, kRequired, "parts"},
    {"text", Cell::kText, kRequired},
    {"lang", Cell::kLang, kRequired},
    {"order", Cell::kNumber},
    kSource,
};

constexpr Column kLinks[] = {
    {"from", Cell::kName, kRequired},
    {"to", Cell::kName, kRequired},
    {"type", Cell::kWord, kRequired, "link-types"},
    {"part"},
    {"rule"},
    {"via"},
    {"date", Cell::kDate},
    {"account"},
    {"stance", Cell::kWord, kOptional, "stances"},
    kCertainty,
    {"claim"},
    kSource,
};

constexpr Column kRelations[] = {
    {"subject", Cell::kEntity, kRequired},
    {"relation", Cell::kWord, kRequired, "relations"},
    {"object", Cell::kEntity, kRequired},
    kFrom,
    kTo,
    kCertainty,
    {"claim"},
    kSource,
};

constexpr Column kImports[] = {
    {"name", Cell::kText, kRequired},
    {"form", Cell::kText, kRequired},
    {"lang", Cell::kLang, kRequired},
    {"rule", Cell::kWord, kRequired, "rules"},
    {"from"},
    kCertainty,
    {"basis", Cell::kWord, kRequired, "bases"},
    kSource,
};

constexpr Column kCompose[] = {
    {"lang", Cell::kLang, kRequired},
    {"pattern", Cell::kText, kRequired},
    {"use", Cell::kWords, kOptional, "use"},
    {"example"},
    kSource,
};

constexpr Column kDates[] = {
    {"entity", Cell::kEntity, kRequired},
    {"event", Cell::kWord, kRequired, "events"},
    {"date", Cell::kDate, kRequired},
    kCertainty,
    kSource,
};

constexpr Column kDistinct[] = {
    {"form", Cell::kText, kRequired},
    {"a", Cell::kEntity, kRequired},
    {"b", Cell::kEntity, kRequired},
    {"how", Cell::kText, kRequired},
    kSource,
};

constexpr Column kBlocks[] = {
    {"form", Cell::kText, kRequired},
    {"lang", Cell::kLang},
    {"reason", Cell::kText, kRequired},
    kSource,
};

constexpr Column kPlaces[] = {
    {"entity", Cell::kEntity, kRequired},
    {"lat", Cell::kLatitude, kRequired},
    {"lon", Cell::kLongitude, kRequired},
    kCertainty,
    kSource,
};

constexpr Column kSameAs[] = {
    {"entity", Cell::kEntity, kRequired},
    {"authority", Cell::kText, kRequired},
    {"id", Cell::kText, kRequired},
    kSource,
};

constexpr Column kSources[] = {
    {"id", Cell::kId, kRequired},
    {"kind", Cell::kWord, kRequired, "source-kinds"},
    {"citation", Cell::kText, kRequired},
    {"composed", Cell::kDate},
    {"published", Cell::kDate},
    {"lang", Cell::kLang},
    {"note"},
};

constexpr Column kAudit[] = {
    {"table", Cell::kText, kRequired},
    {"row", Cell::kText, kRequired},
    {"verdict", Cell::kWord, kRequired, "verdicts"},
    {"note"},
    {"date", Cell::kDate, kRequired},
};

constexpr Column kCues[] = {
    {"lang", Cell::kLang, kRequired},
    {"type", Cell::kWord, kRequired, "types"},
    {"cue", Cell::kText, kRequired},
    {"position", Cell::kWord, kRequired, "positions"},
    kSource,
};

constexpr std::array<Schema, kTableCount> kSchemas = {{
    {TableKind::kEntities, "entities/", kEntities},
    {TableKind::kNames, "names/", kNames},
    {TableKind::kSenses, "senses/", kSenses},
    {TableKind::kForms, "forms/", kForms},
    {TableKind::kParts, "parts/", kParts},
    {TableKind::kLinks, "links/", kLinks},
    {TableKind::kRelations, "relations/", kRelations},
    {TableKind::kImports, "imports/", kImports},
    {TableKind::kCompose, "compose.tsv", kCompose},
    {TableKind::kDates, "dates.tsv", kDates},
    {TableKind::kDistinct, "distinct.tsv", kDistinct},
    {TableKind::kBlocks, "blocks.tsv", kBlocks},
    {TableKind::kPlaces, "places.tsv", kPlaces},
    {TableKind::kSameAs, "same_as.tsv", kSameAs},
    {TableKind::kSources, "sources.tsv", kSources},
    {TableKind::kAudit, "audit.tsv", kAudit},
    {TableKind::kCues, "cues.tsv", kCues},
    {TableKind::kDerive, "morphology/derive.tsv", kDerive},
    {TableKind::kSimplified, "tables/simplified.tsv", kSimplified},
    {TableKind::kHanReadings, "tables/han_readings.tsv", kHanReadings},
    {TableKind::kClasses, "conventions/classes.tsv", kClasses},
    {TableKind::kRules, "conventions/rules/", kRules},
    {TableKind::kReaders, "conventions/readers.tsv", kReaders},
    {TableKind::kSyllables, "conventions/syllables.tsv", kSyllables},
    {TableKind::kSounds, "conventions/sounds.tsv", kSounds},
    {TableKind::kHanNames, "conventions/han_names.tsv", kHanNames},
    {TableKind::kSoundCosts, "conventions/sound_costs.tsv", kSoundCosts},
    {TableKind::kCosts, "tables/costs.tsv", kCosts},
    {TableKind::kElsewhere, "tables/han_elsewhere.tsv", kElsewhere},
    {TableKind::kNameWords, "conventions/name_words.tsv", kNameWords},
    {TableKind::kMorphClasses, "morphology/classes.tsv", kMorphClasses},
    {TableKind::kMorphLanguages, "morphology/languages.tsv", kMorphLanguages},
    {TableKind::kSlots, "morphology/slots.tsv", kSlots},
    {TableKind::kAffixes, "morphology/affixes/", kAffixes},
    {TableKind::kAlternations, "morphology/alternations.tsv", kAlternations},
    {TableKind::kWriters, "conventions/writers.tsv", kWriters},
    {TableKind::kVocalized, "conventions/vocalized.tsv", kVocalized},
    {TableKind::kGenerated, "conventions/generated.tsv", kGenerated},
}};

constexpr Column kList[] = {
    {"id", Cell::kText, kRequired},
    {"definition", Cell::kText, kRequired},
    {"example"},
    {"mapping"},
};

constexpr Column kRelationList[] = {
    {"id", Cell::kId, kRequired},
    {"inverse", Cell::kText, kRequired},
    {"subject_types", Cell::kWords, kOptional, "types"},
    {"object_types", Cell::kWords, kOptional, "types"},
    {"definition", Cell::kText, kRequired},
    {"example"},
    {"mapping"},
};

constexpr Column kLanguageList[] = {
    {"id", Cell::kText, kRequired},
    {"label", Cell::kText, kRequired},
    {"scripts"},
    {"note"},
};

constexpr Column kConventionList[] = {
    {"id", Cell::kText, kRequired},
    {"tag", Cell::kText, kRequired},
    {"aliases"},
    {"definition", Cell::kText, kRequired},
};

constexpr Column kReadingExceptionList[] = {
    {"character", Cell::kText, kRequired},
    {"reading", Cell::kText, kRequired},
    {"note"},
    kSource,
};

}  // namespace

std::span<const Schema> all_schemas() { return kSchemas; }

const Schema& schema_of(TableKind kind) {
  const size_t index = static_cast<size_t>(kind);
  assert(index < kTableCount && kSchemas[index].kind == kind);
  return kSchemas[index];
}

std::span<const Column> vocabulary_columns(std::string_view stem) {
  if (stem == "relations") return kRelationList;
  if (stem == "languages") return kLanguageList;
  if (stem == "conventions") return kConventionList;
  if (stem == "reading-exceptions") return kReadingExceptionList;
  return kList;
}

std::string header_of(std::span<const Column> columns) {
  std::string header;
  for (const Column& column : columns) {
    if (!header.empty()) header += '\t';
    header += column.name;
  }
  return header;
}

}  // namespace khitai::compile
