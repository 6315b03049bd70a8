// SPDX-License-Identifier: Apache-2.0
//
// The conventions as the text tables have them, for the rules that make forms
// and keys at compile time.

#ifndef KHITAI_COMPILE_CONVENTIONS_H_
#define KHITAI_COMPILE_CONVENTIONS_H_

#include <memory>

#include "compile/tables.h"
#include "morphology/tables.h"
#include "romanize/tables.h"

namespace khitai::compile {

// In the order of romanize::Part.
inline constexpr TableKind kConventionTables[romanize::kPartCount] = {
    TableKind::kClasses,   TableKind::kRules,      TableKind::kReaders,
    TableKind::kSyllables, TableKind::kSounds,     TableKind::kHanReadings,
    TableKind::kHanNames,  TableKind::kSoundCosts, TableKind::kCosts,
};

// In the order of morphology::Part.
inline constexpr TableKind kMorphologyTables[morphology::kPartCount] = {
    TableKind::kMorphClasses, TableKind::kMorphLanguages, TableKind::kSlots,
    TableKind::kAffixes,      TableKind::kAlternations,
};

// Filled and finished; points into `tables`, which must outlive it.
std::unique_ptr<romanize::Tables> conventions_of(const Tables& tables);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_CONVENTIONS_H_
