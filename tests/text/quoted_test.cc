// SPDX-License-Identifier: Apache-2.0

#include "text/quoted.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

#include <random>
#include <string>

namespace khitai {
namespace {

using text::Quoted;

TEST(QuotedTest, WhiteSpaceIsOneSpaceAndControlsAreNothing) {
  EXPECT_EQ(Quoted("a \r\n\tb").form(), "a b");
  EXPECT_EQ(Quoted(" a ").form(), " a ");
  EXPECT_EQ(Quoted("a \x01 b\x7F\xFF").form(), "a b");
  EXPECT_EQ(Quoted("").form(), "");
  EXPECT_EQ(Quoted("\xEF\xBF\xBD").form(), "");
}

TEST(QuotedTest, BoundariesLeadBackToTheSource) {
  const Quoted text("x\xC3\xBC \n\xFFz");  // u with dots
  ASSERT_EQ(text.form(), "xu\xCC\x88 z");
  EXPECT_EQ(text.source_begin(1), 1u);
  EXPECT_FALSE(text.is_boundary(2));
  EXPECT_FALSE(text.is_boundary(3));
  EXPECT_EQ(text.source_end(4), 3u);
  EXPECT_EQ(text.source_begin(5), 6u);
  EXPECT_EQ(text.source_end(5), 4u);
  EXPECT_EQ(text.source_end(6), 7u);
  EXPECT_TRUE(text.is_boundary(6));
  EXPECT_FALSE(text.is_boundary(7));
}

TEST(QuotedTest, WordsAreCutBetweenLettersOfSpacedScripts) {
  EXPECT_TRUE(Quoted("ab").cuts_word(1));
  EXPECT_FALSE(Quoted("a b").cuts_word(1));
  EXPECT_FALSE(Quoted("a'b").cuts_word(1));
  EXPECT_FALSE(Quoted("\xE8\xA5\xBF\xE9\x81\xBC").cuts_word(3));
  EXPECT_TRUE(Quoted("\xD9\x82\xD8\xB1").cuts_word(2));
  EXPECT_FALSE(Quoted("ab").cuts_word(2));
}

// Against ICU's own NFD, and back to the source between any two boundaries.
TEST(QuotedTest, TheFormIsTheNfdOfTheSource) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  ASSERT_TRUE(U_SUCCESS(error));
  static const char32_t kCodes[] = {'a',    'b',    0xFC,    0x1EAD, 0x323,
                                    0x302,  0x345,  0xD55C,  0x1100, 0x1161,
                                    0x11AB, 0x8FC,  0x653,   0x627,  0x1F82,
                                    0x4E00, 0xF900, 0x2F800, 0x344,  '.'};
  std::mt19937 random(1141);
  for (int round = 0; round < 3000; ++round) {
    icu::UnicodeString source;
    for (int i = 0; i < 12; ++i) {
      source.append(static_cast<UChar32>(
          kCodes[random() % (sizeof(kCodes) / sizeof(*kCodes))]));
    }
    std::string bytes, expected;
    source.toUTF8String(bytes);
    nfd->normalize(source, error).toUTF8String(expected);
    const Quoted text(bytes);
    ASSERT_EQ(text.form(), expected);
    size_t last = 0;
    for (size_t at = 1; at <= text.form().size(); ++at) {
      if (!text.is_boundary(at)) continue;
      const size_t begin = text.source_begin(last);
      const size_t end = text.source_end(at);
      ASSERT_LT(begin, end);
      ASSERT_EQ(Quoted(bytes.substr(begin, end - begin)).form(),
                text.form().substr(last, at - last));
      last = at;
    }
  }
}

}  // namespace
}  // namespace khitai
