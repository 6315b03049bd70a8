// SPDX-License-Identifier: Apache-2.0
//
// Words that are parted at the end of a line.

#ifndef KHITAI_DOCUMENT_TEXT_H_
#define KHITAI_DOCUMENT_TEXT_H_

#include <cstddef>
#include <string_view>

namespace khitai::document {

inline constexpr std::string_view kSoftHyphen = "\xC2\xAD";

// Whether the last character may be a letter: a hyphen behind anything else
// parts no word.
bool ends_in_letter(std::string_view text);

// Where the word goes on whose soft hyphen stands at `at`: at the next line,
// behind its white space. 0 when the hyphen does not end a word and its line,
// or the next line is blank.
size_t broken_word_end(std::string_view text, size_t at);

}  // namespace khitai::document

#endif  // KHITAI_DOCUMENT_TEXT_H_
