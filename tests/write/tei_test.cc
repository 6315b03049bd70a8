// SPDX-License-Identifier: Apache-2.0
//
// TEI: tags where the table has them, and for any document nothing but tags.

#include <gtest/gtest.h>

#include <random>
#include <regex>
#include <string>

#include "document/encode.h"
#include "document/readers.h"
#include "document/structure.h"
#include "document/xml.h"
#include "khitai/annotate.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/random_xml.h"
#include "write/fixture.h"

namespace khitai {
namespace {

using tests::Case;
using tests::small_lexicon;

const std::string kHead = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text>";
const std::string kTail = "</text></TEI>";

Annotation annotated(const std::string& source, Input input = Input::kTei) {
  AnnotateOptions options;
  options.input = input;
  auto page = annotate_document(small_lexicon(), "t.xml", source, options);
  EXPECT_TRUE(page.ok()) << (page.ok() ? "" : page.error().message);
  return page.ok() ? std::move(page).value() : Annotation();
}

std::string tei_of(const Annotation& page,
                   Existing existing = Existing::kKeep) {
  WriteOptions options;
  options.existing = existing;
  std::string out;
  write_tei(small_lexicon(), page, options, &out);
  return out;
}

// Without what only the weights decide.
std::string shortened(const std::string& tei) {
  const std::regex numbers(" (nymRef|cert)=\"(urn:|[01]\\.)[^\"]*\"");
  return std::regex_replace(std::regex_replace(tei, numbers, ""),
                            std::regex("urn:khitai:entity:"), "");
}

TEST(TeiWriteTest, ASourceHasTheTagsOfItsRow) {
  for (const Case& row : tests::read_cases("tei.tsv")) {
    const std::string source = kHead + "<p>" + row["source"] + "</p>" + kTail;
    const Existing existing =
        row["existing"] == "fill" ? Existing::kFill : Existing::kKeep;
    tests::expect_row(row, kHead + "<p>" + row["tagged"] + "</p>" + kTail,
                      shortened(tei_of(annotated(source), existing)));
  }
}

// The document without the tags that are ours: their pointers tell.
std::string stripped(const std::string& tei) {
  const std::regex start(
      "<(persName|placeName|orgName|name)( xmlns=\"[^\"]*\")?"
      "( xml:id=\"khitai-[0-9]+\")?( prev=\"[^\"]*\")?( next=\"[^\"]*\")?"
      "( type=\"[a-z]*\")? ref=\"urn:khitai[^\"]*\"[^>]*>");
  std::string out;
  std::vector<std::string> open;  // names of tags; "" of the document's own
  for (size_t at = 0; at < tei.size();) {
    std::smatch match;
    const std::string rest = tei.substr(at, 600);
    if (std::regex_search(rest, match, start,
                          std::regex_constants::match_continuous)) {
      open.push_back("</" + match[1].str() + ">");
      at += match[0].str().size();
      continue;
    }
    if (!open.empty() && rest.rfind(open.back(), 0) == 0) {
      at += open.back().size();
      open.pop_back();
      continue;
    }
    out += tei[at++];
  }
  return out;
}

TEST(TeiWriteTest, NothingButTagsIsAdded) {
  std::mt19937 random(1124);
  size_t tagged = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::string source = tests::random_xml(&random);
    const std::string tei = tei_of(annotated(source));
    ASSERT_EQ(stripped(tei), source);
    const auto again = document::read_tei("x", tei);
    ASSERT_TRUE(again.ok()) << again.error().message << "\n" << tei;
    EXPECT_EQ(again->plain(), document::read_tei("x", source)->plain()) << tei;
    tagged += tei != source;
  }
  EXPECT_GT(tagged, 300u);
}

// What is tagged is found tagged: the second time there is nothing to do.
TEST(TeiWriteTest, TwiceIsOnce) {
  std::mt19937 random(1125);
  for (int round = 0; round < 500; ++round) {
    const std::string once = tei_of(annotated(tests::random_xml(&random)));
    EXPECT_EQ(tei_of(annotated(once)), once);
  }
}

TEST(TeiWriteTest, NoTagStandsInAName) {
  std::mt19937 random(1126);
  for (int round = 0; round < 1000; ++round) {
    const std::string tei = tei_of(annotated(tests::random_xml(&random)));
    const auto document = document::read_tei("x", tei);
    ASSERT_TRUE(document.ok());
    const auto& structure = *document->structure();
    for (const auto& name : structure.existing) {
      if (name.ref.rfind("urn:", 0) != 0) continue;
      for (const auto& other : structure.existing) {
        const auto& inner = structure.elements[name.element];
        const auto& outer = structure.elements[other.element];
        const bool within = &inner != &outer &&
                            outer.start_tag.begin <= inner.start_tag.begin &&
                            outer.end_tag.end >= inner.end_tag.end;
        ASSERT_FALSE(within) << tei;
      }
    }
  }
}

TEST(TeiWriteTest, KeepsTheEncoding) {
  const std::string text = kHead +
                           "<p>"
                           "\xD0\x9A\xD0\xB0\xD1\x80\xD0\xB0\xD0\xBA\xD0\xB8"
                           "\xD1\x82\xD0\xB0\xD0\xB8</p>" +
                           kTail;
  for (const char* name : {"UTF-16LE", "UTF-16BE", "windows-1251"}) {
    const bool mark = name[0] == 'U';
    std::string source;
    const std::string head =
        mark ? "" : "<?xml version='1.0' encoding='windows-1251'?>";
    document::append_encoded(head + text, name, mark, &source);
    const Annotation page = annotated(source);
    ASSERT_EQ(page.mentions.size(), 1u) << name;
    const std::string tei = tei_of(page);
    const Annotation again = annotated(tei);
    EXPECT_EQ(stripped(again.source), page.source) << name;
    std::string back;
    document::append_encoded(stripped(again.source), name, mark, &back);
    EXPECT_EQ(back, source) << name;
  }
}

TEST(TeiWriteTest, ATextBecomesADocument) {
  const Annotation page = annotated(
      "Kuchlug\r\nand Qara\nKhitai\n\n\n\x01 <Liao> & \xFF\n", Input::kText);
  const std::string tei = shortened(tei_of(page));
  const size_t body = tei.find("<body>");
  ASSERT_NE(body, std::string::npos);
  EXPECT_EQ(tei.substr(body),
            "<body>\n<p><persName ref=\"kuchlug\">Kuchlug</persName>\n<lb/>and "
            "<orgName type=\"polity\" ref=\"qara-khitai\">Qara\n<lb/>Khitai"
            "</orgName></p>\n<p>\xEF\xBF\xBD &lt;<orgName type=\"polity\" "
            "ref=\"liao\">Liao</orgName>&gt; &amp; \xEF\xBF\xBD</p>\n</body>\n"
            "</text>\n</TEI>\n");
}

TEST(TeiWriteTest, AnyBytesBecomeADocument) {
  std::mt19937 random(1127);
  for (int round = 0; round < 500; ++round) {
    Annotation page = tests::random_annotation(&random);
    page.input = Input::kText;
    for (auto write : {write_tei, write_tei_standoff}) {
      std::string tei;
      write(small_lexicon(), page, {}, &tei);
      const auto document = document::read_tei("x", tei);
      ASSERT_TRUE(document.ok()) << document.error().message << "\n" << tei;
    }
  }
}

TEST(TeiWriteTest, WhatHasNoPlaceIsTold) {
  const Annotation page = annotated(
      kHead + "<p>Liao\n<![CDATA[the Liao]]>\n<w>Kuchlug's</w></p>" + kTail);
  EXPECT_EQ(tei_remark(page),
            "2 names have no room for a tag, within a word or CDATA (line 2, "
            "3); --format tei-standoff has them");
  EXPECT_EQ(tei_remark(annotated(kHead + "<p>Liao</p>" + kTail)), "");
}

TEST(TeiWriteTest, IdsAreNoneThatTheSourceHas) {
  const std::string tei =
      tei_of(annotated(kHead +
                       "<p xml:id='khitai-7'><hi>the Qara</hi> Khitai "
                       "khitai-x khitai-99999999999</p>" +
                       kTail));
  EXPECT_NE(tei.find("xml:id=\"khitai-8\" next=\"#khitai-9\""),
            std::string::npos)
      << tei;
}

TEST(TeiWriteTest, OtherXmlIsToldWhatTheTagsAre) {
  const std::string tei = shortened(tei_of(annotated("<x><y>Kuchlug</y></x>")));
  EXPECT_EQ(tei,
            "<x><y><persName xmlns=\"http://www.tei-c.org/ns/1.0\" "
            "ref=\"kuchlug\">Kuchlug</persName></y></x>");
  const std::string prefixed = shortened(
      tei_of(annotated("<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'>"
                       "<t:text><t:p>Kuchlug</t:p></t:text></t:TEI>")));
  EXPECT_NE(prefixed.find("<t:persName ref=\"kuchlug\">Kuchlug</t:persName>"),
            std::string::npos)
      << prefixed;
}

}  // namespace
}  // namespace khitai
