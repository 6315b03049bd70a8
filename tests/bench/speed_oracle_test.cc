// SPDX-License-Identifier: Apache-2.0
//
// What engines are compared with before they are timed, and that one that
// finds something else is told.

#include <gtest/gtest.h>

#include "speed/measure.h"
#include "speed/oracle.h"

namespace khitai::bench {
namespace {

const Strings& few_names() {
  static const Strings names = {"abc", "ab", "bcd", "\u897f\u907c", "b\u0113"};
  return names;
}

TEST(SpeedOracleTest, FindsAllNamesAtAllPlaces) {
  const Hits hits = ExactOracle(few_names()).all("abcd ab \u5357\u897f\u907c");
  EXPECT_EQ(hits,
            (Hits{{0, 3, 0}, {0, 2, 1}, {1, 4, 2}, {5, 7, 1}, {11, 17, 3}}));
  EXPECT_EQ(longest_of(hits), (Hits{{0, 3, 0}, {5, 7, 1}, {11, 17, 3}}));
  EXPECT_TRUE(ExactOracle(few_names()).all("").empty());
  EXPECT_TRUE(ExactOracle(few_names()).all("AB a b").empty());
}

TEST(SpeedOracleTest, KnowsWholeWords) {
  const std::string text = "ab abx xab ab\u0113 ab\u897fab,b\u0113";
  const Hits whole = at_words(text, ExactOracle(few_names()).all(text));
  EXPECT_EQ(whole, (Hits{{0, 2, 1}, {16, 18, 1}, {21, 23, 1}, {24, 27, 4}}));
}

TEST(SpeedOracleTest, FoldsAsTheMatcherDoes) {
  const Hits hits = FoldedOracle({"Qara Khit\u0101y", "qara khitay", "Liao"})
                        .all("QARA-KHITAY, liao, liaos");
  EXPECT_EQ(hits, (Hits{{0, 11, 0}, {13, 17, 2}}));
}

TEST(SpeedOracleTest, TellsTheFirstDifference) {
  EXPECT_EQ(difference("abc", {{0, 2, 1}}, {{0, 2, 1}}), "");
  EXPECT_EQ(difference("abc", {{0, 2, 1}}, {{0, 2, 1}, {1, 3, 0}}),
            "1 hits, expected 2; first difference: found nothing more, "
            "expected \"bc\" at 1 (name 0)");
}

// Finds all names but the last one.
class Forgetful : public Engine {
 public:
  Facts facts() const override { return {"forgetful", "1", "forgets"}; }
  Status build(const Names& names) override {
    names_ = names.list;
    names_.resize(names_.size() - forgets_);
    return Done{};
  }
  size_t scan(std::string_view text) override {
    ++scans;
    return ExactOracle(names_).all(text).size();
  }
  std::string wrong(std::string_view text, const Expected& expected) override {
    return difference(text, ExactOracle(names_).all(text), expected.exact);
  }
  explicit Forgetful(size_t forgets) : forgets_(forgets) {}
  static inline int scans = 0;

 private:
  const size_t forgets_;
  Strings names_;
};

std::vector<Row> measured(size_t forgets, std::string_view text) {
  Result<Built> built =
      build_measured(std::make_unique<Forgetful>(forgets), {few_names(), ""});
  std::vector<Built> engines;
  engines.push_back(std::move(*built));
  return measure({"text", text}, {"few", 3, 4}, ExactOracle(few_names()),
                 FoldedOracle(few_names()), engines);
}

TEST(SpeedMeasureTest, TimesAnEngineThatIsRight) {
  Forgetful::scans = 0;
  const std::vector<Row> rows = measured(0, "ab, b\u0113\nab");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].wrong, "");
  EXPECT_EQ(rows[0].hits, 3u);
  EXPECT_EQ(Forgetful::scans, 3);
  EXPECT_GT(rows[0].seconds, 0);
}

TEST(SpeedMeasureTest, TellsAnEngineThatIsWrongAndDoesNotTimeIt) {
  Forgetful::scans = 0;
  const std::vector<Row> rows = measured(1, "ab, b\u0113\nab");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_NE(rows[0].wrong.find("1 hits, expected 2"), std::string::npos);
  EXPECT_EQ(Forgetful::scans, 0);
}

TEST(SpeedMeasureTest, CutsTextsAtTheEndsOfLines) {
  EXPECT_EQ(beginning("ab\ncd\nef", 4, false), "ab\ncd");
  EXPECT_EQ(beginning("ab\ncd\nef", 4, true), "ab");
  EXPECT_EQ(beginning("ab\ncd\nef", 100, true), "ab\ncd\nef");
  EXPECT_EQ(beginning("abcdef", 4, false), "abcdef");
  EXPECT_EQ(beginning("abcdef", 4, true), "");
}

}  // namespace
}  // namespace khitai::bench
