// SPDX-License-Identifier: Apache-2.0
//
// Texts for engines of the Lucene family, to the byte. Whole runs are read back
// in tests/cli/search_documents.py.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "khitai/search.h"
#include "search/annotated_text.h"
#include "search/token_json.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

Tokens tokens_of(
    const std::vector<std::tuple<TokenPlace::Kind, uint32_t, uint32_t,
                                 std::vector<std::string>>>& places) {
  Tokens tokens;
  for (const auto& [kind, begin, end, words] : places) {
    const auto first = static_cast<uint32_t>(tokens.ends.size());
    for (const std::string& word : words) {
      tokens.bytes += word;
      tokens.ends.push_back(static_cast<uint32_t>(tokens.bytes.size()));
    }
    const auto last = static_cast<uint32_t>(tokens.ends.size());
    tokens.places.push_back({kind, begin, end, first, last});
  }
  return tokens;
}

TEST(TokenJsonTest, OffsetsAreUtf16AndTokensOfAPlaceStandTogether) {
  // U+18B00 has four bytes and two code units; U+00E9 two and one.
  const std::string text = "\xF0\x98\xAC\x80 \xC3\xA9t\xC3\xA9 Khitai";
  const Tokens tokens = tokens_of(
      {{TokenPlace::Kind::kWord, 0, 4, {"\xF0\x98\xAC\x80"}},
       {TokenPlace::Kind::kSpelled, 5, 10, {"!\xC3\xA9t\xC3\xA9", "ete"}},
       {TokenPlace::Kind::kName, 11, 17, {"@a", "#b", "khitai"}}});
  EXPECT_EQ(
      search::pre_analyzed(text, tokens),
      "{\"v\":\"1\",\"str\":\"\xF0\x98\xAC\x80 \xC3\xA9t\xC3\xA9 Khitai\","
      "\"tokens\":["
      "{\"t\":\"\xF0\x98\xAC\x80\",\"s\":0,\"e\":2,\"i\":1,\"y\":\"word\"},"
      "{\"t\":\"!\xC3\xA9t\xC3\xA9\",\"s\":3,\"e\":6,\"i\":1,"
      "\"y\":\"spelled\"},"
      "{\"t\":\"ete\",\"s\":3,\"e\":6,\"i\":0,\"y\":\"spelled\"},"
      "{\"t\":\"@a\",\"s\":7,\"e\":13,\"i\":1,\"y\":\"name\"},"
      "{\"t\":\"#b\",\"s\":7,\"e\":13,\"i\":0,\"y\":\"name\"},"
      "{\"t\":\"khitai\",\"s\":7,\"e\":13,\"i\":0,\"y\":\"name\"}]}");
}

TEST(TokenJsonTest, WhatIsIllFormedIsOneUnit) {
  const std::string text = "\xFF\xE2\x82 \"x\"";
  const Tokens tokens = tokens_of({{TokenPlace::Kind::kWord, 5, 6, {"x\"\\"}}});
  EXPECT_EQ(search::pre_analyzed(text, tokens),
            "{\"v\":\"1\",\"str\":\"\xEF\xBF\xBD\xEF\xBF\xBD \\\"x\\\"\","
            "\"tokens\":[{\"t\":\"x\\\"\\\\\",\"s\":4,\"e\":5,\"i\":1,"
            "\"y\":\"word\"}]}");
}

TEST(TokenJsonTest, NoTokensAreAnEmptyList) {
  EXPECT_EQ(search::pre_analyzed("", {}),
            "{\"v\":\"1\",\"str\":\"\",\"tokens\":[]}");
}

std::string annotated(const std::string& text,
                      const std::vector<write::NamedSpan>& spans) {
  std::string out;
  search::append_annotated(tests::example_lexicon(), text, spans, &out);
  return out;
}

uint32_t number_of(std::string_view id) {
  return *tests::example_lexicon().find_entity(id);
}

TEST(AnnotatedTextTest, NamesAreMarkedAndMarkupOfTheTextIsParted) {
  const uint32_t one = number_of("khitan-people");
  const uint32_t two = number_of("qara-khitai");
  EXPECT_EQ(annotated("a Khitan b", {{2, 8, {one, two}}}),
            "a [Khitan](khitan-people&qara-khitai) b");
  EXPECT_EQ(annotated("[a](b)", {}), "[a][]()(b)");
  EXPECT_EQ(annotated("](](", {}), "][]()(][]()(");
  EXPECT_EQ(annotated("[Khitan](x)", {{1, 7, {one}}}),
            "[[Khitan](khitan-people)][]()(x)");
  EXPECT_EQ(annotated("Khitan(x)", {{0, 6, {one}}}),
            "[Khitan](khitan-people)(x)");
  EXPECT_EQ(annotated("no ] ( markup", {}), "no ] ( markup");
}

TEST(AnnotatedTextTest, OfANameWithBracketsTheBeginningIsMarked) {
  const uint32_t one = number_of("khitan-people");
  EXPECT_EQ(annotated("Qara [Khitai](", {{0, 13, {one}}}),
            "[Qara](khitan-people) [Khitai][]()(");
  EXPECT_EQ(annotated("[x] y", {{0, 5, {one}}}), "[x] y");
}

TEST(AnnotatedTextTest, WhatOverlapsOrLiesBeyondIsNotMarked) {
  const uint32_t one = number_of("khitan-people");
  EXPECT_EQ(annotated("abc def", {{0, 5, {one}}, {4, 7, {one}}}),
            "[abc d](khitan-people)ef");
  EXPECT_EQ(annotated("abc", {{5, 9, {one}}, {3, 3, {one}}}), "abc");
}

TEST(AnnotatedTextTest, IdsComeBackFromTheUrl) {
  std::string all, url, back;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  search::append_url(all, &url);
  EXPECT_EQ(url.find_first_of("[]()&=+ "), url.npos);
  for (size_t i = 0; i < url.size(); ++i) {
    if (url[i] != '%') {
      back += url[i];
      continue;
    }
    back += static_cast<char>(std::stoi(url.substr(i + 1, 2), nullptr, 16));
    i += 2;
  }
  EXPECT_EQ(back, all);
}

TEST(IndexNameTest, IsWhatTheEngineTakes) {
  for (const std::string good : {"docs", "docs-2.1_a", "0", "d\xC3\xA9j"}) {
    EXPECT_EQ(index_problem(good), "") << good;
  }
  for (const std::string& bad :
       {std::string(), std::string("Docs"), std::string("_docs"),
        std::string("-d"), std::string("."), std::string(".."),
        std::string("a b"), std::string("a,b"), std::string("a#"),
        std::string("a:b"), std::string("a\"b"), std::string("a/b"),
        std::string("a*"), std::string("a\n"), std::string(256, 'a')}) {
    EXPECT_NE(index_problem(bad), "") << bad;
  }
}

}  // namespace
}  // namespace khitai
