// SPDX-License-Identifier: Apache-2.0
//
// The script of a text, by the Unicode property.

#ifndef KHITAI_TEXT_SCRIPT_H_
#define KHITAI_TEXT_SCRIPT_H_

#include <string_view>

namespace khitai::text {

// ISO 15924 code ("Latn", "Hani") of the first letter of `utf8` that belongs
// to a script; "Zyyy" where none does. Linear in what stands before it.
std::string_view script_of(std::string_view utf8);

}  // namespace khitai::text

#endif  // KHITAI_TEXT_SCRIPT_H_
