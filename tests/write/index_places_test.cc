// SPDX-License-Identifier: Apache-2.0

#include "write/index_places.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "support/cases.h"
#include "support/expect_row.h"
#include "write/index_numerals.h"

namespace khitai::write {
namespace {

// "2:12r" as the document has it at that place.
CitedPlace place_from(const std::string& text, size_t at) {
  CitedPlace place;
  std::istringstream steps(text);
  for (std::string step; std::getline(steps, step, ':');) {
    place.push_back(place_step(step, at));
  }
  return place;
}

std::string cited_of(const std::vector<CitedPlace>& places) {
  std::string out;
  for (const std::string& one : place_words(places, "{", "}")) {
    out += (out.empty() ? "" : ", ") + one;
  }
  const std::string dash = "\u2013";
  for (size_t at = out.find(dash); at != std::string::npos;
       at = out.find(dash)) {
    out.replace(at, dash.size(), "-");
  }
  return out;
}

TEST(IndexPlacesTest, AreCitedAsTheTableHasThem) {
  for (const tests::Case& row : tests::read_cases("index_places.tsv")) {
    std::vector<CitedPlace> places;
    std::istringstream words(row["places"]);
    for (std::string word; words >> word;) {
      places.push_back(place_from(word, places.size()));
    }
    tests::expect_row(row, row["cited"], cited_of(places));
  }
}

// Numbers by chance, joined the plain way.
TEST(IndexPlacesTest, RangesAreThoseOfCountingByHand) {
  std::mt19937 random(1218);
  for (int round = 0; round < 300; ++round) {
    std::vector<bool> there(30, false);
    std::vector<CitedPlace> places;
    for (size_t i = random() % 25; i > 0; --i) {
      const size_t number = random() % there.size();
      there[number] = true;
      places.push_back(place_from(std::to_string(number), places.size()));
    }
    std::string expected;
    for (size_t i = 0; i < there.size(); ++i) {
      if (!there[i] || (i > 0 && there[i - 1])) continue;
      size_t last = i;
      while (last + 1 < there.size() && there[last + 1]) ++last;
      expected += (expected.empty() ? "" : ", ") + std::to_string(i);
      if (last > i) expected += "-" + std::to_string(last);
    }
    EXPECT_EQ(cited_of(places), expected);
  }
}

TEST(IndexPlacesTest, TheOrderIsAnOrder) {
  const std::vector<std::string> labels = {"1",    "2",   "10",     "x",
                                           "iv",   "2r",  "2v",     "A2",
                                           "text", "2.1", "\u4E09", "other"};
  std::vector<CitedPlace> places;
  for (const std::string& label : labels) {
    places.push_back({place_step(label, places.size())});
  }
  for (const CitedPlace& a : places) {
    EXPECT_FALSE(is_before(a, a));
    for (const CitedPlace& b : places) {
      EXPECT_FALSE(is_before(a, b) && is_before(b, a));
      if (is_next(a, b)) {
        EXPECT_TRUE(is_before(a, b));
      }
      for (const CitedPlace& c : places) {
        if (is_before(a, b) && is_before(b, c)) {
          EXPECT_TRUE(is_before(a, c));
        }
      }
    }
  }
}

TEST(IndexNumeralsTest, RomanOnesAsTheyAreWritten) {
  EXPECT_EQ(roman_value("i"), 1u);
  EXPECT_EQ(roman_value("XLIX"), 49u);
  EXPECT_EQ(roman_value("mmmdccclxxxviii"), 3888u);
  for (const char* none : {"", "iiii", "vv", "ic", "xIi", "a", "mmmm", "12"}) {
    EXPECT_EQ(roman_value(none), 0u) << none;
  }
}

TEST(IndexNumeralsTest, ChineseOnes) {
  EXPECT_EQ(han_value("\u5341"), 10u);
  EXPECT_EQ(han_value("\u5341\u4E8C"), 12u);
  EXPECT_EQ(han_value("\u4E8C\u767E\u3007\u4E09"), 203u);
  EXPECT_EQ(han_value("\u4E00\u5343\u4E00\u767E"), 1100u);
  EXPECT_EQ(han_value("\u4E00\u3007\u4E00"), 101u);
  for (const char* none : {"", "\u5377", "\u5341\u5377", "10", "\xE5"}) {
    EXPECT_EQ(han_value(none), 0u) << none;
  }
}

}  // namespace
}  // namespace khitai::write
