// SPDX-License-Identifier: Apache-2.0
//
// Columns of the tables of rules: morphology/, conventions/, tables/. Part of
// schema.cc.

#ifndef KHITAI_COMPILE_SCHEMA_RULES_H_
#define KHITAI_COMPILE_SCHEMA_RULES_H_

#include "compile/schema.h"

namespace khitai::compile::columns {

inline constexpr bool kRequired = true;
inline constexpr bool kOptional = false;
inline constexpr Column kSource = {"source", Cell::kSources, kRequired};

inline constexpr Column kDerive[] = {
    {"lang", Cell::kLang, kRequired},
    {"types", Cell::kWords, kRequired, "types"},
    {"grammar", Cell::kWords, kOptional, "grammar"},
    {"ending"},
    {"replace"},
    {"makes", Cell::kWords, kRequired, "grammar"},
    {"rule", Cell::kText, kRequired},
    {"example"},
    kSource,
};

inline constexpr Column kSimplified[] = {
    {"character", Cell::kText, kRequired},
    {"simplified", Cell::kText, kRequired},
};

inline constexpr Column kHanReadings[] = {
    {"character", Cell::kText, kRequired},
    {"readings", Cell::kText, kRequired},
};

inline constexpr Column kElsewhere[] = {
    {"character", Cell::kText, kRequired},
    {"tang"},
    {"cantonese"},
    {"korean"},
    {"on"},
    {"vietnamese"},
};

inline constexpr Column kClasses[] = {
    {"class", Cell::kId, kRequired},
    {"members", Cell::kText, kRequired},
    {"note"},
    kSource,
};

inline constexpr Column kRules[] = {
    {"set", Cell::kText, kRequired},
    {"pass", Cell::kNumber, kRequired},
    {"input", Cell::kText, kRequired},
    {"before"},
    {"after"},
    {"output"},
    {"note"},
    kSource,
};

inline constexpr Column kReaders[] = {
    {"id", Cell::kId, kRequired},
    {"script", Cell::kText, kRequired},
    {"langs", Cell::kLang},
    {"family", Cell::kText, kRequired},
    {"steps", Cell::kText, kRequired},
    {"mandarin"},
    {"also"},
    {"near"},
    {"signs"},
    {"note"},
    kSource,
};

inline constexpr Column kSyllables[] = {
    {"pinyin", Cell::kText, kRequired},
    {"initial", Cell::kText, kRequired},
    {"final", Cell::kText, kRequired},
    {"wade-giles"},
    {"palladius"},
    {"efeo"},
    {"yale"},
    {"bopomofo"},
    kSource,
};

inline constexpr Column kSounds[] = {
    {"sound", Cell::kText, kRequired},
    {"consonant"},
    {"fine"},
    {"vowel"},
    {"note"},
    kSource,
};

inline constexpr Column kHanNames[] = {
    {"form", Cell::kText, kRequired},
    {"reading", Cell::kText, kRequired},
    {"note"},
    kSource,
};

inline constexpr Column kWriters[] = {
    {"convention", Cell::kWord, kRequired, "conventions"},
    {"lang", Cell::kLang, kRequired},
    {"script", Cell::kText, kRequired},
    {"from", Cell::kText, kRequired},
    {"syllables"},
    {"joiner"},
    {"tones"},
    {"steps"},
    {"back"},
    {"case"},
    {"prior", Cell::kNumber, kRequired},
    {"note"},
    kSource,
};

inline constexpr Column kVocalized[] = {
    {"letter", Cell::kText, kRequired},
    {"sounds", Cell::kText, kRequired},
    {"note"},
    kSource,
};

inline constexpr Column kGenerated[] = {
    {"convention", Cell::kWord, kRequired, "conventions"},
    {"lang", Cell::kLang, kRequired},
    {"types", Cell::kWords, kOptional, "types"},
    {"use", Cell::kWords, kOptional, "use"},
    {"least", Cell::kNumber, kRequired},
    {"alone", Cell::kNumber, kRequired},
    {"note"},
    kSource,
};

inline constexpr Column kSoundCosts[] = {
    {"a", Cell::kText, kRequired},
    {"b"},
    {"cost", Cell::kText, kRequired},
    {"note"},
    kSource,
};

inline constexpr Column kCosts[] = {
    {"pair", Cell::kText, kRequired},
    {"from"},
    {"to"},
    {"cost", Cell::kText, kRequired},
};

inline constexpr Column kNameWords[] = {
    {"word", Cell::kText, kRequired},
    {"kind", Cell::kWord, kRequired, "name-words"},
    {"value"},
    {"note"},
    kSource,
};

inline constexpr Column kMorphClasses[] = {
    {"class", Cell::kId, kRequired},
    {"members", Cell::kText, kRequired},
    kSource,
};

inline constexpr Column kMorphLanguages[] = {
    {"lang", Cell::kLang, kRequired},
    {"tags", Cell::kLang, kRequired},
    {"scripts", Cell::kText, kRequired},
    {"inflects", Cell::kText, kRequired},
    {"least", Cell::kNumber, kRequired},
    {"note"},
    kSource,
};

inline constexpr Column kSlots[] = {
    {"lang", Cell::kLang, kRequired},
    {"slot", Cell::kText, kRequired},
    {"place", Cell::kText, kRequired},
    {"follows", Cell::kText, kRequired},
    {"cost", Cell::kNumber, kRequired},
    {"makes"},
    {"note"},
    kSource,
};

inline constexpr Column kAffixes[] = {
    {"lang", Cell::kLang, kRequired},
    {"slot", Cell::kText, kRequired},
    {"affix", Cell::kText, kRequired},
    {"harmony"},
    {"after"},
    {"restore"},
    {"rule", Cell::kText, kRequired},
    {"example"},
    kSource,
};

inline constexpr Column kAlternations[] = {
    {"lang", Cell::kLang, kRequired},
    {"place", Cell::kText, kRequired},
    {"written"},
    {"stem", Cell::kText, kRequired},
    {"before"},
    {"cost", Cell::kNumber, kRequired},
    {"example"},
    kSource,
};

}  // namespace khitai::compile::columns

#endif  // KHITAI_COMPILE_SCHEMA_RULES_H_
