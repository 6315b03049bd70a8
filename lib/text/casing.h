// SPDX-License-Identifier: Apache-2.0
//
// Upper and lower case of words as they are written.

#ifndef KHITAI_TEXT_CASING_H_
#define KHITAI_TEXT_CASING_H_

#include <string>
#include <string_view>

namespace khitai::text {

// Whether `written` has a capital wherever a word of `form` begins with one.
// Words beyond the shorter of the two are not compared; scripts without case
// always agree. Linear.
bool keeps_capitals(std::string_view form, std::string_view written);

// `form` in the case of `written`: all capitals when that has two capitals or
// more and no small letter, else with its first letter as that begins. `lang`
// is a BCP 47 tag (Turkish and Azerbaijani i). Linear.
std::string cased_like(std::string_view form, std::string_view written,
                       std::string_view lang);

}  // namespace khitai::text

#endif  // KHITAI_TEXT_CASING_H_
