// SPDX-License-Identifier: Apache-2.0

#include "figures.h"

#include <gtest/gtest.h>

namespace khitai::bench {
namespace {

TEST(BinsTest, AreOfEqualMassLeastProbableFirst) {
  Told told;
  for (int i = 19; i >= 0; --i) told.emplace_back(i / 20.0, i >= 10);
  const auto bins = bins_of(told);
  ASSERT_EQ(bins.size(), kBins);
  for (const Bin& bin : bins) EXPECT_EQ(bin.count, 2u);
  EXPECT_DOUBLE_EQ(bins[0].said, 0.025);
  EXPECT_DOUBLE_EQ(bins[4].right, 0);
  EXPECT_DOUBLE_EQ(bins[5].right, 1);
  EXPECT_DOUBLE_EQ(bins[9].said, 0.925);
}

TEST(BinsTest, DoNotDependOnTheOrderOfEqualProbabilities) {
  const Told a(30, {0.5, true});
  Told b = a, c = a;
  b.front().second = false;
  c.back().second = false;
  const auto of_b = bins_of(b), of_c = bins_of(c);
  ASSERT_EQ(of_b.size(), of_c.size());
  for (size_t i = 0; i < of_b.size(); ++i) {
    EXPECT_DOUBLE_EQ(of_b[i].right, of_c[i].right) << i;
  }
}

TEST(BinsTest, AreAsManyAsTheAnswersWhenThereAreFew) {
  EXPECT_TRUE(bins_of({}).empty());
  EXPECT_EQ(bins_of({{0.1, false}, {0.2, true}, {0.3, true}}).size(), 3u);
}

TEST(CalibrationErrorTest, IsHowFarWhatIsSaidIsFromWhatIs) {
  EXPECT_DOUBLE_EQ(calibration_error({}), 0);
  EXPECT_DOUBLE_EQ(calibration_error(Told(50, {1.0, true})), 0);
  EXPECT_DOUBLE_EQ(calibration_error(Told(50, {1.0, false})), 1);
  EXPECT_DOUBLE_EQ(calibration_error(Told(50, {0.25, false})), 0.25);
  Told both(20, {0.0, false});
  both.insert(both.end(), 20, {0.5, true});
  EXPECT_DOUBLE_EQ(calibration_error(both), 0.25);
}

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
