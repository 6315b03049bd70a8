// SPDX-License-Identifier: Apache-2.0
//
// Names that a document has tagged and lists of its own, against what is found.

#include "write/tei_existing.h"

#include <gtest/gtest.h>

#include <string>

#include "document/readers.h"
#include "document/structure.h"
#include "khitai/annotate.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "write/fixture.h"
#include "write/shown.h"

namespace khitai {
namespace {

using tests::Case;
using tests::small_lexicon;

const std::string kLists =
    "<TEI><teiHeader><listPerson>"
    "<person xml:id=\"p1\"><persName>Kuchlug</persName></person>"
    "<person xml:id=\"p2\"><persName>Gulnar of Osh</persName></person>"
    "<person><persName>Tom Nobody</persName></person>"
    "</listPerson></teiHeader><text><body>";

Annotation annotated_tei(const std::string& body) {
  AnnotateOptions options;
  options.input = Input::kTei;
  return annotate_document(small_lexicon(), "t.xml",
                           kLists + body + "</body></text></TEI>", options)
      .value();
}

std::string one_spaced(std::string text) {
  for (size_t at; (at = text.find("  ")) != std::string::npos;) {
    text.erase(at, 1);
  }
  return text;
}

std::string line_of(const Annotation& page, const write::Pairing& one) {
  std::string out(write::agreement_word(one.agreement));
  out += " " + one_spaced(page.source.substr(one.span.begin,
                                             one.span.end - one.span.begin));
  out += " " + (one.own.empty() ? "-" : one.own) + " ";
  if (one.mention == nullptr) return out + "-";
  std::string found;
  for (const Candidate& it : one.mention->candidates) {
    found += (found.empty() ? "" : "|");
    found += write::entity_of(small_lexicon(), page, it).id;
    if (one.mention->decision == Decision::kMatch) break;
  }
  return out + found;
}

TEST(ExistingNamesTest, ADocumentHasTheLinesOfItsRow) {
  for (const Case& row : tests::read_cases("tei_existing.tsv")) {
    const Annotation page = annotated_tei(row["source"]);
    const auto document = document::read_tei("x", page.source);
    ASSERT_TRUE(document.ok());
    std::string lines;
    for (const write::Pairing& one :
         write::pair_existing(small_lexicon(), page, *document)) {
      lines += (lines.empty() ? "" : "; ") + line_of(page, one);
    }
    tests::expect_row(row, row["lines"], lines);
  }
}

TEST(OwnListsTest, AnEntryIsPointedTo) {
  const Annotation page =
      annotated_tei("<p>Kuchlug, Gulnar of Osh, Tom Nobody, Liao</p>");
  ASSERT_EQ(page.mentions.size(), 3u);
  std::string tei;
  write_tei(small_lexicon(), page, {}, &tei);
  EXPECT_NE(tei.find("<persName ref=\"#p1\""), std::string::npos) << tei;
  EXPECT_NE(tei.find("<persName ref=\"#p2\""), std::string::npos) << tei;
  EXPECT_NE(tei.find("ref=\"urn:khitai:entity:liao\""), std::string::npos);
  EXPECT_EQ(tei.find("<persName ref=\"#p3\""), std::string::npos);
}

TEST(OwnListsTest, WhatIsListedIsMeant) {
  AnnotateOptions options;
  options.input = Input::kTei;
  const auto page = annotate_document(
      small_lexicon(), "t.xml",
      "<TEI><listPerson><person xml:id='s'><persName>Sanjar of Bukhara"
      "</persName><persName>Sanjar</persName></person></listPerson>"
      "<p>Sanjar</p></TEI>",
      options);
  ASSERT_TRUE(page.ok());
  const Mention& last = page->mentions.back();
  EXPECT_EQ(last.candidates.front().own, 0u);
}

}  // namespace
}  // namespace khitai
