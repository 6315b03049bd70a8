// SPDX-License-Identifier: Apache-2.0
//
// Transcribing and detecting with the shipped lexicon.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>

#include "khitai/conventions.h"
#include "khitai/keys.h"
#include "romanize/split.h"
#include "romanize/tables.h"
#include "romanize/write.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

// Without case and joining; apostrophes of pinyin part syllables only.
std::string ungrouped(const std::string& form, bool apostrophes) {
  std::string out;
  for (char c : l0_key(form)) {
    if (c != ' ' && (apostrophes || c != '\'')) out += c;
  }
  return out;
}

bool agrees(const std::vector<std::string>& forms, const Case& row) {
  const bool apostrophes = row["rule"] == "wade-giles";
  const std::string wanted = ungrouped(row["form"], apostrophes);
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& one) {
    return ungrouped(one, apostrophes) == wanted;
  });
}

// Of the characters alone, without what the lexicon has of the form.
std::vector<std::string> by_characters(const Case& row) {
  const romanize::Tables& tables = shipped_lexicon().conventions();
  const auto words = romanize::words_of_han(tables, row["from"]);
  for (const romanize::Writer& writer : tables.writers()) {
    if (!words || writer.convention != row["rule"]) continue;
    const auto form = romanize::write_words(tables, writer, *words);
    if (form) return {*form};
  }
  return {};
}

// Spellings that rules made elsewhere of the same characters.
TEST(TranscribeTest, AgreesWithTheImportedRomanizations) {
  std::set<std::string> exceptions;
  for (const Case& row : read_cases("seed_exceptions.tsv")) {
    exceptions.insert(row["name"] + " " + row["rule"] + " " + row["form"]);
  }
  size_t rows = 0, agree = 0, alone = 0;
  for (const Case& row :
       read_cases("../../lexicon/imports/seed-romanizations.tsv")) {
    ++rows;
    const auto found =
        transcribe(shipped_lexicon(), {row["from"], row["rule"], "", "zh"});
    ASSERT_TRUE(found.ok()) << row.where << ": " << row["from"];
    alone += agrees(by_characters(row), row);
    const std::string key = row["name"] + " " + row["rule"] + " " + row["form"];
    if (agrees(found->forms, row)) {
      ++agree;
      EXPECT_EQ(exceptions.count(key), 0u) << row.where << " agrees now";
    } else {
      EXPECT_EQ(exceptions.count(key), 1u) << row.where << ": " << row["form"]
                                           << ", written " << found->forms[0];
    }
  }
  std::printf("%zu of %zu agree; %zu by characters alone\n", agree, rows,
              alone);
}

// What the lexicon has of a row's name in its convention: forms that a rule
// made of the row's characters, else attested ones.
std::vector<std::string> compiled(const Case& row, bool* made) {
  const Lexicon& lexicon = shipped_lexicon();
  std::vector<std::string> by_rule, attested;
  const auto name = lexicon.find_name(row["name"]);
  if (!name) return {};
  for (uint32_t number : lexicon.forms_of_name(*name)) {
    const Form form = lexicon.form(number);
    const auto rules = romanize::split(form.rule, ' ');
    if (std::find(rules.begin(), rules.end(), row["rule"]) == rules.end()) {
      if (!form.generated()) attested.emplace_back(form.text);
    } else if (lexicon.form(form.base).text == row["from"]) {
      by_rule.emplace_back(form.text);
    }
  }
  *made = !by_rule.empty();
  return *made ? by_rule : attested;
}

// The same rows against what is compiled, where that convention is made of
// that form: short ones, uncertain ones and those of others are not.
TEST(TranscribeTest, TheCompiledFormsAgreeWithThemToo) {
  std::set<std::string> exceptions;
  for (const Case& row : read_cases("seed_exceptions.tsv")) {
    exceptions.insert(row["name"] + " " + row["rule"] + " " + row["form"]);
  }
  size_t rows = 0, made_of = 0, known = 0;
  for (const Case& row :
       read_cases("../../lexicon/imports/seed-romanizations.tsv")) {
    ++rows;
    bool made = false;
    const bool same = agrees(compiled(row, &made), row);
    made_of += made ? 1 : 0;
    known += same ? 1 : 0;
    const std::string key = row["name"] + " " + row["rule"] + " " + row["form"];
    if (made) {
      EXPECT_NE(same, exceptions.contains(key)) << row.where << row["form"];
    }
  }
  std::printf("%zu of %zu are made, %zu in the lexicon\n", made_of, rows,
              known);
  EXPECT_GT(made_of, rows / 2);
}

TEST(TranscribeTest, PartsSurnameAndGivenName) {
  const auto form = [](const char* name, const char* to) {
    const auto found = transcribe(shipped_lexicon(), {name, to, "", ""});
    return found.ok() ? found->forms[0] : found.error().message;
  };
  const std::string dashi = "\u8036\u5f8b\u5927\u77f3";
  EXPECT_EQ(form(dashi.c_str(), "wg"), "Yeh-l\u00fc Ta-shih");
  EXPECT_EQ(form("Yeh-l\u00fc Ta-shih", "pinyin-notone"), "Yel\u00fc Dashi");
}

TEST(TranscribeTest, SaysWhyNot) {
  const auto found =
      transcribe(shipped_lexicon(), {"Samarkand", "wade-giles", "", ""});
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().message,
            "'Samarkand': cannot be written in wade-giles, no reading that it "
            "starts from is known");
}

TEST(DetectTest, TheLikeliestConvention) {
  for (const Case& row : read_cases("detect.tsv")) {
    const auto found =
        detect_conventions(shipped_lexicon(), row["form"], row["lang"]);
    double sum = 0;
    for (const Detected& one : found) sum += one.probability;
    if (!found.empty()) {
      EXPECT_NEAR(sum, 1, 1e-9) << row.where;
    }
    expect_row(row, row["convention"],
               found.empty() ? "-" : std::string(found[0].convention));
    if (!found.empty()) {
      EXPECT_GE(found[0].probability, std::stod(row["least"])) << row.where;
    }
  }
}

// No text breaks it; long ones are cut.
TEST(DetectTest, TakesAnyText) {
  for (const std::string& text :
       {std::string(), std::string("\xFF\xFE"), std::string(5000, 'k'),
        std::string("\xD0"), std::string(" - ' ")}) {
    detect_conventions(shipped_lexicon(), text, "");
    for (const Convention& one : conventions(shipped_lexicon())) {
      const auto found =
          transcribe(shipped_lexicon(), {text, std::string(one.id), "", ""});
      EXPECT_TRUE(!found.ok() || !found->forms.empty());
    }
  }
}

}  // namespace
}  // namespace khitai::tests
