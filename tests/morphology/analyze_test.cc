// SPDX-License-Identifier: Apache-2.0
//
// The dictionary forms of inflected words, and what may not be taken for one.

#include "morphology/analyze.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "khitai/keys.h"
#include "support/cases.h"
#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

using morphology::Analysis;

const morphology::Tables& tables() { return shipped_lexicon().morphology(); }

std::string joined(const std::vector<Analysis>& found) {
  std::string out;
  for (const Analysis& one : found) {
    out += "\n  " + one.stem + "  (" + one.rule + ", " +
           std::to_string(one.cost) + ")";
  }
  return out;
}

// A `no` row: the stem must not be offered.
TEST(MorphologyTest, StemsOfWordsInTheirLanguages) {
  for (const Case& row : read_cases("morphology_words.tsv")) {
    const std::string word = l1_key(row["word"]);
    const std::string stem = l1_key(row["stem"]);
    const auto found = morphology::analyze_name(tables(), word, row["lang"]);
    const auto it =
        std::find_if(found.begin(), found.end(),
                     [&](const Analysis& one) { return one.stem == stem; });
    const bool offered = it != found.end();
    EXPECT_EQ(offered, row["state"] == "ok")
        << row.where << ": " << word << " > " << stem << joined(found);
    if (!offered) continue;
    EXPECT_NE(it->rule.find(row["rule"]), std::string::npos)
        << row.where << ": " << it->rule;
  }
}

void expect_sound(const std::string& word, std::string_view lang) {
  const auto found = morphology::analyze(tables(), word, lang);
  EXPECT_LE(found.size(), morphology::kMaxAnalyses);
  for (const Analysis& one : found) {
    EXPECT_LT(one.begin, one.end) << word << " > " << one.stem;
    EXPECT_LE(one.end, word.size()) << word << " > " << one.stem;
    EXPECT_NE(one.stem, word);
    EXPECT_EQ(l1_key(one.stem), one.stem);
    EXPECT_GE(one.stem.size(), 3u);
  }
  const auto again = morphology::analyze(tables(), word, lang);
  EXPECT_EQ(joined(found), joined(again));
}

TEST(MorphologyTest, TheCoreLiesInTheWord) {
  for (const Case& row : read_cases("morphology_words.tsv")) {
    expect_sound(l1_key(row["word"]), row["lang"]);
    expect_sound(l1_key(row["word"]), "");
  }
}

TEST(MorphologyTest, AnyBytesHaveAnalysesOrNone) {
  std::mt19937 random(7);
  for (int i = 0; i < 300; ++i) {
    std::string bytes;
    for (size_t size = random() % 40; size > 0; --size) {
      bytes += static_cast<char>(random());
    }
    morphology::analyze(tables(), bytes, i % 2 == 0 ? "" : "ru");
    morphology::analyze_name(tables(), bytes, "fa");
  }
}

TEST(MorphologyTest, LongWordsHaveNone) {
  EXPECT_TRUE(
      morphology::analyze(tables(), std::string(100000, 's'), "en").empty());
}

}  // namespace
}  // namespace khitai::tests
