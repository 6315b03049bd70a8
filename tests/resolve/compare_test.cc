// SPDX-License-Identifier: Apache-2.0
//
// Two names compared: a table of cases, and what holds of every pair.

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "khitai/resolve.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::Case;

// The rules without a name.
const Lexicon& rules() {
  static const auto lexicon = [] {
    compile::CompileOptions options;
    options.folders = {tests::shipped_tables()};
    options.shipped_entities = false;
    compile::CompileReport report;
    return Lexicon::from_bytes(compile::compile(options, &report).value())
        .value();
  }();
  return *lexicon;
}

std::string words_of(const Comparison& comparison) {
  std::string words;
  for (const Feature& feature : comparison.features) {
    words += (words.empty() ? "" : "; ") + feature.words;
  }
  return words;
}

void expect_case(const Case& row, const Lexicon& lexicon) {
  const Comparison found = compare_names(lexicon, {row["a"], row["b"], "", ""});
  std::string decision(decision_word(found.decision));
  if (row["decision"] == "apart" && found.decision != Decision::kMatch) {
    decision = "apart";
  }
  const std::string words = words_of(found);
  const bool said = words.find(row["why"]) != std::string::npos;
  expect_row(row, row["decision"] + ": " + row["why"],
             decision + ": " + (said ? row["why"] : words));
}

TEST(CompareTest, NamesAreWhatTheirRowSays) {
  for (const Case& row : tests::read_cases("compare.tsv")) {
    if (row["lexicon"] != "rules") expect_case(row, tests::shipped_lexicon());
    if (row["lexicon"] != "shipped") expect_case(row, rules());
  }
}

// Names of all scripts, and bytes that are none.
std::vector<std::string> some_names() {
  std::vector<std::string> names = {"",
                                    " ",
                                    "\xFF\xFE",
                                    "a",
                                    "II",
                                    "ibn",
                                    "Sultan",
                                    "Ltd",
                                    "1141",
                                    "Mahmud (d. 1030)",
                                    std::string("a\0b", 3),
                                    std::string(5000, 'x'),
                                    "b. b. b.",
                                    "(((",
                                    "Smith, John, 1820-1890",
                                    "\xE8\xA5\xBF\xE9\x81"};
  const Lexicon& lexicon = tests::shipped_lexicon();
  for (uint32_t i = 0; i < lexicon.form_count(); i += 97) {
    names.emplace_back(lexicon.form(i).text);
  }
  return names;
}

void expect_sound(const Lexicon& lexicon, const NamePair& pair) {
  const Comparison one = compare_names(lexicon, pair);
  const Comparison other =
      compare_names(lexicon, {pair.b, pair.a, pair.lang_b, pair.lang_a});
  EXPECT_EQ(one.probability, other.probability) << pair.a << " | " << pair.b;
  EXPECT_EQ(one.decision, other.decision) << pair.a << " | " << pair.b;
  EXPECT_EQ(one.features.size(), other.features.size());
  EXPECT_GE(one.probability, 0);
  EXPECT_LE(one.probability, 1);
  EXPECT_FALSE(one.features.empty()) << pair.a << " | " << pair.b;
  for (const Feature& feature : one.features) {
    EXPECT_FALSE(feature.words.empty()) << feature.id;
  }
}

TEST(CompareTest, IsSymmetricWhateverTheBytes) {
  const std::vector<std::string> names = some_names();
  const char* const langs[] = {"", "en", "fa", "zh-Hant", "xx"};
  std::mt19937 random(1141);
  const auto any = [&](size_t n) { return static_cast<size_t>(random()) % n; };
  for (int i = 0; i < 2000; ++i) {
    NamePair pair{names[any(names.size())], names[any(names.size())],
                  langs[any(5)], langs[any(5)]};
    if (i % 4 == 0) pair.b = pair.a + " " + pair.b;
    expect_sound(i % 2 == 0 ? tests::shipped_lexicon() : rules(), pair);
  }
}

TEST(CompareTest, ANameIsItself) {
  for (const std::string& name : some_names()) {
    const Comparison found = compare_names(rules(), {name, name, "", ""});
    if (found.features.front().id == "nothing") continue;
    if (name.size() > 1000) continue;  // the rest is not looked at
    EXPECT_GE(found.probability, 0.95) << name;
    EXPECT_EQ(found.decision, Decision::kMatch) << name;
  }
}

TEST(CompareTest, TheWordsKeepTheOrderOfTheNames) {
  const NamePair pair{"Zeki ibn Ali", "Ahmad ibn Ali", "", ""};
  EXPECT_NE(words_of(compare_names(rules(), pair)).find("Zeki against Ahmad"),
            std::string::npos);
  const NamePair other{"Ahmad ibn Ali", "Zeki ibn Ali", "", ""};
  EXPECT_NE(words_of(compare_names(rules(), other)).find("Ahmad against Zeki"),
            std::string::npos);
}

TEST(CompareTest, ADecisionNeedsItsProbability) {
  const NamePair pair{"Jon Smith", "John Smith", "", ""};
  EXPECT_EQ(compare_names(rules(), pair, 0.5).decision, Decision::kMatch);
  EXPECT_EQ(compare_names(rules(), pair, 1).decision, Decision::kAmbiguous);
}

// The reasons of spelling add up to what the spelling says.
TEST(CompareTest, TheWeightsAddUp) {
  const Comparison found =
      compare_names(rules(), {"John Smith", "Peter Smith", "", ""});
  double sum = 0;
  for (const Feature& feature : found.features) sum += feature.weight;
  EXPECT_NEAR(1 / (1 + std::exp(-sum)), found.probability, 1e-9);
}

}  // namespace
}  // namespace khitai
