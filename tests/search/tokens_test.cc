// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "fold/fold.h"
#include "khitai/search.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/shown_tokens.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::Case;

Tokenizer& tokenizer() {
  static Tokenizer one(tests::shipped_lexicon(), {});
  return one;
}

std::vector<std::string> corpora_texts() {
  std::vector<std::string> texts;
  const std::string folder = KHITAI_SOURCE_DIR "/corpora";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") {
      texts.push_back(tests::read_file(entry.path()));
    }
  }
  return texts;
}

std::string show(const Case& row, Tokenizer* one) {
  const std::string& text = row["text"];
  if (row["mode"] == "query") return tests::shown(one->query(text), text);
  if (row["mode"] == "words") return tests::shown(one->words(text), text);
  return tests::shown(one->index(text), text);
}

TEST(TokensTest, ATextHasTheTokensOfItsRow) {
  Tokenizer decided(tests::shipped_lexicon(), {.decided = true});
  for (const Case& row : tests::read_cases("tokens.tsv")) {
    const bool is_decided = row["mode"] == "decided";
    tests::expect_row(row, row["tokens"],
                      show(row, is_decided ? &decided : &tokenizer()));
  }
}

// Whether the names of a query, whose places are as many as the index has from
// `first` on, are names there.
bool has_names_of(const Tokens& index, size_t first, const Tokens& query) {
  for (size_t i = 0; i < query.places.size(); ++i) {
    const TokenPlace& asked = query.places[i];
    const TokenPlace& place = index.places[first + i];
    const uint32_t offset = place.begin - index.places[first].begin;
    if (asked.kind != place.kind && asked.kind != TokenPlace::Kind::kWord &&
        (place.kind == TokenPlace::Kind::kWord || asked.begin != offset)) {
      return false;
    }
  }
  return true;
}

// Whether the phrase finds the text, told without any engine.
TEST(TokensTest, AQueryFindsTheTextOfItsRow) {
  for (const Case& row : tests::read_cases("token_searches.tsv")) {
    const Tokens index = tokenizer().index(row["text"]);
    const bool found =
        tests::has_phrase(index, tokenizer().query(row["query"]));
    tests::expect_row(row, row["found"], found ? "yes" : "no");
  }
}

TEST(TokensTest, AreAFunctionOfTheTextAlone) {
  Tokenizer used(tests::shipped_lexicon(), {});
  for (const std::string& text : corpora_texts()) {
    const std::string first = tests::shown(used.index(text), text);
    Tokenizer fresh(tests::shipped_lexicon(), {});
    EXPECT_EQ(first, tests::shown(fresh.index(text), text));
    used.query(text.substr(0, 60));
    EXPECT_EQ(first, tests::shown(used.index(text), text));
  }
}

TEST(TokensTest, PlacesFollowEachOtherAndHaveTokens) {
  for (const std::string& text : corpora_texts()) {
    const Tokens& tokens = tokenizer().index(text);
    uint32_t end = 0;
    uint32_t last = 0;
    for (const TokenPlace& place : tokens.places) {
      EXPECT_GE(place.begin, end) << text.substr(place.begin, 40);
      EXPECT_LT(place.begin, place.end);
      EXPECT_EQ(place.first, last);
      EXPECT_LT(place.first, place.last);
      end = place.end;
      last = place.last;
    }
    EXPECT_LE(end, text.size());
    EXPECT_EQ(last, tokens.ends.size());
  }
}

// Whatever word is written is found by itself, if not as a name, then as a word
// (~).
TEST(TokensTest, EachUnitOfATextIsFoundAsAWord) {
  for (const std::string& text : corpora_texts()) {
    const Tokens index = tokenizer().index(text);
    fold::Units units;
    fold::append_units(text, &units);
    for (size_t i = 0; i < units.units.size(); i += 7) {
      const std::string word = text.substr(
          units.units[i].begin, units.units[i].end - units.units[i].begin);
      EXPECT_TRUE(tests::has_phrase(index, tokenizer().words(word))) << word;
      EXPECT_TRUE(tests::has_phrase(index, tokenizer().query("~" + word)));
    }
  }
}

// Typed as it is written, a name is found where it is one or is spelled so, and
// a row of words that no name cuts as a phrase.
TEST(TokensTest, WhatAPlaceCoversIsFoundAsItIsWritten) {
  for (const std::string& text : corpora_texts()) {
    const Tokens index = tokenizer().index(text);
    for (size_t i = 0; i + 3 < index.places.size(); i += 5) {
      for (size_t count = 1; count <= 3; ++count) {
        const uint32_t begin = index.places[i].begin;
        const uint32_t end = index.places[i + count - 1].end;
        const std::string phrase = text.substr(begin, end - begin);
        const Tokens& query = tokenizer().query(phrase);
        // Cut out of its text a name may reach elsewhere, or be none.
        if (query.places.size() != count || !has_names_of(index, i, query)) {
          continue;
        }
        EXPECT_TRUE(tests::has_phrase(index, query))
            << phrase << ": " << tests::shown(query, phrase);
      }
    }
  }
}

TEST(TokensTest, TakeAnyBytes) {
  std::mt19937 random(20260131);
  const std::vector<std::string> texts = corpora_texts();
  for (int round = 0; round < 300; ++round) {
    const std::string& source = texts[random() % texts.size()];
    std::string text = source.substr(random() % source.size(), random() % 400);
    for (int i = 0; i < 20 && !text.empty(); ++i) {
      text[random() % text.size()] = static_cast<char>(random());
    }
    for (const Tokens* tokens :
         {&tokenizer().index(text), &tokenizer().query(text)}) {
      for (uint32_t i = 0; i < tokens->ends.size(); ++i) {
        const std::string_view token = tokens->token(i);
        EXPECT_FALSE(token.empty());
        EXPECT_LE(token.size(), kMostTokenBytes);
        EXPECT_EQ(token.find('\0'), token.npos);
      }
    }
  }
}

TEST(TokensTest, AWordThatIsTooLongIsCutAlikeInTextAndQuery) {
  const std::string text = std::string(300, 'a') + " \u897f\u907c";
  EXPECT_TRUE(tests::has_phrase(tokenizer().index(text),
                                tokenizer().query(std::string(300, 'a'))));
  EXPECT_EQ(tokenizer().words(text).token(0), std::string(255, 'a'));
}

}  // namespace
}  // namespace khitai
