// SPDX-License-Identifier: Apache-2.0
//
// Characters that some program takes for the end of a line, which files of one
// record a line must therefore not have inside one. Constant time.

#ifndef KHITAI_WRITE_LINE_ENDS_H_
#define KHITAI_WRITE_LINE_ENDS_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace khitai::write {

// Bytes of the line end at `at`; 0 when there is none. Those that Python's
// splitlines knows. REQUIRES: at < text.size().
size_t line_end_size(std::string_view text, size_t at);

// The text with every tab and line end as a space, ill-formed parts as U+FFFD.
std::string in_one_line(std::string_view text);

// White space of any script or a control character: no part of a token.
bool is_white(char32_t code);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_LINE_ENDS_H_
