// SPDX-License-Identifier: Apache-2.0
//
// An affix behind an apostrophe (Turkish *Semerkant'ta*) is no part of the
// mention and stays as it is when the name is replaced: it must then be right
// behind the new name too, which harmony and hard letters decide.

#ifndef KHITAI_WRITE_AFFIX_H_
#define KHITAI_WRITE_AFFIX_H_

#include <string_view>

#include "khitai/lexicon.h"

namespace khitai::write {

// Whether what stands behind a name in the text (`rest`) may stand behind
// `new_name` as it does behind `old_name`. True where it begins with no
// apostrophe and letters, or is no affix that the morphology of `lang` (BCP
// 47) lets follow the old name. Linear in the last words.
bool keeps_affix(const Lexicon& lexicon, std::string_view old_name,
                 std::string_view new_name, std::string_view rest,
                 std::string_view lang);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_AFFIX_H_
