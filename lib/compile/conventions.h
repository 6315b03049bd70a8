// SPDX-License-Identifier: Apache-2.0
//
// The conventions as the text tables have them, for the rules that make forms
// and keys at compile time.

#ifndef KHITAI_COMPILE_CONVENTIONS_H_
#define KHITAI_COMPILE_CONVENTIONS_H_

#include <memory>
#include <string>
#include <string_view>

#include "compile/schema.h"
#include "compile/tables.h"
#include "morphology/tables.h"
#include "romanize/tables.h"

namespace khitai::compile {

// The table that fills a part, and its columns.
const Table& table_of(const Tables& tables, romanize::Part part);
std::span<const Column> columns_of(romanize::Part part);

// In the order of morphology::Part.
inline constexpr TableKind kMorphologyTables[morphology::kPartCount] = {
    TableKind::kMorphClasses, TableKind::kMorphLanguages, TableKind::kSlots,
    TableKind::kAffixes,      TableKind::kAlternations,
};

// The tag of a convention for a language ("dmg" of "fa": "fa-Latn-x-dmg"), of
// those that vocabulary/conventions.tsv has; empty when it has none.
std::string convention_tag(const Tables& tables, std::string_view convention,
                           std::string_view lang);

// Filled and finished; points into `tables`, which must outlive it.
std::unique_ptr<romanize::Tables> conventions_of(const Tables& tables);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_CONVENTIONS_H_
