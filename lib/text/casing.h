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
// more and no small letter, small when it has no capital, else with its first
// letter as that begins; where a small word stands before one with a capital
// ("sultan Sanjar"), only if the form begins with that word. `lang` is a BCP 47
// tag (Turkish and Azerbaijani i). Linear.
std::string cased_like(std::string_view form, std::string_view written,
                       std::string_view lang);
// In small letters, whatever the language.
std::string lower(std::string_view text);

// Whether the first letter that has case is a capital; false where none has.
bool has_capital(std::string_view text);
// The same text with that letter a capital. `dotted`: the capital of i has a
// dot, as Turkic alphabets have it.
std::string with_capital(std::string_view text, bool dotted);

// `text` in small letters, with capitals where the words of `model` have
// them: word by word if they are as many, else as its first word has it.
// Spaces and hyphens part words. A model without case has capitals.
std::string with_capitals_of(std::string_view model, std::string_view text,
                             bool dotted);

// How a word begins; kNone: with what has no case.
enum class Casing { kNone, kLower, kCapital };
Casing casing_of(std::string_view word);

}  // namespace khitai::text

#endif  // KHITAI_TEXT_CASING_H_
