// SPDX-License-Identifier: Apache-2.0
//
// What spellings cost: better ones less, and nothing breaks on any letters.

#include "romanize/costs.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>

#include "romanize/aligner.h"
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

// Letters by chance, of the scripts that models know and of none.
romanize::Letters letters_by_chance(std::mt19937* random) {
  constexpr char32_t kFirst[] = {U'a', 0x430, 0x627, 0xE0, 0x1820, 0x4E00};
  const char32_t first = kFirst[(*random)() % std::size(kFirst)];
  romanize::Letters letters;
  for (size_t size = (*random)() % 14; letters.size() < size;) {
    letters += (*random)() % 9 == 0
                   ? U' '
                   : static_cast<char32_t>(first + (*random)() % 30);
  }
  return letters;
}

TEST(AlignerTest, SaysWhatTheModelSays) {
  std::mt19937 random(1218);
  for (const char* from : {"Cyrl", "Arab", "Latn", "Mong"}) {
    const romanize::Model& model = *costs().model(from, "Latn");
    for (int round = 0; round < 40; ++round) {
      const romanize::Letters a = letters_by_chance(&random);
      romanize::Aligner aligner(model, a);
      for (int i = 0; i < 20; ++i) {
        const romanize::Letters b = letters_by_chance(&random);
        const double naive = model.distance(a, b);
        EXPECT_EQ(aligner.distance(b), naive);
        for (const double most : {-20.0, 0.0, 10.0, 40.0}) {
          const double bounded = aligner.distance(b, most);
          if (naive <= most) {
            EXPECT_EQ(bounded, naive);
          } else {
            EXPECT_GT(bounded, most);
          }
        }
      }
    }
  }
}

TEST(SoundCostsTest, ABoundChangesOnlyWhatLiesAboveIt) {
  std::mt19937 random(1125);
  const romanize::SoundCosts& sounds = costs().sounds();
  const auto word = [&random] {
    std::string out;
    for (size_t size = random() % 120; out.size() < size;) {
      out += static_cast<char>('a' + random() % 26);
    }
    return out;
  };
  for (int round = 0; round < 300; ++round) {
    const std::string a = word();
    const std::string b = word();
    const double all = sounds.distance(a, b, round % 2 == 0);
    for (const double most : {0.0, 3.0, 50.0}) {
      const double bounded = sounds.distance(a, b, round % 2 == 0, most);
      if (all <= most) {
        EXPECT_EQ(bounded, all);
      } else {
        EXPECT_GT(bounded, most);
      }
    }
  }
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
