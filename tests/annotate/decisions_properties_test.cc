// SPDX-License-Identifier: Apache-2.0
//
// Readers' decisions replayed: what holds of any text.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "khitai/annotate.h"
#include "support/small_lexicon.h"
#include "text/quoted.h"

namespace khitai {
namespace {

// Without a look at what the program finds.
Replayed replay_on(const std::vector<ReaderDecision>& decisions,
                   Annotation* page, bool overlaps = false) {
  AnnotateOptions options;
  options.overlaps = overlaps;
  return replay_decisions(tests::example_lexicon(), decisions, options, page);
}

// As the page quotes: 32 characters on either side (bytes here), or more until
// no other place has them all.
ReaderDecision quoted(const text::Quoted& text, size_t begin, size_t end,
                      uint32_t entity) {
  const std::string& form = text.form();
  for (size_t size = 32;; size *= 2) {
    const size_t from = begin < size ? 0 : begin - size;
    const std::string prefix = form.substr(from, begin - from);
    const std::string suffix = form.substr(end, size);
    const std::string all = form.substr(from, end + suffix.size() - from);
    const size_t first = form.find(all);
    const bool alone = form.find(all, first + 1) == std::string::npos;
    if (alone || size > form.size()) {
      return {form.substr(begin, end - begin), prefix, suffix, entity, 0};
    }
  }
}

// Pieces that repeat, so that many places look alike; in any normal form.
std::string random_page_text(std::mt19937* random) {
  static const std::vector<std::string> kPieces = {"Sanjar",
                                                   "Sanjar",
                                                   "Bukhara",
                                                   " at ",
                                                   " of the ",
                                                   "\r\n",
                                                   "\n\n",
                                                   " ",
                                                   "Yel\xC3\xBC Dashi",
                                                   "Yelu\xCC\x88 Dashi",
                                                   "\xE8\xA5\xBF\xE9\x81\xBC",
                                                   "\xFF",
                                                   "\x01",
                                                   "x",
                                                   ", ",
                                                   "\xED\x95\x9C"};
  std::string text;
  const size_t count = 1 + (*random)() % 40;
  for (size_t i = 0; i < count; ++i) {
    text += kPieces[(*random)() % kPieces.size()];
  }
  return text;
}

struct Saved {
  std::vector<ReaderDecision> decisions;
  std::vector<size_t> begins, ends;  // bytes of the source
};

// Decisions on places by chance that do not overlap.
Saved random_decisions(const std::string& source, std::mt19937* random) {
  const text::Quoted text(source);
  Saved saved;
  std::vector<size_t> stops;
  for (size_t at = 0; at <= text.form().size(); ++at) {
    if (text.is_boundary(at)) stops.push_back(at);
  }
  for (size_t i = 0; i + 1 < stops.size();) {
    const size_t j = std::min(stops.size() - 1, i + 1 + (*random)() % 8);
    if ((*random)() % 3 == 0) {
      saved.decisions.push_back(
          quoted(text, stops[i], stops[j], (*random)() % 2 ? 0 : 1));
      saved.begins.push_back(text.source_begin(stops[i]));
      saved.ends.push_back(text.source_end(stops[j]));
    }
    i = j;
  }
  return saved;
}

TEST(DecisionsPropertiesTest, OnTheUneditedTextNoneIsAnOrphan) {
  std::mt19937 random(1124);
  size_t count = 0;
  for (int round = 0; round < 3000; ++round) {
    Annotation page;
    page.source = random_page_text(&random);
    const Saved saved = random_decisions(page.source, &random);
    const Replayed replayed = replay_on(saved.decisions, &page);
    ASSERT_TRUE(replayed.orphans.empty()) << page.source << "\n"
                                          << replayed.orphans[0].reason;
    ASSERT_EQ(page.mentions.size(), saved.decisions.size()) << page.source;
    for (size_t i = 0; i < saved.decisions.size(); ++i) {
      ASSERT_EQ(page.mentions[i].begin, saved.begins[i]) << page.source;
      ASSERT_EQ(page.mentions[i].end, saved.ends[i]) << page.source;
      ASSERT_EQ(page.mentions[i].candidates[0].entity,
                saved.decisions[i].entity);
    }
    count += saved.decisions.size();
  }
  EXPECT_GT(count, 5000u);
}

// Whatever is done to the text: each decision has a place with its words, or
// is told; and nothing stands twice.
TEST(DecisionsPropertiesTest, OnAnyTextEachIsPlacedOrTold) {
  std::mt19937 random(1218);
  for (int round = 0; round < 3000; ++round) {
    const std::string source = random_page_text(&random);
    const Saved saved = random_decisions(source, &random);
    Annotation page;
    page.source = source;
    const size_t at = random() % (source.size() + 1);
    page.source.replace(at, random() % 12,
                        random_page_text(&random).substr(0, 20));
    const Replayed replayed = replay_on(saved.decisions, &page, true);
    ASSERT_EQ(page.mentions.size() + replayed.orphans.size(),
              saved.decisions.size())
        << source << "\n"
        << page.source;
    for (size_t i = 1; i < page.mentions.size(); ++i) {
      ASSERT_TRUE(page.mentions[i - 1].begin != page.mentions[i].begin ||
                  page.mentions[i - 1].end != page.mentions[i].end);
    }
  }
}

TEST(DecisionsPropertiesTest, ThousandsOfPlacesAlikeTakeNoTime) {
  std::string text;
  std::vector<ReaderDecision> decisions;
  for (int i = 0; i < 20000; ++i) {
    text += "Then Sanjar rode on and on. ";
    decisions.push_back(
        {"Sanjar", "rode on and on. Then ", " rode on and on. Then", 0, 0});
  }
  Annotation page;
  page.source = text;
  const Replayed replayed = replay_on(decisions, &page);
  // The first and the last have other words around them than they say.
  EXPECT_EQ(replayed.orphans.size(), 2u);
  EXPECT_EQ(page.mentions.size(), 19998u);
}

}  // namespace
}  // namespace khitai
