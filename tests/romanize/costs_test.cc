// SPDX-License-Identifier: Apache-2.0
//
// What spellings cost: better ones less, and nothing breaks on any letters.

#include "romanize/costs.h"

#include <gtest/gtest.h>

#include "romanize/syllables.h"
#include "romanize/tables.h"
#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

using romanize::letters_of;

const romanize::Costs& costs() {
  return shipped_lexicon().conventions().costs();
}

double letters(const char* from, const char* to, const std::string& a,
               const std::string& b) {
  return costs().model(from, to)->distance(letters_of(a), letters_of(b));
}

TEST(CostsTest, TheRightLettersAreCheapest) {
  EXPECT_LT(letters("Cyrl", "Latn", "\u043A\u0438\u0442\u0430\u0439", "kitay"),
            letters("Cyrl", "Latn", "\u043A\u0438\u0442\u0430\u0439", "katai"));
  // A long vowel stands for its letter in an abjad.
  const char* const kan = "\u062E\u0627\u0646";
  EXPECT_LT(letters("Arab", "Latn", kan, "kh\u0101n"),
            letters("Arab", "Latn", kan, "khin"));
}

TEST(CostsTest, ThereIsNoModelForEveryPair) {
  EXPECT_NE(costs().model("Arab", "Latn"), nullptr);
  EXPECT_EQ(costs().model("Orkh", "Tang"), nullptr);
}

TEST(CostsTest, LettersNeverSeenCostMuchAndBreakNothing) {
  EXPECT_GT(letters("Cyrl", "Latn", "\u04FF\u04FF", "\u1E9F"), 0);
  EXPECT_LT(letters("Cyrl", "Latn", "\u04FF\u04FF", ""), 1e6);
  EXPECT_LT(letters("Cyrl", "Latn", "", "abc"), 1e6);
}

TEST(SoundCostsTest, EqualReadingsCostNothingAndOrderIsNothing) {
  const romanize::SoundCosts& sounds = costs().sounds();
  EXPECT_EQ(sounds.distance("karahitay", "karahitay", false), 0);
  EXPECT_EQ(sounds.distance("karahitay", "karakitan", false),
            sounds.distance("karakitan", "karahitay", false));
  EXPECT_LT(sounds.distance("hitan", "kitan", false),
            sounds.distance("hitan", "hotan", false));
  // An abjad leaves short vowels out.
  EXPECT_LT(sounds.distance("htn", "hotan", true),
            sounds.distance("htn", "hotan", false));
}

TEST(SyllableDistanceTest, WadeGilesWithoutMarksIsNear) {
  const auto& syllables = shipped_lexicon().conventions().syllables();
  EXPECT_EQ(romanize::syllable_distance(syllables, "qi.dan", "qi.dan"), 0);
  EXPECT_LT(romanize::syllable_distance(syllables, "qi.dan", "ji.dan"),
            romanize::syllable_distance(syllables, "qi.dan", "he.tian"));
}

}  // namespace
}  // namespace khitai::tests
