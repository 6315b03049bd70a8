// SPDX-License-Identifier: Apache-2.0
//
// Under what spellings are filed: whatever is an edit away must meet.

#include "romanize/terms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "romanize/costs.h"
#include "support/letters.h"
#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

using romanize::Letters;

bool meet(const std::string& a, const std::string& b, size_t edits) {
  const auto of_a = romanize::near_terms(a, edits);
  const auto of_b = romanize::near_terms(b, edits);
  return std::any_of(of_a.begin(), of_a.end(), [&](const std::string& term) {
    return std::find(of_b.begin(), of_b.end(), term) != of_b.end();
  });
}

TEST(TermsTest, WhatIsAnEditAwayMeets) {
  std::mt19937 random(1087);
  for (const Letters& alphabet :
       {Letters(U"abcdehik"), Letters(U"\u0430\u0431\u0432\u043A\u0442"),
        Letters(U"\u0627\u0628\u062A\u062E\u0642"),
        Letters(U"\u897F\u9065\u8FBD\u5951\u4E39\U00020000")}) {
    for (int round = 0; round < 3000; ++round) {
      Letters word;
      const size_t size = 2 + random() % 10;
      while (word.size() < size) word += alphabet[random() % alphabet.size()];
      const Letters once = edited(word, alphabet, &random);
      EXPECT_TRUE(meet(utf8(word), utf8(once), 1))
          << utf8(word) << " and " << utf8(once);
      if (once.empty()) continue;
      const Letters twice = edited(once, alphabet, &random);
      EXPECT_TRUE(meet(utf8(word), utf8(twice), 2))
          << utf8(word) << " and " << utf8(twice);
    }
  }
}

TEST(TermsTest, WhatIsFarDoesNot) {
  EXPECT_FALSE(meet("balasagun", "samarqand", 2));
  EXPECT_FALSE(meet("khitan", "liao", 1));
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
