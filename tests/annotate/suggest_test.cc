// SPDX-License-Identifier: Apache-2.0
//
// Names that the lexicon does not have: texts and what they suggest, as a
// table, and what holds of all suggestions.

#include "khitai/suggest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "khitai/annotate.h"
#include "khitai/keys.h"
#include "khitai/write.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/options.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::Case;

struct Page {
  Annotation annotation;
  std::vector<Suggestion> suggestions;
};

Page page_of(const Lexicon& lexicon, const std::string& name,
             const std::string& text, const AnnotateOptions& options,
             const SuggestOptions& wanted = {}) {
  Page page;
  page.annotation = annotate_document(lexicon, name, text, options).value();
  Sightings all;
  all.add(sight_names(lexicon, page.annotation, options).value());
  page.suggestions = suggest_names(lexicon, std::move(all), wanted);
  return page;
}

// By the first place.
std::vector<Suggestion> in_order(std::vector<Suggestion> all) {
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.places[0].begin < b.places[0].begin;
  });
  return all;
}

TEST(SuggestTest, ATextSuggestsTheNamesOfItsRow) {
  for (const Case& row : tests::read_cases("suggest.tsv")) {
    const Lexicon& lexicon = tests::lexicon_named(row["lexicon"]);
    const Page page = page_of(lexicon, "t.txt", row["text"],
                              tests::annotate_options(row["options"]));
    std::string got;
    for (const Suggestion& one : in_order(page.suggestions)) {
      got += (got.empty() ? "" : "; ") + one.text;
      if (!one.type.empty()) got += "|" + one.type;
    }
    expect_row(row, row["suggestions"], got);
  }
}

std::vector<std::string> corpora() {
  return {"ar", "en-new", "en-old", "fa", "ja",      "kk",      "la",     "lzh",
          "mn", "ru",     "tr",     "ug", "uz-Latn", "zh-Hans", "zh-Hant"};
}

std::string corpus(const std::string& name) {
  return tests::read_file(std::string(KHITAI_SOURCE_DIR) + "/corpora/" + name +
                          ".txt");
}

TEST(SuggestTest, NoPlaceOverlapsAMentionAndAllLieOnCharacters) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  size_t places = 0;
  for (const std::string& name : corpora()) {
    const Page page = page_of(lexicon, name, corpus(name), {});
    const std::string& text = page.annotation.source;
    for (const Suggestion& one : page.suggestions) {
      for (const SuggestedPlace& place : one.places) {
        ++places;
        ASSERT_LT(place.begin, place.end) << name;
        ASSERT_LE(place.end, text.size()) << name;
        EXPECT_NE(text[place.begin] & 0xC0, 0x80) << name;
        EXPECT_TRUE(place.end == text.size() ||
                    (text[place.end] & 0xC0) != 0x80)
            << name;
        for (const Mention& mention : page.annotation.mentions) {
          EXPECT_FALSE(mention.begin < place.end && place.begin < mention.end)
              << name << ": " << one.text;
        }
      }
      EXPECT_GE(one.count, one.places.size());
      EXPECT_FALSE(one.why.empty()) << one.text;
      EXPECT_FALSE(lexicon.find_entity(one.id)) << one.id;
    }
  }
  EXPECT_GT(places, 0U);
}

TEST(SuggestTest, APlaceHasTheWordsOfItsSuggestion) {
  // English has no endings of names, so that none are joined.
  const Page page =
      page_of(tests::example_lexicon(), "en", corpus("en-old"), {});
  for (const Suggestion& one : page.suggestions) {
    for (const SuggestedPlace& place : one.places) {
      const std::string slice =
          page.annotation.source.substr(place.begin, place.end - place.begin);
      EXPECT_EQ(l1_key(one.text), l1_key(slice));
    }
  }
}

TEST(SuggestTest, ThreadsDoNotChangeTheAnswer) {
  const Lexicon& lexicon = tests::example_lexicon();
  SuggestOptions many;
  many.jobs = 4;
  const auto one = page_of(lexicon, "ru", corpus("ru"), {});
  const auto other = page_of(lexicon, "ru", corpus("ru"), {}, many);
  ASSERT_EQ(one.suggestions.size(), other.suggestions.size());
  for (size_t i = 0; i < one.suggestions.size(); ++i) {
    EXPECT_EQ(one.suggestions[i].text, other.suggestions[i].text);
    EXPECT_EQ(one.suggestions[i].id, other.suggestions[i].id);
    EXPECT_EQ(one.suggestions[i].why, other.suggestions[i].why);
  }
}

TEST(SuggestTest, WhatWasDecidedIsNotSuggestedAgain) {
  const Lexicon& lexicon = tests::example_lexicon();
  const std::string text = "He saw Toghrul and Ilgazi there.";
  SuggestOptions wanted;
  wanted.decided = {"TOGHRUL"};
  const Page page = page_of(lexicon, "t.txt", text, {}, wanted);
  ASSERT_EQ(page.suggestions.size(), 1U);
  EXPECT_EQ(page.suggestions[0].text, "Ilgazi");
}

TEST(SuggestTest, DocumentsAddUp) {
  const Lexicon& lexicon = tests::example_lexicon();
  Sightings all;
  for (const char* text : {"He saw Toghrul.", "They met Toghrul, he says."}) {
    const Annotation page =
        annotate_document(lexicon, std::string(text, 2) + ".txt", text, {})
            .value();
    all.add(sight_names(lexicon, page, {}).value());
  }
  const auto found = suggest_names(lexicon, std::move(all), {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].count, 2U);
  EXPECT_EQ(found[0].documents, 2U);
  ASSERT_EQ(found[0].places.size(), 2U);
  EXPECT_EQ(found[0].places[0].document, "He.txt");
  EXPECT_EQ(found[0].places[1].begin, 9U);
  EXPECT_EQ(found[0].id, "toghrul");
}

// A word that another document writes small is none.
TEST(SuggestTest, AllDocumentsTellWhatIsSmall) {
  const Lexicon& lexicon = tests::example_lexicon();
  Sightings all;
  for (const char* text : {"They call it Wormwood.", "A wormwood, wormwood."}) {
    const Annotation page =
        annotate_document(lexicon, "t.txt", text, {}).value();
    all.add(sight_names(lexicon, page, {}).value());
  }
  EXPECT_TRUE(suggest_names(lexicon, std::move(all), {}).empty());
}

TEST(SuggestTest, BytesThatAreNoTextSuggestNothing) {
  const Lexicon& lexicon = tests::example_lexicon();
  for (const char* text : {"", "\xff\xf0 Qux\xff", "\xE4\xB8", "''''''", "A"}) {
    const Page page = page_of(lexicon, "t.txt", text, {});
    for (const Suggestion& one : page.suggestions) {
      EXPECT_LE(one.places[0].end, page.annotation.source.size());
    }
  }
}

TEST(SuggestTest, HostileFilesSuggestWhatIsThere) {
  const Lexicon& lexicon = tests::example_lexicon();
  const std::string folder =
      std::string(KHITAI_SOURCE_DIR) + "/corpora/hostile";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    AnnotateOptions options;
    options.input = Input::kText;
    const auto page =
        annotate_document(lexicon, entry.path().filename().string(),
                          tests::read_file(entry.path().string()), options);
    if (!page.ok()) continue;
    Sightings all;
    all.add(sight_names(lexicon, *page, options).value());
    const auto found = suggest_names(lexicon, std::move(all), {});
    for (const Suggestion& one : found) {
      EXPECT_FALSE(one.text.empty()) << entry.path();
      for (const SuggestedPlace& place : one.places) {
        EXPECT_LE(place.end, page->source.size()) << entry.path();
        EXPECT_LT(place.begin, place.end) << entry.path();
      }
    }
    std::string table;
    write_suggestions_tsv(lexicon, found, &table);
    EXPECT_EQ(static_cast<size_t>(std::count(table.begin(), table.end(), '\n')),
              found.size() + 1)
        << entry.path();
  }
}

}  // namespace
}  // namespace khitai
