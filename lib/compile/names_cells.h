// SPDX-License-Identifier: Apache-2.0
//
// Cells of a user's table of names, made what the lexicon's own tables have.

#ifndef KHITAI_COMPILE_NAMES_CELLS_H_
#define KHITAI_COMPILE_NAMES_CELLS_H_

#include <string>
#include <string_view>

namespace khitai::compile {

// In NFC, without spaces at the ends and marks of direction.
std::string plain_cell(std::string_view cell);

// zh_Hant, zho-Hant -> zh-Hant: the form the lexicon's own tags have.
std::string plain_tag(std::string_view tag);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_NAMES_CELLS_H_
