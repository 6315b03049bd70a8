// SPDX-License-Identifier: Apache-2.0
//
// CSV, IOB2, brat and W3C: to the byte for one document, and what each format
// demands for any bytes.

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <random>
#include <regex>
#include <set>
#include <sstream>

#include "support/cases.h"
#include "text/grapheme.h"
#include "text/utf8.h"
#include "write/fixture.h"
#include "write/iri.h"
#include "write/line_ends.h"
#include "write/tokens.h"
#include "write/type_word.h"

namespace khitai {
namespace {

using tests::random_annotation;
using tests::sample;
using tests::small_lexicon;
using Write = void (*)(const Lexicon&, const Annotation&, const WriteOptions&,
                       std::string*);

std::string written(Write write, const Annotation& page) {
  std::string out;
  write(small_lexicon(), page, {}, &out);
  return out;
}

std::string w3c(const std::vector<Annotation>& pages) {
  std::string out;
  write_w3c(small_lexicon(), pages, {}, &out);
  return out;
}

TEST(FormatsTest, AsPromised) {
  std::string csv;
  write_csv_header({}, &csv);
  tests::expect_golden("write_sample.csv", csv + written(write_csv, sample()));
  tests::expect_golden("write_sample.iob2", written(write_iob2, sample()));
  tests::expect_golden("write_sample.ann", written(write_brat, sample()));
  // The ids follow the lexicon's identity, which moves with its format.
  const std::regex ids(
      "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-"
      "[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  tests::expect_golden("write_sample.jsonld",
                       std::regex_replace(w3c({sample()}), ids, "UUID"));
  std::string text;
  write_brat_text(sample(), &text);
  EXPECT_EQ(text, sample().source);
}

TEST(FormatsTest, NothingFound) {
  Annotation empty;
  empty.name = "e.txt";
  EXPECT_EQ(written(write_csv, empty), "");
  EXPECT_EQ(written(write_brat, empty), "");
  EXPECT_EQ(written(write_iob2, empty), "-DOCSTART-\t0\t0\tO\te.txt\n\n");
  rapidjson::Document json;
  json.Parse(w3c({empty}).c_str());
  ASSERT_FALSE(json.HasParseError());
  EXPECT_EQ(json["total"].GetInt(), 0);
  EXPECT_TRUE(json["first"]["items"].Empty());
}

// Terms of a kind, from the table.
std::set<std::string> terms(const std::string& kind) {
  std::set<std::string> all;
  for (const tests::Case& row : tests::read_cases("w3c_terms.tsv")) {
    if (row["kind"] == kind) all.insert(row["term"]);
  }
  return all;
}

// Every key and every name of a class or motivation is a term of the context,
// or of the one that the document brings along.
void expect_terms(const rapidjson::Value& value, const std::string& key,
                  const std::set<std::string>& own) {
  if (value.IsArray()) {
    for (const auto& one : value.GetArray()) expect_terms(one, key, own);
  } else if (value.IsObject()) {
    for (const auto& member : value.GetObject()) {
      const std::string name = member.name.GetString();
      if (name == "@context") continue;
      EXPECT_TRUE(terms("property").count(name) + own.count(name) == 1) << name;
      expect_terms(member.value, name, own);
    }
  } else if (key == "type") {
    EXPECT_EQ(terms("class").count(value.GetString()), 1u) << value.GetString();
  } else if (key == "motivation" || key == "purpose") {
    EXPECT_EQ(terms("motivation").count(value.GetString()), 1u);
  }
}

TEST(FormatsTest, W3cHasTermsOfItsContextsOnly) {
  rapidjson::Document json;
  json.Parse(w3c({sample()}).c_str());
  ASSERT_FALSE(json.HasParseError());
  const auto& context = json["@context"];
  ASSERT_EQ(context.Size(), 2u);
  EXPECT_STREQ(context[0].GetString(), "http://www.w3.org/ns/anno.jsonld");
  std::set<std::string> own;
  for (const auto& one : context[1].GetObject()) {
    own.insert(one.name.GetString());
  }
  EXPECT_EQ(own, (std::set<std::string>{"decision", "khitai", "probability"}));
  expect_terms(json, "", own);
}

TEST(FormatsTest, BratKnowsEveryType) {
  const std::string conf = brat_configuration();
  for (const char* type : {"Polity", "Person", "Place", "Term"}) {
    EXPECT_NE(conf.find(std::string("\n") + type + "\n"), std::string::npos);
  }
}

// Code points of a text, as places of its bytes; the end too.
std::vector<size_t> places_of(const std::string& text) {
  std::vector<size_t> places;
  size_t at = 0;
  for (std::string_view point : text::code_points_of(text)) {
    places.push_back(at);
    at += point.size();
  }
  places.push_back(at);
  return places;
}

std::string string_of(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

void expect_selectors(const rapidjson::Value& item, const std::string& text,
                      const std::vector<size_t>& places) {
  const rapidjson::Value& selectors = item["target"]["selector"];
  const size_t start = selectors[0]["start"].GetUint64();
  const size_t end = selectors[0]["end"].GetUint64();
  ASSERT_LE(start, end);
  ASSERT_LT(end, places.size());
  const std::string exact = string_of(selectors[1]["exact"]);
  const std::string prefix = string_of(selectors[1]["prefix"]);
  const std::string suffix = string_of(selectors[1]["suffix"]);
  EXPECT_EQ(text.substr(places[start], places[end] - places[start]), exact);
  ASSERT_LE(prefix.size(), places[start]);
  EXPECT_EQ(text.substr(places[start] - prefix.size(), prefix.size()), prefix);
  EXPECT_EQ(text.substr(places[end], suffix.size()), suffix);
  EXPECT_LE(places_of(prefix).size(), 33u);
  EXPECT_LE(places_of(suffix).size(), 33u);
}

TEST(FormatsTest, W3cSelectsWhatItQuotesInAnyBytes) {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const Annotation page = random_annotation(&random);
    rapidjson::Document json;
    const std::string out = w3c({page});
    json.Parse<rapidjson::kParseValidateEncodingFlag>(out.data(), out.size());
    ASSERT_FALSE(json.HasParseError()) << out;
    const std::string text = tests::naive_clean(page.source);
    const std::vector<size_t> places = places_of(text);
    std::set<std::string> ids;
    for (const rapidjson::Value& item : json["first"]["items"].GetArray()) {
      expect_selectors(item, text, places);
      ids.insert(string_of(item["id"]));
      const std::string source = string_of(item["target"]["source"]);
      EXPECT_EQ(write::decoded(source), tests::naive_clean(page.name));
      EXPECT_EQ(source.find_first_of(" \"<>\\^`{|}\x01\n:"), source.npos);
    }
    ASSERT_EQ(json["total"].GetUint64(), page.mentions.size());
    EXPECT_LE(ids.size(), page.mentions.size());
  }
}

void expect_terms(const rapidjson::Value& value) {
  // Of http://www.w3.org/ns/anno.jsonld, and what our own context adds.
  static const std::set<std::string> kTerms = {
      "id",          "type",    "body",      "target",     "source",
      "selector",    "creator", "generator", "motivation", "purpose",
      "items",       "partOf",  "first",     "format",     "value",
      "start",       "end",     "exact",     "prefix",     "suffix",
      "name",        "label",   "total",     "startIndex", "decision",
      "probability", "@context"};
  if (value.IsArray()) {
    for (const rapidjson::Value& one : value.GetArray()) expect_terms(one);
  }
  if (!value.IsObject()) return;
  for (const auto& member : value.GetObject()) {
    const std::string name = string_of(member.name);
    EXPECT_EQ(kTerms.count(name), 1u) << name;
    if (name != "@context") expect_terms(member.value);
  }
}

TEST(FormatsTest, W3cHasTermsOfItsContextOnly) {
  rapidjson::Document json;
  json.Parse(w3c({sample(), sample()}).c_str());
  ASSERT_FALSE(json.HasParseError());
  expect_terms(json);
  const rapidjson::Value& context = json["@context"];
  EXPECT_EQ(string_of(context[0]), "http://www.w3.org/ns/anno.jsonld");
  EXPECT_EQ(string_of(context[1]["khitai"]), "urn:khitai:entity:");
  EXPECT_EQ(json["total"].GetInt(), 34);
}

TEST(FormatsTest, W3cContextCutsNoCharacter) {
  // A name between rows of letters with marks, flags and emoji.
  std::string row;
  for (int i = 0; i < 20; ++i) {
    row += "e\xCC\x81\xCC\xA3\xF0\x9F\x87\xA6\xF0\x9F\x87\xBF";
  }
  for (size_t shift = 0; shift < 6; ++shift) {
    Annotation page;
    page.source = std::string(shift, 'x') + row + "Sanjar" + row;
    Mention mention;
    mention.begin = shift + row.size();
    mention.end = mention.begin + 6;
    mention.candidates = {tests::candidate_of("sanjar", "Sanjar", 1)};
    page.mentions = {mention};
    rapidjson::Document json;
    json.Parse(w3c({page}).c_str());
    const rapidjson::Value& quote =
        json["first"]["items"][0]["target"]["selector"][1];
    const size_t prefix = string_of(quote["prefix"]).size();
    const size_t suffix = string_of(quote["suffix"]).size();
    EXPECT_TRUE(text::may_cut(page.source, mention.begin - prefix));
    EXPECT_TRUE(text::may_cut(page.source, mention.end + suffix));
    EXPECT_GT(prefix, 40u);
    EXPECT_GT(suffix, 40u);
  }
}

TEST(FormatsTest, W3cIdsDependOnWhatIsAnnotated) {
  Annotation one = sample(), other = sample();
  other.source += " ";
  const std::string a = w3c({one}), b = w3c({other});
  const auto id_in = [](const std::string& out) {
    return out.substr(out.find("\n{\"id\":"), 60);
  };
  EXPECT_EQ(w3c({one}), a);
  EXPECT_NE(id_in(a), id_in(b));
}

std::vector<std::string> lines_in(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(FormatsTest, Iob2HasFiveColumnsAndEveryCharacterInAnyBytes) {
  std::mt19937 random(6);
  for (int round = 0; round < 300; ++round) {
    const Annotation page = random_annotation(&random);
    const std::string text = tests::naive_clean(page.source);
    std::string joined, expected;
    for (const std::string& line : lines_in(written(write_iob2, page))) {
      if (line.empty()) continue;
      ASSERT_EQ(std::count(line.begin(), line.end(), '\t'), 4) << line;
      if (line.rfind("-DOCSTART-\t", 0) == 0) continue;
      joined += line.substr(0, line.find('\t'));
    }
    for (std::string_view point : text::code_points_of(text)) {
      const char32_t code =
          text::decode(point.data(), point.data() + point.size()).code;
      if (!write::is_white(code)) expected += point;
    }
    EXPECT_EQ(joined, expected);
  }
}

TEST(FormatsTest, BratQuotesItsFragmentsInAnyBytes) {
  std::mt19937 random(8);
  for (int round = 0; round < 300; ++round) {
    const Annotation page = random_annotation(&random);
    std::string text;
    write_brat_text(page, &text);
    const std::vector<size_t> places = places_of(text);
    for (const std::string& line : lines_in(written(write_brat, page))) {
      if (line[0] != 'T') continue;
      const size_t tab = line.find('\t'), second = line.find('\t', tab + 1);
      std::istringstream offsets(line.substr(tab, second - tab));
      std::string type, quoted;
      offsets >> type;
      for (size_t start = 0, end = 0; offsets >> start >> end;) {
        ASSERT_LT(start, end);
        ASSERT_LT(end, places.size());
        if (!quoted.empty()) quoted += ' ';
        quoted += text.substr(places[start], places[end] - places[start]);
        offsets.ignore(1);
      }
      EXPECT_EQ(line.substr(second + 1), quoted);
    }
  }
}

TEST(FormatsTest, IdsComeBackFromIris) {
  for (const std::string id : {"qara-khitai", "a b", "x|y?;#%25", "\n\t\x01",
                               "\xE8\xA5\xBF\xE9\x81"
                               "\xBC",
                               "\xE2\x80\xAE"
                               "bidi",
                               "\xF0\x9F\x90\x8E", "100%", "%zz", "%"}) {
    EXPECT_EQ(write::decoded(write::encoded_id(id)), id);
    EXPECT_EQ(write::entity_of_iri("khitai:" + write::encoded_id(id)), id);
    EXPECT_EQ(write::encoded_id(id).find_first_of(" |?;#\n\t"),
              std::string::npos);
  }
  EXPECT_EQ(write::encoded_path("a/b c.txt"), "a/b%20c.txt");
  EXPECT_EQ(write::encoded_id("a/b"), "a%2Fb");
  EXPECT_EQ(write::encoded_id("\xFF"), "\xEF\xBF\xBD");
  EXPECT_EQ(write::decoded("%FF"), "\xEF\xBF\xBD");
  EXPECT_EQ(write::entity_of_iri("urn:khitai:entity:liao"), "liao");
  EXPECT_EQ(write::entity_of_iri("http://x.org/%41"), "http://x.org/%41");
}

TEST(FormatsTest, TypesComeBackFromWords) {
  EXPECT_EQ(write::capital_type("polity"), "Polity");
  EXPECT_EQ(write::upper_type("polity"), "POLITY");
  EXPECT_EQ(write::upper_type("a b\tc"), "A_B_C");
  EXPECT_EQ(write::type_of_word(write::upper_type("")), "");
  EXPECT_EQ(write::type_of_word("Polity"), "polity");
}

TEST(FormatsTest, TokensEndWhereMentionsDo) {
  const std::string text = "Semerkand'a: 2 x";
  const auto texts = [&](const std::vector<size_t>& cuts) {
    std::string out;
    for (const write::Token& token : write::tokens_of(text, cuts)) {
      out += text.substr(token.begin, token.end - token.begin) + "|";
    }
    return out;
  };
  EXPECT_EQ(texts({0, 9}), "Semerkand|'a|:|2|x|");
  EXPECT_EQ(texts({}).find(" "), std::string::npos);
}

}  // namespace
}  // namespace khitai
