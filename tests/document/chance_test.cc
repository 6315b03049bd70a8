// SPDX-License-Identifier: Apache-2.0
//
// The readers of markup on sources by chance, and on such as take long where
// time grows with the square.

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "document/markup.h"
#include "document/readers.h"
#include "support/random_xml.h"

namespace khitai::document {
namespace {

TEST(TeiTest, EveryByteOfTextKnowsItsSource) {
  std::mt19937 random(1141);
  size_t read = 0;
  for (int round = 0; round < 4000; ++round) {
    const std::string source = tests::random_xml(&random);
    const auto document = read_tei("x", source);
    if (!document.ok()) continue;
    ++read;
    tests::check_way_back(*document, source);
    if (HasFatalFailure()) return;
  }
  EXPECT_EQ(read, 4000u);
}

TEST(TeiTest, AnyBytesAreReadOrRefused) {
  std::mt19937 random(1142);
  for (int round = 0; round < 4000; ++round) {
    const std::string source =
        "<TEI>" + tests::random_source(tests::xml_pieces(), 12, &random) +
        "</TEI>";
    const auto document = read_tei("x", source);
    if (document.ok()) tests::check_way_back(*document, source);
    if (HasFatalFailure()) return;
  }
}

const std::vector<std::string> kHtmlPieces = {"Qara Khitai",
                                              "Sanjar",
                                              " ",
                                              "\n",
                                              "<p>",
                                              "</p>",
                                              "<br>",
                                              "<b>",
                                              "</b>",
                                              "<li>",
                                              "<td>",
                                              "<table>",
                                              "<ruby>",
                                              "<rt>",
                                              "<rp>",
                                              "</rt>",
                                              "</ruby>",
                                              "<template>",
                                              "</template>",
                                              "<svg>",
                                              "</svg>",
                                              "<![CDATA[",
                                              "]]>",
                                              "<code>",
                                              "</code>",
                                              "<pre>",
                                              "</pre>",
                                              "<script>",
                                              "</script>",
                                              "<!--",
                                              "-->",
                                              "--!>",
                                              "<!",
                                              "</",
                                              "<",
                                              ">",
                                              "\"",
                                              "'",
                                              "=",
                                              "/",
                                              "&",
                                              "&amp;",
                                              "&eacute",
                                              "&#x53;",
                                              "&shy;",
                                              "\xC2\xAD",
                                              "<sup>1</sup>",
                                              "<title>",
                                              "</title>",
                                              "<q lang=fa>",
                                              "</q>",
                                              "\xF0\x9F\x90\x8E",
                                              "\xFF",
                                              std::string(1, '\0'),
                                              "\r\n",
                                              "<a href=\"x>y\">",
                                              "<a href='"};

TEST(HtmlTest, EveryByteOfTextKnowsItsSource) {
  std::mt19937 random(1143);
  for (int round = 0; round < 8000; ++round) {
    const std::string source = tests::random_source(kHtmlPieces, 30, &random);
    tests::check_way_back(read_html(source), source);
    if (HasFatalFailure()) return;
  }
}

// What grows with the square of the page would take minutes.
TEST(HtmlTest, OpenElementsTakeNoTime) {
  std::string open, mixed;
  for (int i = 0; i < 200000; ++i) open += "<b>";
  for (int i = 0; i < 200000; ++i) mixed += i % 2 == 0 ? "<li>" : "<td>";
  for (const std::string& tag : {std::string("</p>"), std::string("</i>"),
                                 std::string("<li>"), std::string("<p>")}) {
    std::string source = "<p><template>" + open;
    for (int i = 0; i < 200000; ++i) source += tag;
    EXPECT_TRUE(read_html(source).plain().empty());
  }
  EXPECT_TRUE(read_html(open + mixed).plain().empty());
  EXPECT_EQ(read_html("<!--" + open).plain(), "");
}

}  // namespace
}  // namespace khitai::document
