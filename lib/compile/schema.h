// SPDX-License-Identifier: Apache-2.0
//
// What the tables of a lexicon look like: which file holds which table, its
// columns in order, and what a cell of each column may hold. One constexpr
// list; the reader takes the columns from it, the lint takes the rules, so a
// new column is one line here. Read-only data, free to share between threads.

#ifndef KHITAI_COMPILE_SCHEMA_H_
#define KHITAI_COMPILE_SCHEMA_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace khitai::compile {

enum class TableKind : uint8_t {
  kEntities,
  kNames,
  kSenses,
  kForms,
  kParts,
  kLinks,
  kRelations,
  kImports,
  kCompose,
  kDates,
  kDistinct,
  kBlocks,
  kPlaces,
  kSameAs,
  kSources,
  kAudit,  // audit.tsv: rows checked a second time
  kCues,
  kDerive,       // morphology/derive.tsv: rules that make forms of forms
  kSimplified,   // tables/simplified.tsv: generated, exempt from size rules
  kHanReadings,  // tables/han_readings.tsv: likewise
  kClasses,      // conventions/: what romanize/tables.h is filled from
  kRules,
  kReaders,
  kSyllables,
  kSounds,
  kHanNames,
  kSoundCosts,
  kCosts,      // tables/costs.tsv: fitted
  kElsewhere,  // tables/han_elsewhere.tsv: generated
  kNameWords,
  kMorphClasses,  // morphology/: what morphology/tables.h is filled from
  kMorphLanguages,
  kSlots,
  kAffixes,
  kAlternations,
  kWriters,
  kVocalized,   // conventions/vocalized.tsv: how Arabic letters are read
  kGenerated,   // conventions/generated.tsv: which conventions are made
  kVocabulary,  // Tables::vocabulary, one table a file
};
inline constexpr size_t kTableCount =
    static_cast<size_t>(TableKind::kVocabulary);

// What a cell holds. A cell that is not required may be empty.
enum class Cell : uint8_t {
  kText,      // anything
  kId,        // [a-z0-9.-]+, defined by this row
  kEntity,    // an id of entities/
  kName,      // an id of names/, or of entities/ (an entity's main name)
  kSources,   // `id` or `id:locus`, several joined by ";"
  kLang,      // BCP 47 tags, several joined by " "
  kDate,      // base/year.h
  kWord,      // one word of a closed list: vocabulary/<list>.tsv
  kWords,     // a set of such words, joined by " "
  kNumber,    // a whole number
  kLatitude,  // degrees
  kLongitude,
};

struct Column {
  std::string_view name;
  Cell cell = Cell::kText;
  bool required = false;
  std::string_view list = {};  // of kWord and kWords: stem of the vocabulary
};

struct Schema {
  TableKind kind;
  std::string_view path;  // "entities/" or "dates.tsv": where it usually is
  std::span<const Column> columns;
};

// One per TableKind but kVocabulary, in that order.
std::span<const Schema> all_schemas();
const Schema& schema_of(TableKind kind);

// The columns of vocabulary/<stem>.tsv.
std::span<const Column> vocabulary_columns(std::string_view stem);

// The header line of a table, without its newline.
std::string header_of(std::span<const Column> columns);

// Where the cells of each table stand: `row[forms::kLang]`.
// clang-format off
namespace entities { enum : size_t {
  kId, kType, kLabel, kDescription, kFrom, kTo, kCertainty, kSource }; }
namespace names { enum : size_t {
  kId, kLang, kLabel, kGloss, kRegister, kNote, kSource }; }
namespace senses { enum : size_t {
  kName, kEntity, kKind, kUsage, kFrom, kTo, kForm, kCertainty, kSource,
  kNote }; }
namespace forms { enum : size_t {
  kName, kForm, kLang, kReading, kGrammar, kUse, kCertainty, kBasis,
  kSource }; }
namespace parts { enum : size_t {
  kEntity, kPart, kText, kLang, kOrder, kSource }; }
namespace links { enum : size_t {
  kFrom, kTo, kType, kPart, kRule, kVia, kDate, kAccount, kStance, kCertainty,
  kClaim, kSource }; }
namespace relations { enum : size_t {
  kSubject, kRelation, kObject, kFrom, kTo, kCertainty, kClaim, kSource }; }
namespace imports { enum : size_t {
  kName, kForm, kLang, kRule, kFrom, kCertainty, kBasis, kSource }; }
namespace compose { enum : size_t {
  kLang, kPattern, kUse, kExample, kSource }; }
namespace dates { enum : size_t {
  kEntity, kEvent, kDate, kCertainty, kSource }; }
namespace distinct { enum : size_t { kForm, kA, kB, kHow, kSource }; }
namespace blocks { enum : size_t { kForm, kLang, kReason, kSource }; }
namespace places { enum : size_t {
  kEntity, kLat, kLon, kCertainty, kSource }; }
namespace same_as { enum : size_t { kEntity, kAuthority, kId, kSource }; }
namespace sources { enum : size_t {
  kId, kKind, kCitation, kComposed, kPublished, kLang, kNote }; }
namespace audit { enum : size_t {
  kTable, kRow, kVerdict, kNote, kDate }; }
namespace cues { enum : size_t { kLang, kType, kCue, kPosition, kSource }; }
namespace derive { enum : size_t {
  kLang, kTypes, kGrammar, kEnding, kReplace, kMakes, kRule, kExample,
  kSource }; }
namespace simplified { enum : size_t { kCharacter, kSimplified }; }
namespace han_readings { enum : size_t { kCharacter, kReadings }; }
namespace classes { enum : size_t { kClass, kMembers, kNote, kSource }; }
namespace rules { enum : size_t {
  kSet, kPass, kInput, kBefore, kAfter, kOutput, kNote, kSource }; }
namespace readers { enum : size_t {
  kId, kScript, kLangs, kFamily, kSteps, kMandarin, kAlso, kNear, kSigns,
  kNote, kSource }; }
namespace syllables { enum : size_t {
  kPinyin, kInitial, kFinal, kWadeGiles, kPalladius, kEfeo, kYale, kBopomofo,
  kSource }; }
namespace sounds { enum : size_t {
  kSound, kConsonant, kFine, kVowel, kNote, kSource }; }
namespace han_names { enum : size_t { kForm, kReading, kNote, kSource }; }
namespace sound_costs { enum : size_t { kA, kB, kCost, kNote, kSource }; }
namespace name_words { enum : size_t {
  kWord, kKind, kValue, kNote, kSource }; }
namespace costs { enum : size_t { kPair, kFrom, kTo, kCost }; }
namespace morph_classes { enum : size_t { kClass, kMembers, kSource }; }
namespace morph_languages { enum : size_t {
  kLang, kTags, kScripts, kInflects, kLeast, kNote, kSource }; }
namespace slots { enum : size_t {
  kLang, kSlot, kPlace, kFollows, kCost, kMakes, kNote, kSource }; }
namespace affixes { enum : size_t {
  kLang, kSlot, kAffix, kHarmony, kAfter, kRestore, kRule, kExample,
  kSource }; }
namespace alternations { enum : size_t {
  kLang, kPlace, kWritten, kStem, kBefore, kCost, kExample, kSource }; }
namespace writers { enum : size_t {
  kConvention, kLang, kScript, kFrom, kSyllables, kJoiner, kTones, kSteps,
  kBack, kCase, kPrior, kNote, kSource }; }
namespace vocalized { enum : size_t { kLetter, kSounds, kNote, kSource }; }
namespace generated { enum : size_t {
  kConvention, kLang, kTypes, kUse, kLeast, kAlone, kNote, kSource }; }
// Of vocabulary/*.tsv; those named below have columns of their own.
namespace vocabulary { enum : size_t {
  kId, kDefinition, kExample, kMapping }; }
namespace vocabulary_relations { enum : size_t {
  kId, kInverse, kSubjectTypes, kObjectTypes, kDefinition, kExample,
  kMapping }; }
namespace vocabulary_languages { enum : size_t {
  kId, kLabel, kScripts, kNote }; }
namespace vocabulary_conventions { enum : size_t {
  kId, kTag, kAliases, kDefinition }; }
namespace vocabulary_reading_exceptions { enum : size_t {
  kCharacter, kReading, kNote, kSource }; }
// clang-format on

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_SCHEMA_H_
