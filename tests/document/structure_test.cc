// SPDX-License-Identifier: Apache-2.0

#include "document/structure.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/markup.h"
#include "document/readers.h"
#include "support/cases.h"
#include "support/expect_row.h"

namespace khitai::document {
namespace {

using tests::Case;

// The source with ( and ) at the places.
std::string with_places(const std::string& source,
                        const std::vector<Span>& places) {
  std::string out;
  size_t done = 0;
  for (const Span& place : places) {
    out += source.substr(done, place.begin - done) + "(" +
           source.substr(place.begin, place.end - place.begin) + ")";
    done = place.end;
  }
  return out + source.substr(done);
}

TEST(PlacesTest, TagsGoWhereTheTableHasThem) {
  const std::string head = "<TEI><text><p>";
  const std::string tail = "</p></text></TEI>";
  for (const Case& row : tests::read_cases("document_structure.tsv")) {
    const std::string source = head + row["source"] + tail;
    const auto document = read_tei("x", source);
    ASSERT_TRUE(document.ok()) << row.where;
    std::string plain = row["plain"];
    const size_t begin = plain.find('[');
    const size_t end = plain.find(']') - 1;
    plain.erase(begin, 1);
    plain.erase(end, 1);
    ASSERT_EQ(document->plain(), plain) << row.where;
    const auto places =
        document->structure()->places_of(*document, source, {begin, end});
    tests::expect_row(row, head + row["places"] + tail,
                      with_places(source, places));
  }
}

std::string part_of(const Document& document, const Part& part) {
  return std::string(
      document.plain().substr(part.begin, part.end - part.begin));
}

TEST(ExistingTest, NamesThatAreTaggedAreThere) {
  const std::string source = tests::tei_around(
      "<p>a <persName ref=\"#x http://y\" key=\"k\" xml:id=\"i\" type=\"t\">b "
      "<placeName>c</placeName><note>d <rs>e</rs></note> f</persName> "
      "<title>g<lb/></title><orgName/></p><fw><name>h</name></fw>");
  const auto document = read_tei("x", source);
  ASSERT_TRUE(document.ok());
  const Structure& structure = *document->structure();
  EXPECT_TRUE(structure.is_tei);
  std::string all;
  for (const ExistingName& name : structure.existing) {
    all += name.tag + "=" + part_of(*document, name.text) + ";";
    const Span tag = structure.elements[name.element].start_tag;
    EXPECT_EQ(source.substr(tag.begin, name.tag.size() + 1), "<" + name.tag);
    EXPECT_EQ(source[tag.end - 1], '>');
  }
  EXPECT_EQ(all, "persName=b c f;placeName=c;rs=e;title=g;orgName=;");
  EXPECT_EQ(structure.existing[0].ref, "#x http://y");
  EXPECT_EQ(structure.existing[0].key, "k");
  EXPECT_EQ(structure.existing[0].id, "i");
  EXPECT_EQ(structure.existing[0].type, "t");
}

TEST(ListedTest, ListsOfTheFileAreThere) {
  const std::string source =
      "<TEI><teiHeader><listPerson><person xml:id='p1' type='ruler'>"
      "<persName xml:lang='en'>Ahmad\n  <surname>Sanjar</surname></persName>"
      "<persName xml:lang='fa'>S</persName><note><persName>No</persName></note>"
      "<idno type='GND'>12</idno><idno>13</idno></person></listPerson>"
      "<listPlace><place xml:id='l1'><placeName>Marv</placeName>"
      "<place xml:id='l2'><placeName>Suburb</placeName></place></place>"
      "</listPlace></teiHeader><text><listOrg><org xml:id='o1'>"
      "<orgName>Qara Khitai</orgName></org></listOrg></text></TEI>";
  const auto document = read_tei("x", source);
  ASSERT_TRUE(document.ok());
  std::string all;
  for (const ListedEntity& one : document->structure()->listed) {
    all += one.tag + " " + one.id + " " + one.type + ":";
    for (size_t i = 0; i < one.names.size(); ++i) {
      all += " [" + one.names[i] + "|" + one.langs[i] + "]";
    }
    for (const std::string& idno : one.idnos) all += " " + idno;
    all += "\n";
  }
  EXPECT_EQ(all,
            "person p1 ruler: [Ahmad Sanjar|en] [S|fa] GND:12 13\n"
            "place l1 : [Marv|]\n"
            "place l2 : [Suburb|]\n"
            "org o1 : [Qara Khitai|]\n");
}

TEST(ElementTest, APlaceIsInItsInnermostElement) {
  const std::string source = "<a>x<b/>y<c>z</c></a>";
  const auto document = read_tei("x", source);
  ASSERT_TRUE(document.ok());
  const Structure& structure = *document->structure();
  const auto at = [&](char c) {
    return structure.element_at(source.find(c, 3));
  };
  EXPECT_EQ(structure.root, 0u);
  EXPECT_EQ(at('x'), 0u);
  EXPECT_EQ(at('b'), 1u);
  EXPECT_EQ(at('y'), 0u);
  EXPECT_EQ(at('z'), 2u);
  EXPECT_EQ(structure.element_around(3), 0u);
  EXPECT_EQ(structure.element_around(source.find('y')), 0u);
  EXPECT_EQ(structure.element_around(source.find('z') + 1), 2u);
  EXPECT_EQ(structure.element_around(source.size()), kNoElement);
}

std::string year_of_header(const std::string& date) {
  const auto document = read_tei(
      "x", "<TEI><teiHeader><profileDesc><creation>" + date +
               "</creation></profileDesc><date when='1900'/></teiHeader>"
               "<text><p><date when='1800'/>x</p></text></TEI>");
  EXPECT_TRUE(document.ok());
  const auto year = document->written();
  return year ? std::to_string(*year) : "";
}

TEST(WrittenTest, TheHeaderTellsWhenATextWasMade) {
  EXPECT_EQ(year_of_header("<date when='1346'/>"), "1346");
  EXPECT_EQ(year_of_header("<date when='1346-05-03'>May</date>"), "1346");
  EXPECT_EQ(year_of_header("<date notBefore='1252' notAfter='1260'/>"), "1260");
  EXPECT_EQ(year_of_header("<date from='1252' to='1260-01'/>"), "1260");
  EXPECT_EQ(year_of_header("<date notBefore='1252'/>"), "1252");
  EXPECT_EQ(year_of_header("<date when='-0044'/>"), "-44");
  EXPECT_EQ(year_of_header("<date>1346</date>"), "");
  EXPECT_EQ(year_of_header("<date when='soon'/>"), "");
  EXPECT_EQ(year_of_header(""), "");
}

}  // namespace
}  // namespace khitai::document
