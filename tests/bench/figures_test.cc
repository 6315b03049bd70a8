// SPDX-License-Identifier: Apache-2.0

#include "figures.h"

#include <gtest/gtest.h>

namespace khitai::bench {
namespace {

TEST(WithOthersTest, JoinsScriptPairsThatAreRare) {
  ToldByScripts all;
  all["Arab-Latn"] = Told(3, {0.5, true});
  all["Cyrl-Latn"] = Told(2, {0.5, true});
  all["Hani-Latn"] = Told(1, {0.5, false});
  const auto kept = with_others(all, 3);
  ASSERT_EQ(kept.size(), 2u);
  EXPECT_EQ(kept.at("Arab-Latn").size(), 3u);
  EXPECT_EQ(kept.at("others").size(), 3u);
  EXPECT_EQ(with_others(all, 0).count("others"), 0u);
  EXPECT_TRUE(with_others(ToldByScripts(), 3).empty());
}

TEST(WithOthersTest, KeepsTheOrderOfRowsAndPutsOthersLast) {
  FiguresByRow all(3);
  const size_t queries[] = {5, 1, 7};
  for (size_t i = 0; i < 3; ++i) {
    all[i].first = "r" + std::to_string(i);
    all[i].second.queries = queries[i];
  }
  const auto kept = with_others(all, 5);
  ASSERT_EQ(kept.size(), 3u);
  EXPECT_EQ(kept[0].first, "r0");
  EXPECT_EQ(kept[1].first, "r2");
  EXPECT_EQ(kept[2].first, "others");
  EXPECT_EQ(kept[2].second.queries, 1u);
  EXPECT_EQ(with_others(all, 1).size(), 3u);
  EXPECT_EQ(sum_of(all).queries, 13u);
}

TEST(FiguresTest, CountDecisionsOfBothRunsApart) {
  Figures figures;
  figures.note({true, true, true, 0.9}, false);
  figures.note({true, false, true, 0.8}, false);
  figures.note({false, false, false, 0}, false);  // no candidate
  figures.note({true, false, true, 0.7}, true);
  figures.note({true, false, false, 0.1}, true);
  EXPECT_EQ(figures.queries, 3u);
  EXPECT_EQ(figures.right, 1u);
  EXPECT_EQ(figures.matched, 2u);
  EXPECT_EQ(figures.matched_right, 1u);
  EXPECT_EQ(figures.without, 2u);
  EXPECT_EQ(figures.without_matched, 1u);
  EXPECT_EQ(figures.told().size(), 4u);
}

TEST(ShareTest, OfNothingIsNothing) {
  EXPECT_DOUBLE_EQ(share(0, 0), 0);
  EXPECT_DOUBLE_EQ(share(1, 4), 0.25);
}

TEST(JudgedTest, CountsWhatIsSaidAndWhatIsSo) {
  Judged judged;
  EXPECT_EQ(judged.f1(), 0);
  judged.note(0.9, true);
  judged.note(0.5, false);
  judged.note(0.4, true);
  judged.note(0.1, false);
  EXPECT_EQ(judged.pairs, 4U);
  EXPECT_EQ(judged.same, 2U);
  EXPECT_DOUBLE_EQ(judged.precision(), 0.5);
  EXPECT_DOUBLE_EQ(judged.recall(), 0.5);
  EXPECT_DOUBLE_EQ(judged.f1(), 0.5);
}

}  // namespace
}  // namespace khitai::bench
