// SPDX-License-Identifier: Apache-2.0
//
// How many columns of a terminal a text takes: none for marks, two for East
// Asian characters. A table generated from Unicode; thread-safe.

#ifndef KHITAI_WRITE_WIDTH_H_
#define KHITAI_WRITE_WIDTH_H_

#include <cstddef>
#include <string_view>

namespace khitai::write {

// 0, 1 or 2; 0 for controls.
size_t display_width(char32_t value);
size_t display_width(std::string_view text);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_WIDTH_H_
