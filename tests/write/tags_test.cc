// SPDX-License-Identifier: Apache-2.0
//
// No bare code in what people read: the vocabulary's languages, scripts and
// conventions all have words, and so has the script of every form.

#include "write/tags.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/small_lexicon.h"
#include "write/script.h"

namespace khitai::write {
namespace {

// The rows of a table of the lexicon, without its header.
std::vector<std::vector<std::string>> rows_of(const std::string& path) {
  std::ifstream file(path);
  EXPECT_TRUE(file.good()) << path;
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    rows.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) {
      rows.back().push_back(cell);
    }
  }
  return rows;
}

std::string vocabulary(const std::string& name) {
  return tests::shipped_tables() + "/vocabulary/" + name + ".tsv";
}

TEST(TagsTest, LanguagesAreCalledAsInTheVocabulary) {
  const auto rows = rows_of(vocabulary("languages"));
  ASSERT_GT(rows.size(), 50u);
  for (const auto& row : rows) {
    EXPECT_EQ(language_words(row[0]), row[1]);
    if (row.size() < 3) continue;
    std::istringstream scripts(row[2]);
    for (std::string script; scripts >> script;) {
      const std::string words = language_words(row[0] + "-" + script);
      EXPECT_TRUE(words == row[1] || words.find(row[1] + " in ") == 0 ||
                  words.find(row[1] + " (") == 0)
          << words;
      if (words.find('(') == std::string::npos) {
        EXPECT_FALSE(words.ends_with(" " + script)) << words;
      }
    }
  }
}

TEST(TagsTest, ConventionsHaveWords) {
  const auto rows = rows_of(vocabulary("conventions"));
  ASSERT_GT(rows.size(), 40u);
  for (const auto& row : rows) {
    std::vector<std::string> tags = {row[1]};
    std::istringstream aliases(row[2]);
    for (std::string alias; std::getline(aliases, alias, ',');) {
      if (alias.find("-Latn-") != alias.npos ||
          alias.find("-Cyrl-") != alias.npos)
        tags.push_back(alias);
    }
    for (const std::string& tag : tags) {
      // Without a subtag of its own a convention is how a language is written.
      const bool own = std::count(tag.begin(), tag.end(), '-') > 1;
      EXPECT_EQ(convention_words(tag).empty(), !own) << tag;
      if (!own) continue;
      const std::string all = "(" + convention_words(tag) + ")";
      EXPECT_TRUE(language_words(tag).ends_with(all)) << tag;
    }
  }
}

TEST(TagsTest, ConventionOfTheFirstTagThatHasOne) {
  EXPECT_EQ(convention_words("fa-Latn-x-ijmes"), "IJMES");
  EXPECT_EQ(convention_words("en zh-Latn-pinyin-x-notone"),
            "pinyin, without tones");
  EXPECT_EQ(convention_words("zh-Latn-wadegile ja"), "Wade-Giles");
  EXPECT_EQ(convention_words("zh-TW"), "");
  EXPECT_EQ(convention_words("fa-Latn"), "");
  EXPECT_EQ(convention_words("en"), "");
  EXPECT_EQ(convention_words(""), "");
  EXPECT_EQ(convention_words(" - "), "");
}

TEST(ScriptTest, EveryFormOfTheLexiconHasANamedScript) {
  size_t forms = 0;
  for (const auto& file : std::filesystem::directory_iterator(
           tests::shipped_tables() + "/forms")) {
    if (file.path().extension() != ".tsv") continue;
    for (const auto& row : rows_of(file.path().string())) {
      ++forms;
      EXPECT_NE(script_of(row[1]).label, "") << row[0] << " " << row[1];
    }
  }
  EXPECT_GT(forms, 60000u);
}

TEST(ScriptTest, WhatIsNoLetterHasNone) {
  EXPECT_EQ(script_of("12 -").label, "");
  EXPECT_EQ(script_of("").label, "");
  EXPECT_EQ(script_of("\u0E3F 5").label, "");  // the sign of the baht
  EXPECT_EQ(script_of("\u0E08\u0E35\u0E19").label, "Thai");
  EXPECT_EQ(script_of("\u0E88\u0EB5\u0E99").label, "Lao");
  EXPECT_EQ(script_of("\u17D2\u1785").label, "Khmer");
  EXPECT_TRUE(script_of("\u0780").right_to_left);
  EXPECT_FALSE(script_of("\u0B9A\u0BC0").right_to_left);
}

}  // namespace
}  // namespace khitai::write
