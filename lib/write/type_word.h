// SPDX-License-Identifier: Apache-2.0
//
// Types of entities as other formats write them: brat with a capital
// ("Polity"), IOB2 in capitals ("POLITY"). Letters, digits, - and _ only.

#ifndef KHITAI_WRITE_TYPE_WORD_H_
#define KHITAI_WRITE_TYPE_WORD_H_

#include <string>
#include <string_view>

namespace khitai::write {

// "entity" stands for no type.
std::string capital_type(std::string_view type);
std::string upper_type(std::string_view type);
// The other way round; "" for "entity".
std::string type_of_word(std::string_view word);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TYPE_WORD_H_
