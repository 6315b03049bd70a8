// SPDX-License-Identifier: Apache-2.0

#include "context/years.h"

#include <gtest/gtest.h>

namespace khitai::context {
namespace {

constexpr uint32_t kReach = 100;

std::optional<int32_t> near(std::vector<YearAt> years, uint32_t begin,
                            uint32_t end) {
  const auto nearest = nearest_year(years, begin, end, kReach);
  if (!nearest) return std::nullopt;
  return nearest->from;
}

TEST(NearestYearTest, IsTheOneWithTheFewestBytesBetween) {
  const std::vector<YearAt> years = {
      {10, {1124, 1124}, {}}, {200, {1141, 1141}, {}}, {300, {1207, 1207}, {}}};
  EXPECT_EQ(near(years, 20, 30), 1124);
  EXPECT_EQ(near(years, 180, 190), 1141);
  EXPECT_EQ(near(years, 210, 220), 1141);
  EXPECT_EQ(near(years, 290, 299), 1207);
  EXPECT_EQ(near(years, 0, 5), 1124);
}

TEST(NearestYearTest, IsNoneOutOfReach) {
  EXPECT_EQ(near({}, 0, 10), std::nullopt);
  EXPECT_EQ(near({{10, {1124, 1124}, {}}}, 111, 120), std::nullopt);
  EXPECT_EQ(near({{10, {1124, 1124}, {}}}, 110, 120), 1124);
  EXPECT_EQ(near({{300, {1124, 1124}, {}}}, 100, 199), std::nullopt);
  EXPECT_EQ(near({{300, {1124, 1124}, {}}}, 100, 200), 1124);
}

TEST(NearestYearTest, IsTheOneBeforeWhenTwoAreAsFar) {
  EXPECT_EQ(near({{50, {1124, 1124}, {}}, {80, {1141, 1141}, {}}}, 60, 70),
            1124);
}

TEST(NearestYearTest, AYearWithinTheNameIsTheNearest) {
  EXPECT_EQ(near({{55, {1124, 1124}, {}}, {65, {1141, 1141}, {}}}, 60, 70),
            1141);
}

TEST(NearestYearTest, IsOfTheSentenceOfTheName) {
  const Sentence first = {0, 50};
  const Sentence second = {50, 200};
  const std::vector<YearAt> years = {{40, {1124, 1124}, first},
                                     {90, {1141, 1141}, second}};
  EXPECT_EQ(near(years, 52, 58), 1141);
  EXPECT_EQ(near(years, 30, 36), 1124);
  EXPECT_EQ(near({{40, {1124, 1124}, first}}, 52, 58), 1124);
}

TEST(NearestYearTest, AYearOfTheSentenceGoesBeforeACentury) {
  const Sentence first = {0, 50};
  const Sentence second = {50, 200};
  EXPECT_EQ(
      near({{20, {1101, 1200}, first}, {45, {1218, 1218}, first}}, 22, 28),
      1218);
  EXPECT_EQ(
      near({{20, {1101, 1200}, first}, {60, {1218, 1218}, second}}, 40, 48),
      1101);
}

TEST(NearestYearTest, HoldsAtTheEndsOfOffsets) {
  const uint32_t last = UINT32_MAX;
  EXPECT_EQ(near({{last, {1124, 1124}, {}}}, last - 10, last - 5), 1124);
  EXPECT_EQ(near({{0, {1124, 1124}, {}}}, last - 10, last - 5), std::nullopt);
}

TEST(YearsBesideTest, AreThoseOfTheSentenceWithinReach) {
  const Sentence first = {0, 50};
  const Sentence second = {50, 900};
  const std::vector<YearAt> years = {{40, {1124, 1124}, first},
                                     {90, {1141, 1141}, second},
                                     {120, {1143, 1143}, second},
                                     {800, {1207, 1207}, second}};
  const YearRun run = years_beside(years, 100, kReach);
  EXPECT_EQ(run.first, 1u);
  EXPECT_EQ(run.last, 3u);
  const YearRun none = years_beside(years, 950, kReach);
  EXPECT_EQ(none.first, none.last);
}

}  // namespace
}  // namespace khitai::context
