// SPDX-License-Identifier: Apache-2.0
//
// What was typed into a search box, cut by its quotation marks. Linear.

#ifndef KHITAI_SEARCH_TEXT_H_
#define KHITAI_SEARCH_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace khitai::search {

// The same number of bytes, with a space for every byte that is no text: of
// control characters, byte order marks and what is not UTF-8. So no engine
// meets a NUL, and offsets stay.
std::string plain_query(std::string_view typed);

// A stretch between quotation marks, or between two of those.
struct Stretch {
  size_t begin = 0;  // bytes, without the marks
  size_t end = 0;
  bool quoted = false;
};
// A mark that is never closed is none. Apostrophes are no marks.
std::vector<Stretch> stretches_of(std::string_view plain);

// The words of a stretch of `plain`: rows of units without a space between
// them, without the punctuation around them.
struct Word {
  size_t begin = 0;
  size_t end = 0;
};
std::vector<Word> words_of(std::string_view plain, size_t begin, size_t end);

}  // namespace khitai::search

#endif  // KHITAI_SEARCH_TEXT_H_
