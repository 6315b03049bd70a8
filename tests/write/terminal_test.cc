// SPDX-License-Identifier: Apache-2.0

#include "write/terminal.h"

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <random>
#include <sstream>

#include "write/utf8.h"
#include "write/width.h"

namespace khitai::write {
namespace {

std::string wrapped(std::string_view text, size_t width) {
  WriteOptions options;
  options.width = width;
  std::string out;
  Terminal terminal(options, &out);
  terminal.begin_line(0, 2);
  terminal.lines(text);
  terminal.end_line();
  return out;
}

TEST(TerminalTest, WrapsAtSpacesAndIndentsTheRest) {
  EXPECT_EQ(wrapped("one two three four", 9), "one two\n  three\n  four\n");
  EXPECT_EQ(wrapped("one two", 0), "one two\n");
  EXPECT_EQ(wrapped("a  b", 9), "a  b\n");
  EXPECT_EQ(wrapped("one\ntwo", 9), "one\ntwo\n");
  EXPECT_EQ(wrapped("one\r\n\r\ntwo", 9), "one\n\ntwo\n");
}

TEST(TerminalTest, BreaksBesideWideCharacters) {
  EXPECT_EQ(wrapped("\u897F\u9063\u897F\u9063", 4),
            "\u897F\u9063\n  \u897F\n  \u9063\n");
  // Stops cling to what they end, opening brackets to what they begin.
  EXPECT_EQ(wrapped("\u897F\u9063\u3002", 4), "\u897F\n  \u9063\u3002\n");
  EXPECT_EQ(wrapped("\u897F\u300C\u9063", 4), "\u897F\n  \u300C\u9063\n");
}

TEST(TerminalTest, NothingSteersTheTerminal) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      text.push_back(static_cast<char>(random() % 256));
    }
    const std::string out = wrapped(text, random() % 30);
    for (size_t at = 0; at < out.size();) {
      const text::CodePoint next = code_point_at(out, at);
      EXPECT_TRUE(next.valid);
      EXPECT_TRUE(next.code == '\n' || !is_control(next.code));
      at += next.size;
    }
  }
}

TEST(TerminalTest, LinesKeepWithinTheWidth) {
  std::mt19937 random(8);
  static const char* const kPieces[] = {"a",      "bc",      " ",      "\n",
                                        "\u897F", "e\u0301", "\u0642", "."};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      text += kPieces[random() % std::size(kPieces)];
      if (i % 5 == 4) text += " ";
    }
    std::istringstream lines(wrapped(text, 24));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_LE(display_width(line), 24u) << line;
    }
  }
}

TEST(TerminalTest, ColoursAreResetAtTheEndOfEveryLine) {
  WriteOptions options;
  options.color = true;
  options.width = 8;
  std::string out;
  {
    Terminal terminal(options, &out);
    terminal.text("one two three", Style{33, true});
    terminal.end_line();
  }
  EXPECT_EQ(out,
            "\x1b[0;1;38;5;33mone two\x1b[0m\n"
            "\x1b[0;1;38;5;33mthree\x1b[0m\n");
}

TEST(WidthTest, AgreesWithUnicode) {
  const UVersionInfo kTable = {14, 0, 0, 0};
  for (char32_t code = 0xA0; code < 0x110000; ++code) {
    const auto icu = static_cast<UChar32>(code);
    UVersionInfo age;
    u_charAge(icu, age);
    if (age[0] == 0 || age[0] > kTable[0] || U_IS_UNICODE_NONCHAR(icu)) {
      continue;
    }
    const int wide = u_getIntPropertyValue(icu, UCHAR_EAST_ASIAN_WIDTH);
    const int8_t category = u_charType(icu);
    size_t expected = wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
    const bool jamo = code >= 0x1160 && code <= 0x11FF;
    const bool mark = category == U_NON_SPACING_MARK ||
                      category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR;
    const bool seen =
        u_hasBinaryProperty(icu, UCHAR_PREPENDED_CONCATENATION_MARK) ||
        code == 0xAD;
    if (jamo || (mark && !seen)) expected = 0;
    if (category == U_SURROGATE || is_control(code)) continue;
    EXPECT_EQ(display_width(code), expected) << std::hex << uint32_t(code);
  }
}

TEST(WidthTest, OfTexts) {
  EXPECT_EQ(display_width("Qara"), 4u);
  EXPECT_EQ(display_width("\u897F\u9063"), 4u);
  EXPECT_EQ(display_width("Khita\u0304y"), 6u);
  EXPECT_EQ(display_width("\u0642\u0631\u0647\u200C"), 3u);
}

}  // namespace
}  // namespace khitai::write
