// SPDX-License-Identifier: Apache-2.0
//
// Lines for a terminal: wrapped to its width, coloured where wanted. Text from
// documents and tables goes through here so that none of it can steer the
// terminal: a control character or ill-formed byte comes out as U+FFFD.
// Serves one thread.

#ifndef KHITAI_WRITE_TERMINAL_H_
#define KHITAI_WRITE_TERMINAL_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "khitai/write.h"

namespace khitai::write {

struct Style {
  uint8_t color = 0;  // of the 256; 0: the terminal's own
  bool bold = false;
  bool dim = false;
  bool underline = false;
};
inline bool operator==(const Style& a, const Style& b) {
  return a.color == b.color && a.bold == b.bold && a.dim == b.dim &&
         a.underline == b.underline;
}
inline constexpr Style kPlain{};
inline constexpr Style kBold{0, true};
inline constexpr Style kDim{0, false, true};

// A colour that reads on light and on dark.
Style style_of_type(std::string_view type);

class Terminal {
 public:
  Terminal(const WriteOptions& options, std::string* out)
      : out_(out), width_(options.width), color_(options.color) {}
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() { flush_word(); }

  // Begins a line at `first` columns; where it wraps it goes on at `rest`.
  void begin_line(size_t first, size_t rest);
  // Text of one line: a newline in it is a space.
  void text(std::string_view text, const Style& style = kPlain) {
    put(text, style, false);
  }
  // Text whose newlines end lines.
  void lines(std::string_view text, const Style& style = kPlain) {
    put(text, style, true);
  }
  // Spaces up to that column; one at least.
  void pad_to(size_t column);
  void end_line();

 private:
  struct Run {
    Style style;
    std::string text;
  };

  void put(std::string_view text, const Style& style, bool keep_lines);
  void put_character(char32_t value, const Style& style);
  void put_space(char32_t value, const Style& style);
  void flush_word();
  void wrap();
  void emit(std::string_view text, const Style& style);
  void reset();

  std::string* out_;
  size_t width_;
  bool color_;
  size_t rest_ = 0;      // columns before a wrapped line
  size_t column_ = 0;    // where the next character stands
  bool filled_ = false;  // a word stands on the line
  size_t spaces_ = 0;    // held back, with the word that follows them
  std::vector<Run> word_;
  size_t word_width_ = 0;
  Style space_style_;
  bool after_wide_ = false;  // the word ends in a wide character
  bool after_opening_ = false;
  Style current_;  // what the terminal is set to
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TERMINAL_H_
