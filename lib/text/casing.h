// SPDX-License-Identifier: Apache-2.0
//
// Upper and lower case of words as they are written.

#ifndef KHITAI_TEXT_CASING_H_
#define KHITAI_TEXT_CASING_H_

#include <string_view>

namespace khitai::text {

// Whether `written` has a capital wherever a word of `form` begins with one.
// Words beyond the shorter of the two are not compared; scripts without case
// always agree. Linear.
bool keeps_capitals(std::string_view form, std::string_view written);

// How a word begins; kNone: with what has no case.
enum class Casing { kNone, kLower, kCapital };
Casing casing_of(std::string_view word);

}  // namespace khitai::text

#endif  // KHITAI_TEXT_CASING_H_
