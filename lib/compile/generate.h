// SPDX-License-Identifier: Apache-2.0
//
// Forms that a rule makes from attested ones, each marked with its rule:
// simplified Chinese, English demonyms and plurals, composed display names,
// romanizations (romanized.h). A generated form never stands where an attested
// one is: within its own name a spelling that is there already is not made
// again, and one whose match key is that of another entity's attested form is
// dropped and reported (homonyms.h).
//
// Rules are data: tables/simplified.tsv, morphology/derive.tsv, compose.tsv,
// parts/ and conventions/generated.tsv of the lexicon folder. Cost: linear in
// forms and rules.

#ifndef KHITAI_COMPILE_GENERATE_H_
#define KHITAI_COMPILE_GENERATE_H_

#include <vector>

#include "compile/drafts.h"
#include "compile/tables.h"

namespace khitai::compile {

// Appends what the rules make of `*forms` (attested ones, as drafted), folded.
// Notes on dropped collisions go to *problems as warnings. `jobs`: threads, 0
// for as many as processors; the forms are the same.
void generate_forms(const Tables& tables, std::vector<DraftForm>* forms,
                    std::vector<Problem>* problems, unsigned jobs = 0);

// Appends all that the rules make, also what is attested already: for counting
// what is not.
void make_all_forms(const Tables& tables, std::vector<DraftForm>* forms);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_GENERATE_H_
