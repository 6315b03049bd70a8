// SPDX-License-Identifier: Apache-2.0
//
// The text of a table before its meaning: lines, cells and characters, and
// what may be wrong with them. Functions of their arguments, linear in the
// text, thread-safe.

#ifndef KHITAI_COMPILE_TABLES_TEXT_H_
#define KHITAI_COMPILE_TABLES_TEXT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compile/tables.h"

namespace khitai::compile {

struct Line {
  uint32_t number;        // counted from 1
  std::string_view text;  // without its end of line
};

// Whose text it is.
enum class TextRules {
  kLexicon,  // LF, no byte order mark, a newline at the end
  kUser,     // what spreadsheets write is taken as it is meant
};

// The lines of `bytes` that can be read, header first. Leaves out those that
// are empty or not UTF-8. The views point into `bytes`.
std::vector<Line> split_lines(const std::string& path, std::string_view bytes,
                              TextRules rules, std::vector<Problem>* problems);

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::vector<std::string_view> split_cells(std::string_view line);

bool is_utf8(std::string_view text);
bool is_nfc(std::string_view text);
std::string to_nfc(std::string_view text);

// What is wrong with the characters of a cell, with what was expected, or
// nothing: not NFC, spaces at its ends, two in a row or of another kind than
// U+0020, control characters, invisible ones. ZWNJ may stand between letters
// of Arabic script, and the narrow space and vowel separator of Mongolian
// after one of its letters. REQUIRES: is_utf8(cell).
std::string cell_text_problem(std::string_view cell);

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_TABLES_TEXT_H_
