// SPDX-License-Identifier: Apache-2.0
//
// Under what spellings are filed: whatever differs in a consonant must meet.

#include "romanize/terms.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

TEST(TermsTest, EditsByLength) {
  EXPECT_EQ(romanize::edits_for(3, 2), 0u);
  EXPECT_EQ(romanize::edits_for(4, 2), 1u);
  EXPECT_EQ(romanize::edits_for(7, 2), 1u);
  EXPECT_EQ(romanize::edits_for(8, 2), 2u);
  EXPECT_EQ(romanize::edits_for(8, 1), 1u);
  EXPECT_EQ(romanize::edits_for(8, 0), 0u);
}

TEST(TermsTest, SkeletonsMeetWithAConsonantMore) {
  const auto& tables = shipped_lexicon().conventions();
  const auto terms = [&](const char* name) {
    return romanize::skeleton_terms(tables, romanize::spell(tables, name, ""));
  };
  const auto share = [&](const char* a, const char* b) {
    const auto of_a = terms(a);
    const auto of_b = terms(b);
    return std::any_of(of_a.begin(), of_a.end(), [&](const auto& term) {
      return std::find(of_b.begin(), of_b.end(), term) != of_b.end();
    });
  };
  EXPECT_TRUE(share("Balasagun", "Balasaghun"));
  EXPECT_TRUE(share("Samarkand", "Samarkan"));
  EXPECT_FALSE(share("Balasagun", "Karakorum"));
}

// No name is as long, but a query may be.
TEST(TermsTest, LongTextsHaveFewTerms) {
  const auto& tables = shipped_lexicon().conventions();
  std::string text;
  for (int i = 0; i < 80; ++i) text += "katibazurolem ";
  for (const size_t size : {size_t{100}, size_t{500}, size_t{1000}}) {
    const auto spelling = romanize::spell(tables, text.substr(0, size), "");
    ASSERT_FALSE(spelling.skeletons.empty());
    EXPECT_LT(romanize::skeleton_terms(tables, spelling).size(), 1000u);
    EXPECT_LT(romanize::distant_terms(spelling).size(), 10000u);
  }
}

TEST(TermsTest, DigestsOfOneSoundAreAlike) {
  const auto& tables = shipped_lexicon().conventions();
  const auto mark = [&](const char* name) {
    return romanize::marks_of(romanize::spell(tables, name, "")).sounds;
  };
  EXPECT_EQ(romanize::unlike(mark("Qara Khitai"), mark("Kara-Khitay"), true),
            0u);
  EXPECT_LT(romanize::unlike(mark("Samarkand"), mark("Samarqan"), true),
            romanize::unlike(mark("Samarkand"), mark("Balasagun"), true));
}

}  // namespace
}  // namespace khitai::tests
