// SPDX-License-Identifier: Apache-2.0
//
// Reading cells that hold sets: words and language tags joined by a space.
// Linear; views live as long as the cell.

#ifndef KHITAI_COMPILE_CELLS_H_
#define KHITAI_COMPILE_CELLS_H_

#include <string>
#include <string_view>
#include <vector>

#include "compile/tables.h"

namespace khitai::compile {

std::vector<std::string_view> words(std::string_view cell);
// The code points of well-formed UTF-8.
std::vector<std::string_view> characters(std::string_view text);
bool has_word(std::string_view cell, std::string_view word);

// Those of the tags that are `lang` or below it ("zh-Hant" below "zh").
std::string tags_below(std::string_view tags, std::string_view lang);

// Whether one of the tags is Chinese, written ("lzh") or spoken ("zh").
bool is_chinese(std::string_view tags);

// Rows in the order of their cells, whatever files they came from.
std::vector<const Row*> sorted_rows(const Table& table);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_CELLS_H_
