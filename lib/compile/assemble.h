// SPDX-License-Identifier: Apache-2.0
//
// Tables and drafted forms -> the bytes of a compiled lexicon. References that
// lead nowhere, unreadable dates and forms that fold to nothing are problems;
// everything else is the lint's matter (check.h).

#ifndef KHITAI_COMPILE_ASSEMBLE_H_
#define KHITAI_COMPILE_ASSEMBLE_H_

#include <string>
#include <vector>

#include "compile/generate.h"
#include "compile/tables.h"
#include "khitai/result.h"

namespace khitai::compile {

// The attested forms of the tables, each spelling of a name once per
// language tag, sorted.
std::vector<DraftForm> draft_attested(const Tables& tables);

// `fuzzy`: see spellings.h. Deterministic: depends on what the tables say, not
// on how they are split into files.
Result<std::string> assemble(const Tables& tables,
                             const std::vector<DraftForm>& forms, int fuzzy,
                             std::vector<Problem>* problems);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_ASSEMBLE_H_
