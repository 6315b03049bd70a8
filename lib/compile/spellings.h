// SPDX-License-Identifier: Apache-2.0
//
// What the forms of a lexicon are looked for by beyond their exact spelling:
// L2 keys, skeletons, L1 keys with a letter left out (romanize/terms.h), in
// indexes that the resolver reads. Cost: about 20 microseconds a form.

#ifndef KHITAI_COMPILE_SPELLINGS_H_
#define KHITAI_COMPILE_SPELLINGS_H_

#include <string>
#include <vector>

#include "compile/generate.h"
#include "compile/klex_writer.h"
#include "romanize/tables.h"

namespace khitai::compile {

struct SpellingSections {
  CellTable spellings{lexicon::SpellingColumn::kCount};
  std::string readings, skeletons, near;
};

// `fuzzy`: 0 only readings, 1 also skeletons and keys with one letter left out,
// 2 keys with two. One row of `spellings` a form, in the same order.
SpellingSections file_spellings(const romanize::Tables& conventions,
                                const std::vector<const DraftForm*>& forms,
                                int fuzzy, Strings* strings);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_SPELLINGS_H_
