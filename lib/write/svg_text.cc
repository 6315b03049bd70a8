// SPDX-License-Identifier: Apache-2.0
//
// Texts for pictures: cleaned, measured, broken into lines.

#include <algorithm>

#include "text/grapheme.h"
#include "write/escape.h"
#include "write/svg.h"
#include "write/utf8.h"
#include "write/width.h"

namespace khitai::write {
namespace {

// Embeddings, overrides, isolates. Marks such as U+200E harm nobody.
bool is_direction_control(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

bool is_line_space(char32_t code) {
  return code == ' ' || is_control(code) || code == 0x2028 || code == 0x2029;
}

// XML takes neither halves of pairs (not in valid UTF-8) nor these.
bool is_noncharacter(char32_t code) {
  return (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

bool is_one_of(char32_t code, std::u32string_view letters) {
  return letters.find(code) != letters.npos;
}

// Widths in thousandths of the height, for faces such as Noto Sans and Serif.
double letter_width(char32_t code) {
  const size_t columns = display_width(code);
  if (columns == 0) return 0;
  if (columns == 2) return 1.0;
  if (is_one_of(code, U"iljtfrI.,:;'|!()[]/ \u0131\u2019\u2018\u02BF\u02BE")) {
    return code == 't' || code == 'f' || code == 'r' ? 0.42 : 0.33;
  }
  if (is_one_of(code, U"mwMW%@\u0428\u0429\u0436\u0448\u0449\u0416\u044E")) {
    return 0.92;
  }
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? 0.70 : 0.57;
  if (code < 0x250) return 0.62;
  if (code >= 0x400 && code < 0x430) return 0.72;
  if (code >= 0x5D0 && code < 0x800) {
    return is_one_of(code, U"\u0627\u0644\u0623\u0625\u0622\u0631\u0632\u062F")
               ? 0.36
               : 0.64;
  }
  if (code == 0x2026 || code == 0x2192 || code == 0x2190) return 1.0;
  if (code > 0x3000) return 0.95;
  return 0.64;
}

struct TextPiece {
  size_t begin = 0;  // bytes
  size_t end = 0;
  double width = 0;  // without the space behind it
  bool space = false;
};

// What is not parted: words, and characters of East Asia, the space behind.
std::vector<TextPiece> pieces_of(std::string_view text) {
  std::vector<TextPiece> pieces;
  bool open = false;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    if (next.code == ' ') {
      if (!pieces.empty()) pieces.back().space = true;
      open = false;
    } else {
      const bool wide = display_width(next.code) == 2;
      if (!open || (wide && text::may_cut(text, at))) {
        pieces.push_back({at, at, 0, false});
      }
      pieces.back().end = at + next.size;
      pieces.back().width += letter_width(next.code);
      open = true;
    }
    at += next.size;
  }
  return pieces;
}

class LineBreaker {
 public:
  LineBreaker(std::string_view text, double width, size_t most)
      : text_(text), width_(width), most_(std::max<size_t>(most, 1)) {}

  std::vector<std::string> lines() {
    for (const TextPiece& piece : pieces_of(text_)) {
      if (full_) break;
      add(piece);
    }
    if (!line_.empty() || lines_.empty()) end_line();
    return std::move(lines_);
  }

 private:
  void add(const TextPiece& piece) {
    const double gap = space_ ? letter_width(' ') : 0;
    if (!line_.empty() && used_ + gap + piece.width > width_) end_line();
    if (full_) return;
    if (!line_.empty() && space_) {
      line_ += ' ';
      used_ += gap;
    }
    if (piece.width > width_) {
      add_cut(piece);
    } else {
      line_ += text_.substr(piece.begin, piece.end - piece.begin);
      used_ += piece.width;
    }
    space_ = piece.space;
  }

  // A word that is too long for a line, character by character.
  void add_cut(const TextPiece& piece) {
    for (size_t at = piece.begin; at < piece.end && !full_;) {
      const text::CodePoint next = code_point_at(text_, at);
      const double width = letter_width(next.code);
      if (!line_.empty() && used_ + width > width_ &&
          text::may_cut(text_, at)) {
        end_line();
        if (full_) return;
      }
      line_ += text_.substr(at, next.size);
      used_ += width;
      at += next.size;
    }
  }

  void end_line() {
    if (lines_.size() == most_) {
      lines_.back() += "\u2026";
      full_ = true;
    } else {
      lines_.push_back(line_);
    }
    line_.clear();
    used_ = 0;
    space_ = false;
  }

  const std::string_view text_;
  const double width_;
  const size_t most_;
  std::vector<std::string> lines_;
  std::string line_;
  double used_ = 0;
  bool space_ = false;
  bool full_ = false;
};

}  // namespace

std::string picture_line(std::string_view text) {
  std::string line;
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    if (next.valid && is_line_space(next.code)) {
      space = !line.empty();
    } else if (!next.valid || !is_direction_control(next.code)) {
      if (space) line += ' ';
      space = false;
      const bool bad = !next.valid || is_noncharacter(next.code);
      if (bad) text::append(kReplacement, &line);
      if (!bad) line += text.substr(at, next.size);
    }
    at += next.size;
  }
  return line;
}

void append_line_text(std::string_view text, std::string* out) {
  append_html(picture_line(text), out);
}

double text_width(std::string_view text, double size, bool bold) {
  double width = 0;
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    width += letter_width(next.code);
    at += next.size;
  }
  return width * size * (bold ? 1.09 : 1.0);
}

std::vector<std::string> wrapped_lines(std::string_view text, double size,
                                       double width, size_t most_lines,
                                       bool bold) {
  const double scale = size * (bold ? 1.09 : 1.0);
  return LineBreaker(text, width / scale, most_lines).lines();
}

}  // namespace khitai::write
