// SPDX-License-Identifier: Apache-2.0

#include "write/svg.h"

#include <gtest/gtest.h>

#include "write/graph_fixture.h"

namespace khitai::write {
namespace {

TEST(SvgTest, OneLineHasNoControlsAndIsValid) {
  EXPECT_EQ(picture_line("a\nb\r\n\tc  d "), "a b c d");
  EXPECT_EQ(picture_line("\u202Eab\u2067c"), "abc");
  EXPECT_EQ(picture_line("a\u200Cb"), "a\u200Cb");
  EXPECT_EQ(picture_line("a\xFF"), "a\uFFFD");
  EXPECT_EQ(picture_line("\uFFFE"), "\uFFFD");
  EXPECT_EQ(picture_line(" \n "), "");
}

TEST(SvgTest, LinesBreakAtSpacesAndWithinLongWords) {
  EXPECT_EQ(wrapped_lines("one two three", 10, 45, 9),
            (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped_lines("aaaaaaaaaa", 10, 30, 9),
            (std::vector<std::string>{"aaaaa", "aaaaa"}));
  EXPECT_EQ(wrapped_lines("\u5951\u4E39\u5951\u4E39", 10, 20, 9),
            (std::vector<std::string>{"\u5951\u4E39", "\u5951\u4E39"}));
  EXPECT_EQ(wrapped_lines("", 10, 30, 9), (std::vector<std::string>{""}));
}

TEST(SvgTest, LinesBeyondTheLastAreAnEllipsis) {
  EXPECT_EQ(wrapped_lines("one two three four", 10, 22, 2),
            (std::vector<std::string>{"one", "two\u2026"}));
  EXPECT_EQ(wrapped_lines("one two", 10, 22, 2),
            (std::vector<std::string>{"one", "two"}));
}

// A letter with its marks is one: broken lines put together are the text.
TEST(SvgTest, LinesLoseNothingButSpaces) {
  const auto without_spaces = [](std::string text) {
    std::erase(text, ' ');
    return text;
  };
  for (const std::string& text : tests::hostile_texts()) {
    const std::string line = picture_line(text);
    for (const double width : {5.0, 40.0, 300.0}) {
      std::string all;
      for (const std::string& one : wrapped_lines(line, 10, width, 100000)) {
        EXPECT_EQ(one, picture_line(one));
        all += one;
      }
      EXPECT_EQ(without_spaces(all), without_spaces(line));
    }
  }
  EXPECT_EQ(wrapped_lines("e\u0301e\u0301", 10, 6, 9),
            (std::vector<std::string>{"e\u0301", "e\u0301"}));
}

TEST(SvgTest, NumbersHaveOneDecimalAtMost) {
  EXPECT_EQ(svg_number(12), "12");
  EXPECT_EQ(svg_number(12.26), "12.3");
  EXPECT_EQ(svg_number(-0.04), "0");
  EXPECT_EQ(svg_number(-3.5), "-3.5");
  EXPECT_EQ(svg_number(0.0 / 0.0), "0");
}

TEST(SvgTest, TextFromTheRightSaysSo) {
  std::string out;
  Svg(&out).text("c", 1, 2, "\u062E\u062A\u0627\u06CC", 0, "fa");
  EXPECT_EQ(tests::times_in(out, "direction=\"rtl\""), 1U);
  EXPECT_EQ(tests::times_in(out, "text-anchor=\"end\""), 1U);
  EXPECT_EQ(tests::times_in(out, " lang=\"fa\""), 1U);
  out.clear();
  Svg(&out).text("c", 1, 2, "Khitai", 0, "");
  EXPECT_EQ(out, "<text class=\"c\" x=\"1\" y=\"2\">Khitai</text>\n");
}

}  // namespace
}  // namespace khitai::write
