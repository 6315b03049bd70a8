// SPDX-License-Identifier: Apache-2.0

#include "write/words.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/cases.h"
#include "write/escape.h"
#include "write/json.h"
#include "write/script.h"
#include "write/sources.h"
#include "write/tags.h"

namespace khitai::write {
namespace {

using tests::Case;
using tests::read_cases;

TEST(WordsTest, Dates) {
  for (const Case& row : read_cases("write_dates.tsv")) {
    EXPECT_EQ(span_words(row["from"], row["to"]), row["words"]) << row.where;
  }
}

TEST(WordsTest, LanguageTags) {
  for (const Case& row : read_cases("write_tags.tsv")) {
    EXPECT_EQ(language_words(row["tag"]), row["words"]) << row.where;
    EXPECT_EQ(first_tag(row["tag"]), row["first"]) << row.where;
  }
  EXPECT_EQ(language_words(""), "");
  EXPECT_EQ(language_words("-"), "");
}

TEST(WordsTest, Percent) {
  EXPECT_EQ(percent(0), "0%");
  EXPECT_EQ(percent(0.001), "<1%");
  EXPECT_EQ(percent(0.974), "97%");
  EXPECT_EQ(percent(0.999), ">99%");
  EXPECT_EQ(percent(1), "100%");
  EXPECT_EQ(percent(7), "100%");
  EXPECT_EQ(percent(-1), "0%");
  EXPECT_EQ(percent(std::nan("")), "0%");
}

TEST(WordsTest, ProbabilitiesHaveFourDecimalsAtMost) {
  EXPECT_EQ(probability_text(0), "0.0");
  EXPECT_EQ(probability_text(0.5), "0.5");
  EXPECT_EQ(probability_text(0.97314), "0.9731");
  EXPECT_EQ(probability_text(0.0001), "0.0001");
  EXPECT_EQ(probability_text(0.00004), "0.0");
  EXPECT_EQ(probability_text(0.99996), "1.0");
  EXPECT_EQ(probability_text(1), "1.0");
  EXPECT_EQ(probability_text(std::nan("")), "0.0");
  EXPECT_EQ(probability_text(1e300), "1.0");
}

TEST(WordsTest, TypesHaveAnOrderAndAHeading) {
  EXPECT_LT(type_rank("polity"), type_rank("person"));
  EXPECT_LT(type_rank("term"), type_rank("yurt"));
  EXPECT_EQ(type_plural("polity"), "Polities");
  EXPECT_EQ(type_plural("yurt"), "yurt");
  EXPECT_EQ(type_plural(""), "Other");
}

TEST(EscapeTest, HtmlAndCells) {
  for (const Case& row : read_cases("write_escape.tsv")) {
    std::string html;
    append_html(row["input"], &html);
    EXPECT_EQ(html, row["html"]) << row.where;
    std::string cell;
    append_cell(row["input"], &cell);
    EXPECT_EQ(cell, row["cell"]) << row.where;
  }
}

TEST(ScriptTest, JudgesByTheFirstLetter) {
  EXPECT_EQ(script_of("12 Qara").code, "Latn");
  EXPECT_EQ(script_of("\u0642\u0631\u0627").code, "Arab");
  EXPECT_EQ(script_of("(\u897F\u9063)").code, "Hani");
  EXPECT_EQ(script_of("\u041A\u0438").code, "Cyrl");
  EXPECT_EQ(script_of(U'\U00018B00').code, "Kits");
  EXPECT_EQ(script_of("1124!").code, "");
  EXPECT_EQ(script_of("\xFF").code, "");
}

TEST(ScriptTest, OnlyRightToLeftTextIsIsolated) {
  EXPECT_EQ(isolated("Qara"), "Qara");
  EXPECT_EQ(isolated("\u0642\u0631\u0627"), "\u2068\u0642\u0631\u0627\u2069");
}

TEST(SourcesTest, CellsHoldIdsAndPlaces) {
  EXPECT_EQ(cited_words("juvayni:2.88; liaoshi"), "juvayni 2.88; liaoshi");
  EXPECT_EQ(cited_words(""), "");
  EXPECT_EQ(cited_words(";;a:"), "a");
  Bibliography all;
  all.add("a:1;b");
  all.add("b:2;c");
  EXPECT_EQ(all.ids(), (std::vector<std::string_view>{"a", "b", "c"}));
}

}  // namespace
}  // namespace khitai::write
