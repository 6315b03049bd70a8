// SPDX-License-Identifier: Apache-2.0

#include "report.h"

#include <gtest/gtest.h>

namespace khitai::bench {
namespace {

constexpr std::string_view kDocument =
    "before\n<!-- measured: a -->\n\nold\n\n<!-- /measured -->\n"
    "middle\n<!-- measured: a b -->\n<!-- /measured -->\nafter\n";

TEST(MarkedTest, IsWhatStandsBetweenTheMarkers) {
  EXPECT_EQ(marked(kDocument, "a"), "old");
  EXPECT_EQ(marked(kDocument, "a b"), "");
}

TEST(MarkedTest, NeedsBothMarkersInOrder) {
  EXPECT_FALSE(marked(kDocument, "b"));
  EXPECT_FALSE(marked("", "a"));
  EXPECT_FALSE(marked("<!-- measured: a -->\nold\n", "a"));
  EXPECT_FALSE(marked("<!-- /measured -->\n<!-- measured: a -->\n", "a"));
  EXPECT_FALSE(
      marked("<!-- measured: a -->\nold\n<!-- measured: b -->\n"
             "<!-- /measured -->\n",
             "a"));
}

TEST(ReplaceMarkedTest, LeavesAllElseAsItIs) {
  EXPECT_EQ(replace_marked(kDocument, "a", "new\n"),
            "before\n<!-- measured: a -->\n\nnew\n\n<!-- /measured -->\n"
            "middle\n<!-- measured: a b -->\n<!-- /measured -->\nafter\n");
  EXPECT_EQ(replace_marked(kDocument, "a b", "new"),
            "before\n<!-- measured: a -->\n\nold\n\n<!-- /measured -->\n"
            "middle\n<!-- measured: a b -->\n\nnew\n\n<!-- /measured -->\n"
            "after\n");
}

TEST(ReplaceMarkedTest, ChangesNothingTheSecondTime) {
  const auto once = replace_marked(kDocument, "a", "new");
  ASSERT_TRUE(once);
  EXPECT_EQ(replace_marked(*once, "a", *marked(*once, "a")), *once);
}

TEST(ReplaceMarkedTest, DoesNothingWithoutMarkers) {
  EXPECT_FALSE(replace_marked(kDocument, "c", "new"));
  EXPECT_FALSE(replace_marked("text", "a", "new"));
}

TEST(NotMeasuredTest, SaysSoOnce) {
  const std::string once = not_measured("| table |");
  EXPECT_TRUE(once.ends_with("\n\n| table |"));
  EXPECT_NE(once.find("Not measured"), std::string::npos);
  EXPECT_EQ(not_measured(once), once);
}

TEST(FiguresTableTest, GivesSharesAndNothingOfNothing) {
  Figures some;
  some.note({true, true, true, 1.0}, false);
  some.note({true, false, false, 0.0}, false);
  some.note({false, false, false, 0}, true);
  const std::string table = figures_table("set", {{"x", some}, {"y", {}}});
  EXPECT_TRUE(table.starts_with("| set | queries |"));
  EXPECT_NE(table.find("| x | 2 | 0.500 | 0.500 | 1.000 | 0.000 | 0.000 |\n"),
            std::string::npos);
  EXPECT_NE(table.find("| y | 0 | 0.000 | 0.000 | 0.000 | 0.000 | 0.000 |\n"),
            std::string::npos);
}

TEST(ReliabilityTableTest, HasACellForEachBin) {
  ToldByScripts all;
  all["Arab-Latn"] = Told(10, {0.25, true});
  all["others"] = Told(1, {0.5, false});
  const std::string table = reliability_table(all);
  std::string row = "| Arab-Latn | 10 | 0.750 |";
  for (size_t bin = 0; bin < kBins; ++bin) row += " 0.25/1.00 |";
  EXPECT_NE(table.find(row + "\n"), std::string::npos) << table;
  EXPECT_NE(
      table.find("| others | 1 | 0.500 | 0.50/0.00 | | | | | | | | | |\n"),
      std::string::npos)
      << table;
}

TEST(JudgedTableTest, HasARowEach) {
  Judged judged;
  judged.note(0.75, true);
  judged.note(0.25, false);
  EXPECT_EQ(judged_table("pairs of", {{"all", judged}}),
            "| pairs of | pairs | one name | precision | recall | F1 | error "
            "|\n|---|---|---|---|---|---|---|\n"
            "| all | 2 | 1 | 1.000 | 1.000 | 1.000 | 0.250 |\n");
}

TEST(DecidingTableTest, CountsWhatSaysSoMuchAndMore) {
  Figures figures;
  figures.note({true, true, true, 0.9}, false);
  figures.note({true, false, true, 0.8}, false);
  figures.note({false, false, false, 0}, false);  // no candidate
  figures.note({true, false, false, 0.7}, true);
  figures.note({true, false, false, 0.1}, true);
  EXPECT_EQ(deciding_table("set", {{"x", figures}}),
            "| set | 0.50 | 0.60 | 0.70 | 0.80 | 0.85 | 0.90 |\n"
            "|---|---|---|---|---|---|---|\n"
            "| x | 0.667 / 0.500 / 0.500 | 0.667 / 0.500 / 0.500 | "
            "0.667 / 0.500 / 0.500 | 0.667 / 0.500 / 0.000 | "
            "0.333 / 1.000 / 0.000 | 0.333 / 1.000 / 0.000 |\n");
}

}  // namespace
}  // namespace khitai::bench
