// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "compile/scratch_folder.h"
#include "compile/tables.h"

namespace khitai::compile {
namespace {

using tests::ScratchFolder;

const std::string kGoodNames =
    std::string(KHITAI_SOURCE_DIR) + "/tests/cases/check/good";

// The good lexicon with a table of names laid over it.
class NamesTableTest : public testing::Test {
 protected:
  void lay_over(const std::string& text) {
    tables_ = read_tables({kGoodNames}, &problems_);
    folder_.write("mine.tsv", text);
    read_names_table(folder_.path() + "/mine.tsv", &tables_, &problems_);
  }
  const Row& last(TableKind kind) { return tables_.of(kind).rows.back(); }
  size_t entity_count() { return tables_.of(TableKind::kEntities).rows.size(); }
  // The problems, without the folder.
  std::string told() {
    std::string text;
    for (const Problem& problem : problems_) {
      text += format_problem(problem).substr(folder_.path().size() + 1) + "\n";
    }
    return text;
  }

  ScratchFolder folder_;
  Tables tables_;
  std::vector<Problem> problems_;
};

TEST_F(NamesTableTest, ANewIdBecomesAnEntity) {
  lay_over(
      "id\tform\tlang\ttype\tfrom\tto\tlabel\n"
      "shazhou\tShazhou\ten\tplace\t0907\t1036\tSha Prefecture\n");
  EXPECT_EQ(told(), "");
  const Row& entity = last(TableKind::kEntities);
  EXPECT_EQ(entity[entities::kId], "shazhou");
  EXPECT_EQ(entity[entities::kType], "place");
  EXPECT_EQ(entity[entities::kLabel], "Sha Prefecture");
  EXPECT_EQ(entity[entities::kFrom], "0907");
  const Row& form = last(TableKind::kForms);
  EXPECT_EQ(form[forms::kName], "shazhou");
  EXPECT_EQ(form[forms::kForm], "Shazhou");
  EXPECT_EQ(form[forms::kSource], "names:mine.tsv");
  EXPECT_EQ(last(TableKind::kSources)[sources::kId], "names");
  EXPECT_TRUE(tables_.files.back().names);
}

TEST_F(NamesTableTest, AKnownIdGainsAForm) {
  const size_t before = read_tables({kGoodNames}, &problems_)
                            .of(TableKind::kEntities)
                            .rows.size();
  lay_over("form\tid\nKarakitan\tqara-khitai\n");
  EXPECT_EQ(told(), "");
  EXPECT_EQ(entity_count(), before);
  EXPECT_EQ(last(TableKind::kForms)[forms::kForm], "Karakitan");
}

TEST_F(NamesTableTest, SeveralRowsMakeOneEntity) {
  lay_over(
      "id\tform\ttype\tlabel\tfrom\n"
      "x\tSha-chou\t\t\t\n"
      "x\tShazhou\tplace\tShazhou\t0907\n");
  EXPECT_EQ(told(), "");
  const Row& entity = last(TableKind::kEntities);
  EXPECT_EQ(entity[entities::kLabel], "Shazhou");
  EXPECT_EQ(entity[entities::kType], "place");
  EXPECT_EQ(entity[entities::kFrom], "0907");
}

TEST_F(NamesTableTest, WithoutALabelTheFirstFormIsOne) {
  lay_over("id\tform\nx\tSha-chou\nx\tShazhou\n");
  EXPECT_EQ(last(TableKind::kEntities)[entities::kLabel], "Sha-chou");
}

TEST_F(NamesTableTest, WhatSpreadsheetsWriteIsTakenAsMeant) {
  lay_over("\xEF\xBB\xBFid\tform\tlang\r\nx\t Khita\u0304y \tzho_Hant\r\n\r\n");
  EXPECT_EQ(told(), "");
  EXPECT_EQ(last(TableKind::kForms)[forms::kForm], "Khit\u0101y");
  EXPECT_EQ(last(TableKind::kForms)[forms::kLang], "zh-Hant");
}

TEST_F(NamesTableTest, AnotherTypeThanTheKnownOneIsAProblem) {
  lay_over("id\tform\ttype\nbalasaghun\tBalasagun\tpolity\n");
  EXPECT_EQ(told(),
            "mine.tsv:2: 'balasaghun' is of type 'polity', expected "
            "'place' as in " +
                kGoodNames + "/entities/all.tsv:2\n");
}

TEST_F(NamesTableTest, AllProblemsAreToldAtOnce) {
  lay_over(
      "id\tform\tfrom\tcolour\n"
      "x\tA\t12th c.\tred\n"
      "\tB\t\t\n"
      "y\t\t\t\n"
      "z\tC\n"
      "z\tD\xFF\t\t\n"
      "w\tE\u200B\t\t\n");
  EXPECT_EQ(told(),
            "mine.tsv:6: byte 4 of the line (0xFF) is not UTF-8, expected "
            "UTF-8\n"
            "mine.tsv:1: warning: not read: the columns colour\n"
            "mine.tsv:2: date '12th c.': a year has four digits, expected a "
            "date like 1124, 1141-09-09, 1174~, [1124,1125], ..1218, 1130.., "
            "1130/1218 or -0320\n"
            "mine.tsv:3: no id, expected one\n"
            "mine.tsv:4: no form, expected one\n"
            "mine.tsv:5: 2 columns, expected 4\n"
            "mine.tsv:7: form: the invisible character U+200B, expected none "
            "(only ZWNJ between Arabic letters may stand)\n");
}

TEST_F(NamesTableTest, ATableWithoutItsTwoColumnsIsAProblem) {
  lay_over("name\tform\nx\ty\n");
  EXPECT_EQ(
      problems_.back().message,
      "expected a header with the columns id and form, and any of lang, use, "
      "type, from, to, label");
  problems_.clear();
  lay_over("");
  EXPECT_EQ(problems_.size(), 1u);
}

TEST_F(NamesTableTest, AMissingTableIsAProblem) {
  read_names_table(folder_.path() + "/none.tsv", &tables_, &problems_);
  EXPECT_EQ(told().find("none.tsv: cannot be opened"), 0u) << told();
}

TEST_F(NamesTableTest, DatesTypesAndLanguagesAreChecked) {
  lay_over(
      "id\tform\tlang\ttype\tfrom\tto\n"
      "a\tAaa\ten\tperson\t1200\t1100\n"
      "b\tBbb\ten\tperzon\t\t\n"
      "c\tCcc\te!\tplace\t\t\n"
      "d\tDdd\tzh-Hant\tplace\t1100~\t1100\n");
  EXPECT_EQ(told(),
            "mine.tsv:2: from 1200 to 1100, expected an end after the "
            "beginning\n"
            "mine.tsv:3: type: 'perzon', expected one of era, person, place, "
            "polity\n"
            "mine.tsv:4: lang: 'e!', expected a language tag such as fa or "
            "zh-Hant\n");
  EXPECT_EQ(last(TableKind::kForms)[forms::kForm], "Ddd");
}

TEST_F(NamesTableTest, TypesOfOnesOwnMayBeAllowed) {
  tables_ = read_tables({kGoodNames}, &problems_);
  folder_.write("mine.tsv", "id\tform\ttype\na\tAaa\tdynasty\n");
  read_names_table(folder_.path() + "/mine.tsv", &tables_, &problems_, false);
  EXPECT_EQ(told(), "");
  EXPECT_EQ(last(TableKind::kEntities)[entities::kType], "dynasty");
}

}  // namespace
}  // namespace khitai::compile
