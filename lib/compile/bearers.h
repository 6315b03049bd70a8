// SPDX-License-Identifier: Apache-2.0
//
// How common a given name is: how many persons of the lexicon bear it. A text
// that says "Mahmud" and nothing else means one of many.

#ifndef KHITAI_COMPILE_BEARERS_H_
#define KHITAI_COMPILE_BEARERS_H_

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "compile/drafts.h"

namespace khitai::compile {

// For each form of one word that names a person: the persons (by the id of the
// name) that have the word in one of their forms, itself included; 0 for other
// forms. Time: a sort of the words.
std::vector<uint32_t> count_bearers(
    const std::vector<DraftForm>& forms, unsigned jobs,
    const std::function<bool(std::string_view name)>& is_person);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_BEARERS_H_
