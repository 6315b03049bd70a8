// SPDX-License-Identifier: Apache-2.0
//
// Which of the forms that rules make may stand beside what is there. Where a
// made form has the match key of another entity's form or of a block, it loses
// and is told, unless its own entity has that key already. Where forms made
// for two entities meet, both stay: as they are when their bases are homonyms,
// else with `use` `cue`, for only the context can tell them apart.

#ifndef KHITAI_COMPILE_HOMONYMS_H_
#define KHITAI_COMPILE_HOMONYMS_H_

#include <string>
#include <vector>

#include "compile/denoted.h"
#include "compile/drafts.h"
#include "compile/tables.h"

namespace khitai::compile {

// "generated form 'Chin' of zhou (wade-giles) is dropped: jin has it attested"
Problem dropped(const Tables& tables, const DraftForm& form,
                const std::string& why);

// Appends to `*forms` those of `made` that may stand; all are folded. A tag
// that the name's own form of the same text has is not made again. Linear, but
// for forms of one key.
void add_made(const Tables& tables, const Denoted& denoted,
              std::vector<DraftForm> made, std::vector<DraftForm>* forms,
              std::vector<Problem>* problems);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_HOMONYMS_H_
