// SPDX-License-Identifier: Apache-2.0
//
// The readers against tables: plain text, parts, mentions, errors.

#include "document/readers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/markup.h"
#include "document/read.h"
#include "khitai/annotate.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai::document {
namespace {

using tests::Case;
using tests::expect_row;
using tests::read_cases;
using tests::tei_around;

Kind kind_of_word(const std::string& word) {
  return kind_of_name("x." + (word == "tei" ? "xml" : word));
}

TEST(TeiTest, ASourceHasTheTextOfItsRow) {
  for (const Case& row : read_cases("document_tei.tsv")) {
    const std::string source = tei_around(row["source"]);
    const auto document = read_tei("x", source);
    expect_row(row, row["plain"],
               document.ok() ? tests::shown_plain(*document)
                             : document.error().message);
    if (document.ok()) tests::check_way_back(*document, source);
  }
}

TEST(TeiTest, WhatIsRefusedIsToldInOneLine) {
  for (const Case& row : read_cases("document_errors.tsv")) {
    const auto document = read_tei("x", row["source"]);
    expect_row(row, "x" + row["error"],
               document.ok() ? "no error" : document.error().message);
  }
}

TEST(TeiTest, EntitiesThatExplodeAreRefused) {
  std::string source = "<!DOCTYPE a [<!ENTITY a0 \"aaaaaaaaaaaaaaaaaaaa\">";
  for (int i = 1; i < 12; ++i) {
    source += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) source += "&a" + std::to_string(i - 1) + ";";
    source += "\">";
  }
  const auto document = read_tei("x", source + "]><a>&a11;</a>");
  ASSERT_FALSE(document.ok());
  EXPECT_NE(document.error().message.find("entities that expand"),
            std::string::npos)
      << document.error().message;
}

TEST(TeiTest, ElementsNestedTooDeepAreRefused) {
  const auto nested = [](size_t depth) {
    std::string source;
    for (size_t i = 0; i < depth; ++i) source += "<a>";
    for (size_t i = 0; i < depth; ++i) source += "</a>";
    return read_tei("x", source).ok();
  };
  EXPECT_TRUE(nested(1000));
  EXPECT_FALSE(nested(1001));
}

TEST(HtmlTest, ASourceHasTheTextOfItsRow) {
  for (const Case& row : read_cases("document_html.tsv")) {
    const std::string source = row["source"];
    const Document document = read_html(source);
    expect_row(row, row["plain"], tests::shown_plain(document));
    tests::check_way_back(document, source);
  }
}

TEST(RecordsTest, ASourceHasThePartsOfItsRow) {
  for (const Case& row : read_cases("document_records.tsv")) {
    const std::string source = row["source"];
    const auto document =
        read_document("x", source, kind_of_word(row["kind"]), row["field"]);
    if (!document.ok()) {
      expect_row(row, "x" + row["error"], document.error().message);
      continue;
    }
    std::string parts;
    for (const Part& part : document->parts()) {
      if (part.begin > 0) parts += " / ";
      parts += document->plain().substr(part.begin, part.end - part.begin);
    }
    expect_row(row, row["error"].empty() ? row["parts"] : "an error", parts);
    tests::check_way_back(*document, source);
  }
}

TEST(MarkupTest, ASourceHasTheMentionsOfItsRow) {
  for (const Case& row : read_cases("document_markup_mentions.tsv")) {
    const std::string& kind = row["kind"];
    const std::string source =
        kind == "tei" ? tei_around(row["text"]) : row["text"];
    const auto page =
        annotate_document(tests::example_lexicon(),
                          kind == "tei" ? "x.xml" : "x." + kind, source, {});
    expect_row(row, row["mentions"],
               page.ok() ? tests::shown_mentions(*page) : page.error().message);
  }
}

TEST(KindTest, NamesTellTheKind) {
  const std::vector<std::pair<const char*, Kind>> kinds = {
      {"a.txt", Kind::kText},
      {"a", Kind::kText},
      {"-", Kind::kText},
      {"a.xml", Kind::kTei},
      {"a.TEI", Kind::kTei},
      {"a.xml.gz", Kind::kTei},
      {"b/a.html.zst", Kind::kHtml},
      {"a.htm", Kind::kHtml},
      {"a.xhtml", Kind::kHtml},
      {"a.jsonl", Kind::kJsonl},
      {"a.ndjson.GZ", Kind::kJsonl},
      {"a.csv", Kind::kCsv},
      {"a.tsv", Kind::kTsv},
      {"a.tab", Kind::kTsv},
      {"a.md.gz", Kind::kMarkdown},
      {"a.gz", Kind::kText},
      {".xml", Kind::kText},
      {"xml", Kind::kText},
      {"a.xml.txt", Kind::kText},
      {"a.xml.gz.gz", Kind::kText}};
  for (const auto& [name, kind] : kinds) {
    EXPECT_EQ(kind_of_name(name), kind) << name;
  }
}

TEST(KindTest, SomeNamesTellNothing) {
  for (const char* name : {"a.txt", "a.txt.gz", "b/a.XML.zst", "a.csv"}) {
    EXPECT_TRUE(kind_told_by_name(name)) << name;
  }
  for (const char* name : {"a", "-", "", ".txt", "txt", "a.gz", "a.xml.gz.gz",
                           "a.png", "a.xml.gz.tmp", "a.txt/b", "a.doc"}) {
    EXPECT_FALSE(kind_told_by_name(name)) << name;
  }
}

TEST(LangTest, TheTextKnowsItsDeclaredLanguage) {
  const std::string source =
      "<TEI xml:lang='en'><text><p>ab <foreign xml:lang='fa'>cd</foreign> ef"
      "<note xml:lang='la'>gh</note></p></text></TEI>";
  const auto document = read_tei("x", source);
  ASSERT_TRUE(document.ok());
  const auto lang = [&](const std::string& word) {
    return std::string(document->lang_at(document->plain().find(word)));
  };
  EXPECT_EQ(lang("ab"), "en");
  EXPECT_EQ(lang("cd"), "fa");
  EXPECT_EQ(lang("ef"), "en");
  EXPECT_EQ(lang("gh"), "la");
  const std::string page =
      "<html lang=en>ab <i lang='fa'>cd</i> ef<p lang=ru>"
      "gh<p>ij";
  const Document html = read_html(page);
  const auto html_lang = [&](const std::string& word) {
    return std::string(html.lang_at(html.plain().find(word)));
  };
  EXPECT_EQ(html_lang("ab"), "en");
  EXPECT_EQ(html_lang("cd"), "fa");
  EXPECT_EQ(html_lang("ef"), "en");
  EXPECT_EQ(html_lang("gh"), "ru");
  EXPECT_EQ(html_lang("ij"), "en");
}

}  // namespace
}  // namespace khitai::document
