// SPDX-License-Identifier: Apache-2.0

#include "document/loci.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "document/markup.h"
#include "document/read.h"
#include "document/readers.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/random_xml.h"

namespace khitai::document {
namespace {

Loci loci_of(const std::string& source, Kind kind) {
  auto loci = read_loci("x", source, kind, usual_locus_patterns());
  EXPECT_TRUE(loci.ok());
  return loci.ok() ? std::move(loci).value() : Loci{};
}

// The labels of a unit; "" stands as an underscore.
std::string labels_of(const Loci& loci, const std::string& unit) {
  const LocusLevel* level = loci.level(unit);
  if (level == nullptr) return "-";
  std::string all;
  for (const LocusMark& mark : level->marks) {
    all += (all.empty() ? "" : " ") + (mark.label.empty() ? "_" : mark.label);
  }
  return all;
}

// What the word at that place is cited by.
std::string cited_at(const Loci& loci, const std::string& unit,
                     const std::string& source, const std::string& word) {
  const LocusLevel* level = loci.level(unit);
  if (level == nullptr) return "-";
  const LocusMark* mark = level->find(source.find(word));
  return mark == nullptr ? "-" : mark->label;
}

TEST(LociTest, PageMarksOfTextsAreThoseOfTheTable) {
  for (const tests::Case& row : tests::read_cases("document_loci_text.tsv")) {
    tests::expect_row(
        row, row["labels"],
        labels_of(loci_of(row["text"], Kind::kText), row["unit"]));
  }
}

TEST(LociTest, AMarkHoldsFromWhereItStands) {
  const std::string source = "before [p. 12] first |13r| second";
  const Loci loci = loci_of(source, Kind::kText);
  EXPECT_EQ(cited_at(loci, "page", source, "before"), "-");
  EXPECT_EQ(cited_at(loci, "page", source, "first"), "12");
  EXPECT_EQ(cited_at(loci, "page", source, "second"), "13r");
}

TEST(LociTest, ElementsOfTei) {
  const std::string source =
      "<TEI><teiHeader><fileDesc><titleStmt><title>The  7\nbooks</title>"
      "<title>sub</title></titleStmt></fileDesc></teiHeader><text>"
      "<pb n='ii'/>a<pb/>b<pb n='3' ed='K'/>c<milestone unit='juan' n='2'/>d"
      "<lb n='5'/>e<lb/>f<cb n='b'/></text></TEI>";
  const Loci loci = loci_of(source, Kind::kTei);
  EXPECT_EQ(loci.title, "The 7 books");
  EXPECT_EQ(labels_of(loci, "page"), "ii _");
  EXPECT_EQ(labels_of(loci, "page@K"), "3");
  EXPECT_EQ(labels_of(loci, "juan"), "2");
  EXPECT_TRUE(loci.level("juan")->milestone);
  EXPECT_EQ(labels_of(loci, "line"), "5");
  EXPECT_EQ(labels_of(loci, "column"), "b");
  EXPECT_EQ(loci.level("section"), nullptr);
}

TEST(LociTest, PagesOfOneEditionArePages) {
  const Loci loci =
      loci_of("<TEI><text><pb ed='K' n='1'/><pb ed='L' n='7'/></text></TEI>",
              Kind::kTei);
  EXPECT_EQ(labels_of(loci, "page"), "1");
  EXPECT_EQ(labels_of(loci, "page@L"), "7");
  EXPECT_EQ(labels_of(loci, "pag"), "-");
}

TEST(LociTest, DivisionsGoOnWhenOneWithinEnds) {
  const std::string source =
      "<TEI><text><div type='book' n='1'>one<div><head>2.1 On "
      "<hi>war</hi><note>so</note></head>two</div>three<div><head>Of the "
      "<note>x</note> state</head>four</div></div>five</text></TEI>";
  const Loci loci = loci_of(source, Kind::kTei);
  EXPECT_EQ(cited_at(loci, "section", source, "one"), "1");
  EXPECT_EQ(cited_at(loci, "section", source, "war"), "2.1");
  EXPECT_EQ(cited_at(loci, "section", source, "two"), "2.1");
  EXPECT_EQ(cited_at(loci, "section", source, "three"), "1");
  EXPECT_EQ(cited_at(loci, "section", source, "four"), "Of the state");
  EXPECT_EQ(cited_at(loci, "section", source, "five"), "");
  EXPECT_EQ(cited_at(loci, "book", source, "four"), "1");
  EXPECT_EQ(cited_at(loci, "book", source, "five"), "");
}

TEST(LociTest, BrokenXmlIsAnError) {
  EXPECT_FALSE(
      read_loci("x.xml", "<TEI><div></TEI>", Kind::kTei, usual_locus_patterns())
          .ok());
}

TEST(LociTest, HeadingsAndPageBreaksOfHtml) {
  const std::string source =
      "<title>A &amp; B</title><h1>A</h1>x<h2 class=c>The <b>first</b></h2>y"
      "<span role='doc-pagebreak' title='12'></span>z"
      "<span epub:type=\"pagebreak\">13</span>w<h2>2. Second</h2>v";
  const Loci loci = loci_of(source, Kind::kHtml);
  EXPECT_EQ(loci.title, "A & B");
  EXPECT_EQ(labels_of(loci, "section"), "_ The first 2");
  EXPECT_EQ(labels_of(loci, "page"), "12 13");
  EXPECT_EQ(cited_at(loci, "page", source, "z<"), "12");
  const Loci marks = loci_of("<p>a [p. 4] b</p>", Kind::kHtml);
  EXPECT_EQ(labels_of(marks, "page"), "4");
  EXPECT_EQ(marks.title, "");
}

TEST(LociTest, HeadingsOfMarkdown) {
  const std::string source =
      "front\n# The *book*\nx\n## 1.1 One\ny\n\nTwo\n---\nz\n```\n# no\n```\n";
  const Loci loci = loci_of(source, Kind::kMarkdown);
  EXPECT_EQ(loci.title, "The book");
  EXPECT_EQ(labels_of(loci, "section"), "_ 1.1 Two");
  EXPECT_EQ(cited_at(loci, "section", source, "front"), "-");
  EXPECT_EQ(cited_at(loci, "section", source, "y\n"), "1.1");
  const Loci several = loci_of("# A\n# B\n", Kind::kMarkdown);
  EXPECT_EQ(several.title, "");
  EXPECT_EQ(labels_of(several, "section"), "A B");
}

TEST(LociTest, WhatIsCounted) {
  const std::string text = "a\nb\n\n\nc\r\n \t\r\nd";
  const Document document = Document::of_text(text);
  const LocusLevel paragraphs = count_paragraphs(document);
  ASSERT_EQ(paragraphs.marks.size(), 3u);
  EXPECT_EQ(paragraphs.find(text.find('b'))->label, "1");
  EXPECT_EQ(paragraphs.find(text.find('c'))->label, "2");
  EXPECT_EQ(paragraphs.find(text.find('d'))->label, "3");
  const LocusLevel lines = count_lines(text);
  EXPECT_EQ(lines.find(0)->label, "1");
  EXPECT_EQ(lines.find(text.find('c'))->label, "5");
  EXPECT_EQ(lines.find(text.size())->label, "7");
  const std::string table = "t\nx\ny\n";
  const auto records = read_document("x", table, Kind::kTsv, "t");
  ASSERT_TRUE(records.ok());
  EXPECT_EQ(count_records(*records).find(table.find('y'))->label, "2");
}

TEST(LociTest, ParagraphsOfMarkup) {
  const std::string source = tests::tei_around("<p>a</p><p>b</p><p>c</p>");
  const auto document = read_tei("x", source);
  ASSERT_TRUE(document.ok());
  const LocusLevel level = count_paragraphs(*document);
  EXPECT_EQ(level.find(source.find("b</p>"))->label, "2");
}

TEST(LociTest, HeadingsAreCitedByTheirNumbers) {
  EXPECT_EQ(heading_label("3.2 The fall"), "3.2");
  EXPECT_EQ(heading_label("3. The fall"), "3");
  EXPECT_EQ(heading_label("4: Wars"), "4");
  EXPECT_EQ(heading_label(" The\n fall "), "The fall");
  EXPECT_EQ(heading_label("1141 and after"), "1141 and after");
  EXPECT_EQ(heading_label("3rd army"), "3rd army");
  EXPECT_EQ(heading_label(".5"), ".5");
  EXPECT_EQ(heading_label("3..2 x"), "3..2 x");
  EXPECT_EQ(heading_label(""), "");
}

// Marks stand in the source, in order, whatever it is.
void check_marks(const std::string& source, Kind kind) {
  const auto loci = read_loci("x", source, kind, usual_locus_patterns());
  if (!loci.ok()) return;
  for (const LocusLevel& level : loci->levels) {
    size_t last = 0;
    for (const LocusMark& mark : level.marks) {
      ASSERT_LE(last, mark.at) << source;
      ASSERT_LE(mark.at, source.size()) << source;
      last = mark.at;
    }
  }
}

TEST(LociTest, OfAnySource) {
  const std::vector<std::string> pieces = {
      "<div>",   "</div>",  "<div n='1'>",
      "<head>",  "</head>", "<pb n='2'/>",
      "<note>",  "</note>", "<milestone unit='u' n='3'/>",
      "<h1>",    "</h1>",   "<h2>",
      "</h2>",   "<title>", "</title>",
      "# ",      "\n",      "\n\n",
      "[p. 12]", "{3r}",    "text",
      "\f",      "---",     "<span role=doc-pagebreak title=4>",
      "</span>", "&amp;",   "\xE5"};
  std::mt19937 random(1134);
  for (int round = 0; round < 3000; ++round) {
    const std::string source = tests::random_source(pieces, 14, &random);
    for (const Kind kind : {Kind::kText, Kind::kMarkdown, Kind::kHtml}) {
      check_marks(source, kind);
    }
    check_marks("<TEI>" + source + "</TEI>", Kind::kTei);
    check_marks(tests::random_xml(&random), Kind::kTei);
  }
}

TEST(LociTest, ManyUnitsTakeNoTime) {
  std::string source = "<TEI>";
  for (int i = 0; i < 100000; ++i) {
    source += "<milestone unit='u" + std::to_string(i) + "' n='1'/>";
  }
  EXPECT_EQ(loci_of(source + "</TEI>", Kind::kTei).levels.size(), 100u);
}

TEST(LociTest, AnExpressionOfTheUsers) {
  const auto marks = locus_patterns("\\[S\\. (?P<name>[0-9]+)\\]");
  ASSERT_TRUE(marks.ok());
  const auto loci = read_loci("x", "[S. 7] a [p. 8]", Kind::kText, *marks);
  ASSERT_TRUE(loci.ok());
  EXPECT_EQ(labels_of(*loci, "page"), "7");
  for (const char* bad : {"[", "x*", "\\C"}) {
    EXPECT_FALSE(locus_patterns(bad).ok()) << bad;
  }
}

}  // namespace
}  // namespace khitai::document
