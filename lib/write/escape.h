// SPDX-License-Identifier: Apache-2.0
//
// Text made safe for where it goes. Ill-formed bytes come out as U+FFFD.

#ifndef KHITAI_WRITE_ESCAPE_H_
#define KHITAI_WRITE_ESCAPE_H_

#include <string>
#include <string_view>

namespace khitai::write {

// Text of an element or of a quoted attribute of HTML. Control characters but
// newline and tab become U+FFFD, a carriage return before a newline nothing.
void append_html(std::string_view text, std::string* out);

// A cell of TSV: every run of tabs and newlines becomes one space.
void append_cell(std::string_view text, std::string* out);

// A cell of TSV that can be read back to the byte: tab, newline, carriage
// return and backslash are \t, \n, \r, \\.
std::string escaped(std::string_view text);
std::string unescaped(std::string_view cell);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_ESCAPE_H_
