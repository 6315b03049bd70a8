// SPDX-License-Identifier: Apache-2.0
//
// Which script a text is written in, as far as showing it asks: to group the
// forms of a name, to set a paragraph, to isolate what runs from the right.
// Judged by the first letter. Constant data; thread-safe.

#ifndef KHITAI_WRITE_SCRIPT_H_
#define KHITAI_WRITE_SCRIPT_H_

#include <string>
#include <string_view>

namespace khitai::write {

// A script: ISO 15924 code and English name. Empty when nothing is known.
struct Script {
  std::string_view code;
  std::string_view label;
  bool right_to_left = false;
};

Script script_of(char32_t value);
// Of the first letter whose script is known.
Script script_of(std::string_view text);

// The text between U+2068 and U+2069 when it runs from the right, so that it
// does not disturb the line around it; else as it is.
std::string isolated(std::string_view text);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_SCRIPT_H_
