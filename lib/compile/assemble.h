// SPDX-License-Identifier: Apache-2.0
//
// Tables and drafted forms -> the bytes of a compiled lexicon. References that
// lead nowhere, unreadable dates and forms that fold to nothing are problems;
// everything else is the lint's matter (check.h).

#ifndef KHITAI_COMPILE_ASSEMBLE_H_
#define KHITAI_COMPILE_ASSEMBLE_H_

#include <string>
#include <vector>

#include "compile/drafts.h"
#include "compile/phases.h"
#include "compile/spellings.h"
#include "compile/tables.h"
#include "khitai/result.h"

namespace khitai::compile {

// Once users' names are drafts: tells what is wrong with their spelling and
// drops their rows, which take more room than all the rest.
void settle_names(const std::vector<DraftForm>& forms, Tables* tables,
                  std::vector<Problem>* problems);

// `indexing`: see spellings.h. Deterministic: depends on what the
// tables say, not on how they are split into files. The drafts are given back
// to the memory when they are filed.
Result<std::string> assemble(const Tables& tables, std::vector<DraftForm> forms,
                             const Indexing& indexing, Phases* phases,
                             std::vector<Problem>* problems);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_ASSEMBLE_H_
