// SPDX-License-Identifier: Apache-2.0

#include "match/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "match/naive_matcher.h"
#include "support/cases.h"

namespace khitai::match {
namespace {

std::vector<std::string> split(const std::string& cell) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= cell.size();) {
    const size_t end = std::min(cell.find('|', begin), cell.size());
    parts.push_back(cell.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::string section_of(const std::vector<std::string>& names) {
  Builder builder;
  for (uint32_t i = 0; i < names.size(); ++i) {
    builder.add(fold::match_key(names[i]), i);
  }
  Result<std::string> section = builder.build();
  if (!section) ADD_FAILURE() << section.error().message;
  return section ? *section : "";
}

std::vector<Match> scan(const std::string& section, std::string_view text) {
  Result<Matcher> matcher = Matcher::open(section);
  if (!matcher) ADD_FAILURE() << matcher.error().message;
  Scratch scratch;
  std::vector<Match> matches;
  matcher->scan(text, &scratch, &matches);
  return matches;
}

// As the tables write it.
std::string show(const std::vector<Match>& matches, const std::string& text,
                 const std::vector<std::string>& names) {
  std::string out;
  for (const Match& match : matches) {
    if (!out.empty()) out += "|";
    const std::string slice = text.substr(match.begin, match.end - match.begin);
    out += slice;
    if (slice != names[match.pattern]) out += " = " + names[match.pattern];
  }
  return out.empty() ? "-" : out;
}

TEST(MatcherTest, FindsInEachTextTheNamesOfItsRow) {
  for (const tests::Case& row : tests::read_cases("match_cases.tsv")) {
    const std::vector<std::string> names = split(row["names"]);
    std::vector<Match> matches = scan(section_of(names), row["text"]);
    std::string got = show(matches, row["text"], names);
    keep_longest([](const Match&) { return true; }, &matches);
    got += " / " + show(matches, row["text"], names);
    const std::string want = row["all"] + " / " + row["longest"];
    if (row["state"] == "todo") {
      EXPECT_NE(got, want) << row.where << ": passes now, promote it";
    } else {
      EXPECT_EQ(got, want) << row.where << ": " << row["note"];
    }
  }
}

TEST(MatcherTest, NaiveAndFastAgreeOnTheTable) {
  for (const tests::Case& row : tests::read_cases("match_cases.tsv")) {
    const std::vector<std::string> names = split(row["names"]);
    NaiveMatcher naive;
    for (uint32_t i = 0; i < names.size(); ++i) {
      naive.add(fold::match_key(names[i]), i);
    }
    EXPECT_EQ(show(scan(section_of(names), row["text"]), row["text"], names),
              show(naive.scan(row["text"]), row["text"], names))
        << row.where;
  }
}

TEST(MatcherTest, FindsKeysExactly) {
  const std::vector<std::string> names = {
      "Qara Khitai", "Khitai",    "\u897f\u907c", "\u897f",
      "Ch'i-tan",    "a b c d e", "a, b",         "Xi\u907c"};
  const std::string section = section_of(names);
  const Matcher matcher = *Matcher::open(section);
  for (uint32_t i = 0; i < names.size(); ++i) {
    EXPECT_EQ(matcher.find(fold::match_key(names[i])), i) << names[i];
  }
  for (const char* other : {"", " ", "qara", "a b c d", "a b", "a b c d e f",
                            "Khitai", "khitai ", "ch", "a  b", "\xff"}) {
    EXPECT_EQ(matcher.find(other), std::nullopt) << other;
  }
}

TEST(MatcherTest, NoNamesMatchNothing) {
  const std::string section = section_of({});
  EXPECT_TRUE(scan(section, "Qara Khitai \u897f\u907c").empty());
  EXPECT_EQ(Matcher::open(section)->find("khitai"), std::nullopt);
}

TEST(MatcherTest, KeepsWhatIsInTheListAlready) {
  const std::string section = section_of({"Khitai"});
  const Matcher matcher = *Matcher::open(section);
  Scratch scratch;
  std::vector<Match> matches = {{7, 9, 5}};
  matcher.scan("Khitai", &scratch, &matches);
  matcher.scan("a Khitai", &scratch, &matches);
  EXPECT_EQ(matches, (std::vector<Match>{{7, 9, 5}, {0, 6, 0}, {2, 8, 0}}));
}

TEST(MatcherTest, ScansLongTextsPieceByPiece) {
  const std::vector<std::string> names = {"Qara Khitai", "\u897f\u907c"};
  std::string paragraph, text;
  while (paragraph.size() < 3000) paragraph += "a Qara\nKhitai \u897f\n\u907c ";
  while (text.size() < 500000) text += paragraph + "Qara\n\nKhitai ";
  const std::vector<Match> matches = scan(section_of(names), text);
  NaiveMatcher naive;
  for (uint32_t i = 0; i < names.size(); ++i) {
    naive.add(fold::match_key(names[i]), i);
  }
  EXPECT_TRUE(matches == naive.scan(text));
  EXPECT_GT(matches.size(), 10000u);
}

TEST(MatcherTest, WordsOfManyApostrophesAreNotCut) {
  const std::string section = section_of({"a", "a'a'a", "a'a b", "a a'a c d"});
  std::string word = "a";
  for (uint32_t cuts = 1; cuts <= kMaxCuts; ++cuts) word += "'a";
  std::string text;
  while (text.size() < 20000) text += word + " ";
  const size_t parts = kMaxCuts + 1;
  EXPECT_EQ(scan(section, text).size(),
            text.size() / (word.size() + 1) * (parts + parts - 2));
  EXPECT_TRUE(scan(section, word + "'a").empty());
  std::replace(text.begin(), text.end(), ' ', '\'');
  EXPECT_TRUE(scan(section, text).empty());
}

TEST(MatcherTest, LongWordsAreNotCut) {
  const std::string section = section_of({"Iraa"});
  std::string most = "l'Iraa", more;
  while (most.size() + 2 <= kMaxCutWord) most += "\u0301";
  more = most + "\u0301";
  EXPECT_EQ(scan(section, most).size(), 1u);
  EXPECT_TRUE(scan(section, more).empty());
}

TEST(BuilderTest, TheOrderOfNamesDoesNotMatter) {
  const std::vector<std::string> names = {
      "Qara Khitai", "Khitai", "a b c d", "a b c", "\u897f\u907c", "a b c e"};
  Builder forward, backward;
  for (uint32_t i = 0; i < names.size(); ++i) {
    const uint32_t j = static_cast<uint32_t>(names.size()) - 1 - i;
    forward.add(fold::match_key(names[i]), i);
    backward.add(fold::match_key(names[j]), j);
  }
  EXPECT_EQ(*forward.build(), *backward.build());
}

TEST(BuilderTest, TheNumberOfThreadsDoesNotMatter) {
  constexpr uint32_t kNames = 40000;  // blocks, and runs that are merged
  Builder builder;
  for (uint32_t i = 0; i < kNames; ++i) {
    const std::string word = "khan" + std::to_string(i * 7919 % kNames);
    builder.add(i % 3 == 0 ? "qara " + word + " of " + word : word, i);
  }
  const auto one = builder.build(1);
  ASSERT_TRUE(one.ok()) << one.error().message;
  for (const unsigned jobs : {0u, 2u, 3u, 7u}) {
    const auto several = builder.build(jobs);
    ASSERT_TRUE(several.ok()) << several.error().message;
    EXPECT_TRUE(*several == *one) << jobs << " threads";
  }
}

TEST(BuilderTest, SaysWhichKeyCannotMatch) {
  std::string many = "a";
  for (int i = 0; i < 255; ++i) many += " a";
  const std::map<std::string, std::string> wrong = {
      {"", "match key \"\" has 0 bytes, expected 1 to 65535"},
      {" ", "match key \" \" is not folded"},
      {"Khitai", "match key \"Khitai\" is not folded"},
      {"qara-khitai", "match key \"qara-khitai\" is not folded"},
      {many, "match key \"" + many.substr(0, 80) +
                 "\" has 256 words, expected at most 255"}};
  for (const auto& [key, message] : wrong) {
    EXPECT_EQ(check_key(key).error().message, message);
    Builder builder;
    builder.add("khitai", 1);
    builder.add(key, 2);
    EXPECT_EQ(builder.build().error().message, message);
  }
  EXPECT_TRUE(check_key(many.substr(2)).ok());
}

TEST(BuilderTest, AKeyIsAddedOnce) {
  Builder builder;
  builder.add("khitai", 1);
  builder.add("khitai", 2);
  EXPECT_EQ(builder.build().error().message,
            "match key \"khitai\" was added twice");
}

TEST(KeepLongestTest, AsksAboutEachMatchThatIsStillPossible) {
  std::vector<Match> matches = {{0, 9, 1}, {0, 4, 2}, {2, 6, 3},
                                {4, 9, 4}, {5, 9, 5}, {9, 10, 6}};
  std::vector<uint32_t> asked;
  keep_longest(
      [&](const Match& match) {
        asked.push_back(match.pattern);
        return match.pattern != 1;
      },
      &matches);
  EXPECT_EQ(matches, (std::vector<Match>{{0, 4, 2}, {4, 9, 4}, {9, 10, 6}}));
  EXPECT_EQ(asked, (std::vector<uint32_t>{1, 2, 4, 6}));
}

}  // namespace
}  // namespace khitai::match
