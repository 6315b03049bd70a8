// SPDX-License-Identifier: Apache-2.0

#include "write/terminal.h"

#include "write/utf8.h"
#include "write/width.h"

namespace khitai::write {
namespace {

constexpr size_t kTab = 8;

// Does not begin a line: closing brackets, stops and commas of East Asia.
bool clings(char32_t value) {
  constexpr std::u32string_view kClosing =
      U"\u3001\u3002\u3005\u3009\u300B\u300D\u300F\u3011\u3015\u3017\u30FB"
      U"\u30FC\uFF01\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF3D\uFF5D\uFF5E";
  return kClosing.find(value) != std::u32string_view::npos;
}

// Does not end a line: opening brackets of East Asia.
bool opens(char32_t value) {
  constexpr std::u32string_view kOpening =
      U"\u3008\u300A\u300C\u300E\u3010\u3014\u3016\uFF08\uFF3B\uFF5B";
  return kOpening.find(value) != std::u32string_view::npos;
}

// Whether a word may begin with this narrow character.
bool begins_word(char32_t value) {
  return value > 0x7F || value == '(' || value == '[' ||
         (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
         (value >= 'a' && value <= 'z');
}

std::string select_graphics(const Style& style) {
  std::string codes;
  if (style.bold) codes += ";1";
  if (style.dim) codes += ";2";
  if (style.underline) codes += ";4";
  if (style.color != 0) codes += ";38;5;" + std::to_string(style.color);
  return "\x1b[0" + codes + "m";
}

}  // namespace

Style style_of_type(std::string_view type) {
  struct Color {
    std::string_view type;
    uint8_t color;
  };
  constexpr Color kColors[] = {
      {"polity", 33},   {"people", 37}, {"clan", 169},     {"person", 167},
      {"title", 134},   {"place", 71},  {"era", 136},      {"event", 172},
      {"language", 31}, {"script", 67}, {"religion", 163}, {"work", 137},
      {"term", 102},
  };
  for (const Color& one : kColors) {
    if (one.type == type) return {one.color, true};
  }
  return {102, true};
}

void Terminal::begin_line(size_t first, size_t rest) {
  flush_word();
  rest_ = rest;
  spaces_ = first > column_ ? first - column_ : 0;
  space_style_ = kPlain;
}

void Terminal::pad_to(size_t column) {
  flush_word();
  spaces_ = column > column_ ? column - column_ : 1;
  space_style_ = kPlain;
}

void Terminal::end_line() {
  flush_word();
  reset();
  out_->push_back('\n');
  column_ = spaces_ = 0;
  filled_ = false;
  after_wide_ = after_opening_ = false;
}

void Terminal::put(std::string_view text, const Style& style, bool keep_lines) {
  for (size_t at = 0; at < text.size();) {
    const text::CodePoint next = code_point_at(text, at);
    at += next.size;
    const bool crlf = next.code == '\r' && at < text.size() && text[at] == '\n';
    if (crlf) continue;
    if (next.code == '\n' && keep_lines) {
      end_line();
    } else if (next.code == '\n' || next.code == '\t' || next.code == ' ') {
      put_space(keep_lines ? next.code : ' ', style);
    } else {
      put_character(is_control(next.code) ? kReplacement : next.code, style);
    }
  }
}

void Terminal::put_space(char32_t value, const Style& style) {
  flush_word();
  const size_t here = column_ + spaces_;
  spaces_ += value == '\t' ? kTab - here % kTab : 1;
  space_style_ = style;
  after_wide_ = after_opening_ = false;
}

void Terminal::put_character(char32_t value, const Style& style) {
  const size_t columns = display_width(value);
  // A line may break beside a wide character.
  const bool may_break = columns == 2
                             ? !clings(value)
                             : after_wide_ && columns > 0 && begins_word(value);
  if (may_break && !after_opening_) flush_word();
  if (word_.empty() || !(word_.back().style == style)) {
    word_.push_back({style, {}});
  }
  text::append(value, &word_.back().text);
  word_width_ += columns;
  if (columns > 0) {
    after_wide_ = columns == 2;
    after_opening_ = opens(value);
  }
}

void Terminal::flush_word() {
  if (word_.empty()) return;
  if (width_ > 0 && filled_ && column_ + spaces_ + word_width_ > width_) {
    wrap();
  }
  const bool inside = space_style_ == word_.front().style;
  if (spaces_ > 0) {
    emit(std::string(spaces_, ' '), inside ? space_style_ : kPlain);
  }
  column_ += spaces_;
  spaces_ = 0;
  for (const Run& run : word_) emit(run.text, run.style);
  column_ += word_width_;
  filled_ = true;
  word_width_ = 0;
  word_.clear();
}

void Terminal::wrap() {
  reset();
  out_->push_back('\n');
  column_ = 0;
  filled_ = false;
  spaces_ = rest_;
  space_style_ = kPlain;
}

void Terminal::emit(std::string_view text, const Style& style) {
  if (color_ && !(current_ == style)) {
    out_->append(select_graphics(style));
    current_ = style;
  }
  out_->append(text);
}

void Terminal::reset() {
  if (color_ && !(current_ == kPlain)) out_->append("\x1b[0m");
  current_ = kPlain;
}

}  // namespace khitai::write
