// SPDX-License-Identifier: Apache-2.0

#include "base/year.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "support/cases.h"

namespace khitai::base {
namespace {

std::string show(Year year) {
  if (year == kNoYearBefore) return "-";
  if (year == kNoYearAfter) return "+";
  return std::to_string(year);
}

YearRange years(std::string_view date) {
  return parse_year_range(date).value();
}

TEST(YearTest, EachDateAllowsTheYearsOfItsRow) {
  for (const tests::Case& row : tests::read_cases("year.tsv")) {
    const Result<YearRange> range = parse_year_range(row["date"]);
    if (row["state"] == "bad") {
      EXPECT_FALSE(range.ok()) << row.where;
      continue;
    }
    ASSERT_TRUE(range.ok()) << row.where << ": " << range.error().message;
    EXPECT_EQ(show(range->first), row["first"]) << row.where;
    EXPECT_EQ(show(range->last), row["last"]) << row.where;
    EXPECT_EQ(range->approximate, row["approximate"] == "yes") << row.where;
  }
}

TEST(YearTest, AnErrorSaysWhatIsWrongAndWhatWasExpected) {
  EXPECT_EQ(parse_year_range("1141-13").error().message,
            "date '1141-13': a month is 01 to 12, expected a date like 1124, "
            "1141-09-09, 1174~, [1124,1125], ..1218, 1130.., 1130/1218 or "
            "-0320");
}

TEST(YearTest, BothEndsBelongToARange) {
  const YearRange range = years("1124/1218");
  EXPECT_TRUE(contains(range, 1124));
  EXPECT_TRUE(contains(range, 1218));
  EXPECT_FALSE(contains(range, 1123));
  EXPECT_FALSE(contains(range, 1219));
  EXPECT_TRUE(contains(years("..1218"), kNoYearBefore));
  EXPECT_TRUE(contains(YearRange(), 1124));
}

TEST(YearTest, RangesThatShareOneYearOverlap) {
  EXPECT_TRUE(overlaps(years("1124/1143"), years("1143/1150")));
  EXPECT_FALSE(overlaps(years("1124/1142"), years("1143/1150")));
  EXPECT_TRUE(overlaps(years("1143.."), YearRange()));
  EXPECT_FALSE(overlaps(years("1143.."), years("..1142")));
}

TEST(YearTest, DistanceCountsYearsBetweenTheNearestEnds) {
  EXPECT_EQ(distance(years("1124/1143"), years("1150/1163")), 7);
  EXPECT_EQ(distance(years("1150/1163"), years("1124/1143")), 7);
  EXPECT_EQ(distance(years("1124/1143"), years("1140/1163")), 0);
  EXPECT_EQ(distance(years("1124/1143"), 785), 339);
  EXPECT_EQ(distance(years("-0001"), 1), 2);
  EXPECT_EQ(distance(years("..1142"), years("1143..")), 1);
}

TEST(YearTest, DistanceOfExtremeYearsDoesNotOverflow) {
  const YearRange first{INT32_MIN + 1, INT32_MIN + 1, false};
  const YearRange last{INT32_MAX - 1, INT32_MAX - 1, false};
  EXPECT_EQ(distance(first, last), 4294967293);
  EXPECT_EQ(widen(first, 5).first, INT32_MIN + 1);
  EXPECT_EQ(widen(last, 5).last, INT32_MAX - 1);
}

TEST(YearTest, ASpanRunsFromTheFirstYearOfOneToTheLastOfTheOther) {
  const YearRange span = span_of(years("[1124,1125]"), years("1174~"));
  EXPECT_EQ(span.first, 1124);
  EXPECT_EQ(span.last, 1174);
  EXPECT_TRUE(span.approximate);
  EXPECT_TRUE(span_of(YearRange(), YearRange()).open());
}

TEST(YearTest, WideningLeavesOpenEndsOpen) {
  EXPECT_EQ(widen(years("1130.."), 5), (YearRange{1125, kNoYearAfter, false}));
  EXPECT_EQ(widen(years("1130/1218"), 5), (YearRange{1125, 1223, false}));
}

TEST(YearTest, AnyBytesAreReadWithoutHarm) {
  std::mt19937 random(1124);
  const std::string alphabet = "0123456789-~?[],./ \xE2\x80\x93x";
  for (int i = 0; i < 20000; ++i) {
    std::string date;
    for (size_t n = random() % 14; n > 0; --n) {
      date.push_back(alphabet[random() % alphabet.size()]);
    }
    const Result<YearRange> range = parse_year_range(date);
    if (range.ok()) {
      EXPECT_LE(range->first, range->last) << date;
    }
  }
}

}  // namespace
}  // namespace khitai::base
