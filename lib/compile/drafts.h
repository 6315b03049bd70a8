// SPDX-License-Identifier: Apache-2.0
//
// Forms to be, attested or generated, before they are numbered and filed. Not
// thread-safe.

#ifndef KHITAI_COMPILE_DRAFTS_H_
#define KHITAI_COMPILE_DRAFTS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "compile/tables.h"

namespace khitai::compile {

struct DraftForm {
  Text name;  // id; of the tables, as all that no rule changes
  Text reading, grammar, certainty, basis, source;
  std::string text, lang, use;
  std::string rule;            // empty: attested
  std::string key;             // match key of the text (fold_drafts)
  size_t base = SIZE_MAX;      // index of the draft it was made from
  uint32_t file = UINT32_MAX;  // where its row stands, or its base's, if any
  uint32_t line = 0;
};

// The attested forms of the tables, each spelling of a name once per
// language tag, sorted and folded. On `jobs` threads (0: as many as
// processors).
std::vector<DraftForm> draft_attested(const Tables& tables, unsigned jobs = 0);

// What rules say of a form they make: its basis, and how certain it is where
// they follow several readings. They live as long as the program.
Text generated_text();
Text likely_text();

// Fills in the match keys. A text that folds to nothing has none.
void fold_drafts(std::vector<DraftForm>* forms, unsigned jobs);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_DRAFTS_H_
