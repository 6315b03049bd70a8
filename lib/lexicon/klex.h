// SPDX-License-Identifier: Apache-2.0
//
// The layout of a compiled lexicon (*.klex), shared by the reader and by the
// compiler. Byte diagrams: docs/format.md.
//
//   header (64 bytes) | section table (32 bytes each) | sections, 64-aligned
//
// Three shapes of section: raw bytes; tables (u32 rows, u32 columns, then the
// cells row by row, u32 each); postings (u32 count, count + 1 offsets, values:
// for each number a list of numbers). A text is a number into the strings.

#ifndef KHITAI_LEXICON_KLEX_H_
#define KHITAI_LEXICON_KLEX_H_

#include <cstdint>

namespace khitai::lexicon {

inline constexpr char kMagic[8] = {'K', 'H', 'I', 'T', 'A', 'I', '\x1a', '\n'};
inline constexpr uint32_t kHeaderSize = 64;
inline constexpr uint32_t kSectionEntrySize = 32;
inline constexpr uint32_t kSectionAlignment = 64;
inline constexpr uint32_t kMaxSections = 64;

// Offsets of the header's fields.
enum HeaderField : uint32_t {
  kAtMagic = 0,
  kAtFormat = 8,
  kAtSchema = 12,
  kAtFold = 16,
  kAtSectionCount = 20,
  kAtFileSize = 24,
  kAtHash = 32,  // of the section table: identity of the content
};

// Offsets of a section entry's fields.
enum EntryField : uint32_t {
  kAtId = 0,
  kAtOffset = 8,
  kAtSize = 16,
  kAtChecksum = 24,
};

enum class Section : uint32_t {
  kStringOffsets = 1,  // raw: u32 offsets into kStringBytes, one more than
  kStringBytes = 2,    //   there are strings; string 0 is empty
  kEntities = 3,       // tables from here on
  kNames = 4,
  kForms = 5,
  kSenses = 6,
  kParts = 7,
  kRelations = 8,
  kDatings = 9,
  kLinks = 10,
  kDistinctions = 11,
  kSources = 12,
  kCues = 13,
  kBlocks = 14,        // sorted by key
  kMatcher = 20,       // raw: match/matcher.h
  kPatternForms = 21,  // postings from here on
  kEntitySenses = 22,
  kNameSenses = 23,
  kNameForms = 24,
  kEntityParts = 25,
  kEntityDatings = 26,
  kEntityRelations = 27,
  kNameLinks = 28,  // those that lead away from the name
  kEntityDistinctions = 29,
  kNameSources = 40,  // those that lead to it, and those without direction
  kClasses = 30,      // tables of texts: conventions (lexicon/conventions.h)
  kRules = 31,
  kReaders = 32,
  kSyllables = 33,
  kSounds = 34,
  kHanReadings = 35,
  kHanNames = 36,
  kSpellings = 50,      // table: what forms are compared by (spellings.h)
  kReadingIndex = 51,   // raw: match/hash_index.h, L2 keys -> forms
  kSkeletonIndex = 52,  // raw: terms of skeletons -> forms
  kNearIndex = 53,      // raw: match/near_index.h, L1 keys -> forms
  kSoundCosts = 54,     // tables of texts again
  kCosts = 55,
  kNameWords = 60,
  kMorphClasses = 44,  // likewise: morphology/tables.h
  kMorphLanguages = 45,
  kSlots = 46,
  kAffixes = 47,
  kAlternations = 48,
  kConventions = 37,
  kWriters = 38,
  kElsewhere = 39,
};

// In the order of romanize::Part; columns as in the text tables.
inline constexpr Section kConventionSections[] = {
    Section::kClasses,    Section::kRules,       Section::kReaders,
    Section::kSyllables,  Section::kSounds,      Section::kHanReadings,
    Section::kHanNames,   Section::kConventions, Section::kWriters,
    Section::kSoundCosts, Section::kCosts,       Section::kElsewhere,
    Section::kNameWords,
};

// In the order of morphology::Part; columns as in the text tables.
inline constexpr Section kMorphologySections[] = {
    Section::kMorphClasses, Section::kMorphLanguages, Section::kSlots,
    Section::kAffixes,      Section::kAlternations,
};

// Columns. "text" cells are string numbers, years are int32 as u32, others are
// row numbers (kNoRow when there is none). Entities, names and sources are
// sorted by id in byte order.
struct EntityColumn {
  enum : uint32_t {
    kId,
    kType,
    kLabel,
    kDescription,
    kFrom,
    kTo,
    kCertainty,
    kSource,
    kYearFrom,
    kYearTo,
    kCount
  };
};
struct NameColumn {
  enum : uint32_t {
    kId,
    kLang,
    kLabel,
    kGloss,
    kRegister,
    kNote,
    kSource,
    kCount
  };
};
struct FormColumn {
  enum : uint32_t {
    kName,
    kText,
    kLang,
    kReading,
    kGrammar,
    kUse,
    kCertainty,
    kBasis,
    kSource,
    kRule,
    kBase,
    kBearers,  // a number: persons that bear a given name (Form::bearers)
    kCount
  };
};
struct SenseColumn {
  enum : uint32_t {
    kName,
    kEntity,
    kKind,
    kUsage,
    kFrom,
    kTo,
    kForm,
    kCertainty,
    kSource,
    kNote,
    kYearFrom,
    kYearTo,
    kCount
  };
};
struct PartColumn {
  enum : uint32_t { kEntity, kPart, kText, kLang, kSource, kCount };
};
struct RelationColumn {
  enum : uint32_t {
    kSubject,
    kRelation,
    kInverse,
    kObject,
    kFrom,
    kTo,
    kCertainty,
    kClaim,
    kSource,
    kYearFrom,
    kYearTo,
    kCount
  };
};
struct DatingColumn {
  enum : uint32_t { kEntity, kEvent, kDate, kCertainty, kSource, kCount };
};
struct LinkColumn {
  enum : uint32_t {
    kFrom,
    kTo,
    kType,
    kPart,
    kRule,
    kVia,
    kDate,
    kAccount,
    kStance,
    kCertainty,
    kClaim,
    kSource,
    kCount
  };
};
struct DistinctionColumn {
  enum : uint32_t { kForm, kA, kB, kHow, kSource, kCount };
};
// Words that are no name, by match key; several rows may share one.
struct BlockColumn {
  enum : uint32_t { kKey, kForm, kLang, kReason, kSource, kCount };
};
struct SourceColumn {
  enum : uint32_t {
    kId,
    kKind,
    kCitation,
    kComposed,
    kPublished,
    kLang,
    kNote,
    kCount
  };
};
struct SpellingColumn {
  enum : uint32_t { kL0, kL1, kReadings, kWider, kCount };
};
struct CueColumn {
  enum : uint32_t { kLang, kType, kCue, kPosition, kCount };
};

}  // namespace khitai::lexicon

#endif  // KHITAI_LEXICON_KLEX_H_
