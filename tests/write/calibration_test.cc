// SPDX-License-Identifier: Apache-2.0

#include "write/calibration.h"

#include <gtest/gtest.h>

namespace khitai::write {
namespace {

TEST(CalibrationTest, BinsAreOfEqualMassLeastProbableFirst) {
  Told told;
  for (int i = 19; i >= 0; --i) told.emplace_back(i / 20.0, i >= 10);
  const auto bins = bins_of(told);
  ASSERT_EQ(bins.size(), kBins);
  for (const Bin& bin : bins) EXPECT_EQ(bin.count, 2u);
  EXPECT_DOUBLE_EQ(bins[0].said, 0.025);
  EXPECT_DOUBLE_EQ(bins[4].right, 0);
  EXPECT_DOUBLE_EQ(bins[5].right, 1);
  EXPECT_TRUE(bins_of({}).empty());
  EXPECT_EQ(bins_of({{0.1, false}, {0.2, true}, {0.3, true}}).size(), 3u);
}

TEST(CalibrationTest, BinsDoNotDependOnTheOrderOfEqualProbabilities) {
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

TEST(CalibrationTest, EqualProbabilitiesAreEquallyRight) {
  // One probability for all: the error is how far it is from the share.
  Told told(30, {0.5, true});
  told.insert(told.end(), 10, {0.5, false});
  EXPECT_NEAR(calibration_error(told), 0.25, 1e-12);
  for (const Bin& bin : bins_of(told)) EXPECT_DOUBLE_EQ(bin.right, 0.75);
}

TEST(CalibrationTest, ErrorIsHowFarWhatIsSaidIsFromWhatIs) {
  EXPECT_DOUBLE_EQ(calibration_error({}), 0);
  EXPECT_DOUBLE_EQ(calibration_error(Told(50, {1.0, true})), 0);
  EXPECT_DOUBLE_EQ(calibration_error(Told(50, {1.0, false})), 1);
  EXPECT_NEAR(calibration_error(Told(50, {0.25, false})), 0.25, 1e-12);
  Told both(20, {0.0, false});
  both.insert(both.end(), 20, {0.5, true});
  EXPECT_NEAR(calibration_error(both), 0.25, 1e-12);
}

}  // namespace
}  // namespace khitai::write
