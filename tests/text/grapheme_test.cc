// SPDX-License-Identifier: Apache-2.0

#include "text/grapheme.h"

#include <gtest/gtest.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace khitai::text {
namespace {

// Where ICU cuts a text.
std::set<size_t> icu_cuts(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText* bytes = utext_openUTF8(nullptr, text.data(),
                                static_cast<int64_t>(text.size()), &status);
  UBreakIterator* cutter = ubrk_open(UBRK_CHARACTER, "", nullptr, 0, &status);
  ubrk_setUText(cutter, bytes, &status);
  EXPECT_TRUE(U_SUCCESS(status)) << u_errorName(status);
  std::set<size_t> cuts;
  for (int32_t at = ubrk_first(cutter); at != UBRK_DONE;
       at = ubrk_next(cutter)) {
    cuts.insert(static_cast<size_t>(at));
  }
  ubrk_close(cutter);
  utext_close(bytes);
  return cuts;
}

void expect_as_icu_cuts(const std::string& text) {
  const std::set<size_t> expected = icu_cuts(text);
  size_t at = 0;
  for (std::string_view point : code_points_of(text)) {
    EXPECT_EQ(may_cut(text, at), expected.count(at) > 0)
        << "at byte " << at << " of " << ::testing::PrintToString(text);
    if (at > 0) {
      EXPECT_LT(code_point_before(text, at), at);
    }
    at += point.size();
    EXPECT_EQ(code_point_before(text, at), at - point.size());
  }
}

// What the rules speak of: letters, marks, joiners, flags, pictures, hangul.
TEST(GraphemeTest, CutsRandomTextsAsIcuDoes) {
  const std::vector<char32_t> hard = {
      'a',    '\r',   '\n',   1,       0x300,   0x200D,  0x200C,
      0x902,  0x903,  0x600,  0x1100,  0x1161,  0x11A8,  0xAC00,
      0xAC01, 0xFE0F, 0x8D77, 0x1F1E6, 0x1F40E, 0x1F3FB, 0x2764};
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto n = random() % 9 + 1; n > 0; --n) {
      append(hard[random() % hard.size()], &text);
    }
    expect_as_icu_cuts(text);
    if (HasFailure()) return;
  }
}

TEST(GraphemeTest, IllFormedPartsStandForThemselves) {
  const std::string text = "a\xE8\xA5\x80\xCC\x80\xFF\xF0\x9F\xCC\x80";
  EXPECT_TRUE(may_cut(text, 1));
  // A mark behind what is no character stands for itself.
  const std::string broken = "\xFF\xCC\x80";
  EXPECT_TRUE(may_cut(broken, 1));
  EXPECT_EQ(code_point_before(broken, 1), 0u);
  const std::string cut_off = "a\xF0\x9F";
  EXPECT_EQ(code_point_before(cut_off, 3), 1u);
}

TEST(GraphemeTest, EndsMayAlwaysBeCut) {
  EXPECT_TRUE(may_cut("", 0));
  EXPECT_TRUE(may_cut("\xCC\x80", 0));
  EXPECT_TRUE(may_cut("a", 1));
}

TEST(GraphemeTest, LongRowsOfMarksAndFlagsTakeNoTime) {
  std::string flags;
  for (int i = 0; i < 100000; ++i) append(0x1F1E6, &flags);
  for (size_t at = 4; at < flags.size(); at += 4) may_cut(flags, at);
}

}  // namespace
}  // namespace khitai::text
