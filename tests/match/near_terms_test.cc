// SPDX-License-Identifier: Apache-2.0
//
// Terms of near spellings: what is an edit away meets. The distance against the
// table that defines it.

#include "match/near_terms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <random>
#include <string>
#include <vector>

namespace khitai::match {
namespace {

size_t by_table(const std::u32string& a, const std::u32string& b) {
  std::vector<std::vector<size_t>> table(a.size() + 1,
                                         std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      const size_t change = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
      table[i][j] =
          std::min({change, table[i - 1][j] + 1, table[i][j - 1] + 1});
    }
  }
  return table[a.size()][b.size()];
}

// All words of at most so many letters.
std::vector<std::u32string> all_words(size_t longest, size_t letters) {
  std::vector<std::u32string> words = {U""};
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() == longest) continue;
    for (size_t letter = 0; letter < letters; ++letter) {
      words.push_back(words[i] + static_cast<char32_t>('a' + letter));
    }
  }
  return words;
}

TEST(NearDistanceTest, IsThatOfTheTable) {
  const auto words = all_words(5, 3);
  for (const auto& a : words) {
    for (const auto& b : words) {
      const size_t wanted = by_table(a, b);
      for (size_t most = 0; most <= kMostEdits; ++most) {
        ASSERT_EQ(near_distance(a, b, most), std::min(wanted, most + 1));
      }
    }
  }
}

std::vector<uint32_t> terms_of(const std::u32string& word, NearSide side,
                               size_t edits) {
  std::u32string letters = word;
  if (side == NearSide::kLast) std::reverse(letters.begin(), letters.end());
  NearTerms terms;
  for (size_t left_out = 0; left_out <= edits; ++left_out) {
    add_near_terms(letters, side, left_out, letters.size() >= kEnded, &terms);
  }
  std::vector<uint32_t> hashes;
  for (const NearTerm& term : terms) hashes.push_back(term.hash);
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

bool meet(const std::u32string& a, const std::u32string& b, NearSide side,
          size_t edits) {
  const auto of_a = terms_of(a, side, edits);
  const auto of_b = terms_of(b, side, edits);
  std::vector<uint32_t> both;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                        std::back_inserter(both));
  return !both.empty();
}

// Signatures of two within so many edits differ in no more than two bits each.
bool signed_alike(const std::u32string& a, const std::u32string& b,
                  size_t edits) {
  const uint64_t differ = signature_of(a) ^ signature_of(b);
  return static_cast<size_t>(std::popcount(differ)) <= 2 * edits;
}

TEST(NearTermsTest, WhatIsNearMeets) {
  const auto words = all_words(8, 2);
  for (size_t i = 0; i < words.size(); ++i) {
    for (size_t j = i; j < words.size(); ++j) {
      const size_t edits = by_table(words[i], words[j]);
      if (edits == 0 || edits > kMostEdits) continue;
      ASSERT_TRUE(meet(words[i], words[j], NearSide::kFirst, edits));
      ASSERT_TRUE(meet(words[i], words[j], NearSide::kLast, edits));
      ASSERT_TRUE(signed_alike(words[i], words[j], edits));
    }
  }
}

// Around the lengths from which on the other end is part of the terms, each
// with its own: so only where both have it.
TEST(NearTermsTest, LongWordsMeetWithTheirEnds) {
  std::mt19937 random(1087);
  for (int round = 0; round < 20000; ++round) {
    std::u32string a;
    const size_t size = kEnded + 2 + random() % 4;
    while (a.size() < size) a += static_cast<char32_t>('a' + random() % 3);
    std::u32string b = a;
    for (int i = 0; i < 2; ++i) {
      const size_t at = random() % b.size();
      const auto letter = static_cast<char32_t>('a' + random() % 3);
      switch (random() % 3) {
        case 0:
          b[at] = letter;
          break;
        case 1:
          b.erase(at, 1);
          break;
        default:
          b.insert(at, 1, letter);
      }
    }
    ASSERT_TRUE(meet(a, b, NearSide::kFirst, 2));
    ASSERT_TRUE(meet(a, b, NearSide::kLast, 2));
    ASSERT_TRUE(signed_alike(a, b, 2));
  }
}

TEST(NearTermsTest, WhatIsFarDoesNot) {
  EXPECT_FALSE(meet(U"balasagun", U"samarqand", NearSide::kFirst, 2));
  EXPECT_FALSE(meet(U"khitan", U"liao", NearSide::kFirst, 1));
  EXPECT_FALSE(meet(U"khitan", U"liao", NearSide::kLast, 1));
}

TEST(NearTermsTest, SevenLettersHaveTwentyNineAtMost) {
  EXPECT_EQ(terms_of(U"abcdefg", NearSide::kFirst, 2).size(), kMostNearTerms);
  EXPECT_EQ(terms_of(U"abcdefghijklmnop", NearSide::kLast, 2).size(),
            kMostNearTerms);
  EXPECT_EQ(terms_of(U"aaaaaaa", NearSide::kFirst, 2).size(), 3u);
  EXPECT_EQ(terms_of(U"a", NearSide::kFirst, 2).size(), 2u);
}

TEST(NearTermsTest, IllFormedBytesAreLetters) {
  std::u32string letters;
  read_letters("a\xFF\xE5\xA5z", &letters);
  EXPECT_EQ(letters, U"a\uFFFD\uFFFDz");
}

}  // namespace
}  // namespace khitai::match
