// SPDX-License-Identifier: Apache-2.0
//
// Since when spellings are attested, as far as the works tell that are cited
// for them: the year in which the earliest of these was composed. It bounds
// the use of a name from one side only; the name may be older. Thread-safe.

#ifndef KHITAI_WRITE_ATTESTED_H_
#define KHITAI_WRITE_ATTESTED_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "khitai/lexicon.h"
#include "write/sources.h"

namespace khitai::write {

struct Attested {
  uint32_t form = kNoRow;                 // kNoRow: no work that is dated
  Cited work;                             // the work that has it, and where
  std::string_view composed;              // of the work, as the table has it
  int32_t year = kLatest;                 // the first that this allows
  std::vector<std::string_view> undated;  // works cited, without such a date
};

// Of the forms that no rule and no editor made. Among equals the first one.
// Linear in the forms and what they cite.
Attested attested_of(const Lexicon& lexicon,
                     const std::vector<uint32_t>& forms);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_ATTESTED_H_
