// SPDX-License-Identifier: Apache-2.0

#include "support/random_xml.h"

namespace khitai::tests {
namespace {

// clang-format off
const std::vector<std::string> kXmlPieces = {
    "Qara Khitai", "Sanjar",       "Qara",
    " ",           "\n",           "-",
    "\xC2\xAD",    "<lb/>",        "<lb break=\"no\"/>",
    "<pb n='3'/>", "<hi>",         "</hi>",
    "<p>",         "</p>",         "<note>",
    "</note>",     "<choice>",     "</choice>",
    "<orig>",      "</orig>",      "<reg>",
    "</reg>",      "<app>",        "<lem>",
    "</lem>",      "<rdg>",        "</rdg>",
    "</app>",      "&amp;",        "&#x53;",
    "<![CDATA[",   "]]>",          "<!--",
    "-->",         "\r\n",         "\xF0\x9F\x90\x8E",
    "e\xCC\x81",   "<gap/>",       "<persName ref='#a'>",
    "</persName>", "&q;",          "<fw>",
    "</fw>",       "\xE8\xA5\xBF", "\xE9\x81\xBC"};

// clang-format on

}  // namespace

const std::vector<std::string>& xml_pieces() { return kXmlPieces; }

std::string random_xml(std::mt19937* random) {
  std::string text;
  std::vector<std::string> open;
  const size_t count = (*random)() % 40;
  for (size_t i = 0; i < count; ++i) {
    const std::string& piece = kXmlPieces[(*random)() % kXmlPieces.size()];
    if (piece.rfind("</", 0) == 0) {
      if (open.empty()) continue;
      text += "</" + open.back() + ">";
      open.pop_back();
    } else if (piece[0] == '<' && piece.find("/>") == std::string::npos &&
               piece[1] != '!') {
      open.push_back(piece.substr(1, piece.find_first_of(" >") - 1));
      text += piece;
    } else if (piece != "<!--" && piece != "-->" && piece != "]]>" &&
               piece != "<![CDATA[") {
      text += piece;
    } else if (piece == "<![CDATA[") {
      text += "<![CDATA[Qara<]]>";
    }
  }
  for (; !open.empty(); open.pop_back()) text += "</" + open.back() + ">";
  return "<!DOCTYPE TEI [<!ENTITY q \"Qara <hi>x</hi>\">]>"
         "<TEI><text>" +
         text + "</text></TEI>";
}

}  // namespace khitai::tests
