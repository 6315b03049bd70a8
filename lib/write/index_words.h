// SPDX-License-Identifier: Apache-2.0
//
// The few words of an index in the languages of its readers: "see", "rulers",
// the marks between places. English where a language is not in the table.
// Constant data; thread-safe.

#ifndef KHITAI_WRITE_INDEX_WORDS_H_
#define KHITAI_WRITE_INDEX_WORDS_H_

#include <string_view>

namespace khitai::write {

struct IndexWords {
  std::string_view lang;
  std::string_view title;  // "Index of names"
  std::string_view see, see_also;
  std::string_view comma, semicolon, colon;  // with their spaces
  std::string_view opening, closing;         // quotation marks
  std::string_view line;                     // before a line's number
  // Headings of what a state, a dynasty or a ruler has.
  std::string_view rulers, capitals, members, parts, eras;
  std::string_view stroke;  // behind the number of strokes
};

// By a BCP 47 tag.
const IndexWords& index_words(std::string_view lang);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_INDEX_WORDS_H_
