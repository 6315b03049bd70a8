// SPDX-License-Identifier: Apache-2.0
//
// Readers' decisions replayed: their places as a table, and what becomes of the
// mentions.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "khitai/annotate.h"
#include "support/cases.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::example_lexicon;

uint32_t entity_of(std::string_view id) {
  return example_lexicon().find_entity(id).value();
}

Annotation page_of(const std::string& text, bool overlaps = false) {
  AnnotateOptions options;
  options.overlaps = overlaps;
  return annotate_document(example_lexicon(), "t.txt", text, options).value();
}

Replayed replay(const std::vector<ReaderDecision>& decisions, Annotation* page,
                bool overlaps = false) {
  AnnotateOptions options;
  options.overlaps = overlaps;
  return replay_decisions(example_lexicon(), decisions, options, page);
}

ReaderDecision decision(const std::string& quote, uint32_t entity,
                        const std::string& prefix = "",
                        const std::string& suffix = "", uint32_t table = 0) {
  return {quote, prefix, suffix, entity, table};
}

// "Liao=liao-dynasty; ...", with a star behind what a reader decided.
std::string mentions_of(const Annotation& page) {
  std::string out;
  for (const Mention& mention : page.mentions) {
    out += out.empty() ? "" : "; ";
    out += page.source.substr(mention.begin, mention.end - mention.begin);
    out += "=" + tests::id_of(example_lexicon(), mention.candidates[0].entity) +
           (mention.reviewed ? "*" : "");
  }
  return out;
}

TEST(DecisionsTest, AQuotationHasThePlaceOfItsRow) {
  for (const tests::Case& row : tests::read_cases("replay_places.tsv")) {
    Annotation page;
    page.source = row["text"];
    const Replayed replayed = replay(
        {decision(row["quote"], 0, row["prefix"], row["suffix"])}, &page);
    std::string got = row["text"];
    if (page.mentions.empty()) {
      ASSERT_EQ(replayed.orphans.size(), 1u) << row.where;
      got = replayed.orphans[0].reason;
    } else {
      EXPECT_TRUE(replayed.orphans.empty()) << row.where;
      got.insert(page.mentions[0].end, "]");
      got.insert(page.mentions[0].begin, "[");
    }
    EXPECT_EQ(got, row["expected"]) << row.where << " " << row["note"];
  }
}

TEST(DecisionsTest, ADecidedMentionIsACertainMatch) {
  Annotation page = page_of("In 1141 Sanjar met Yel\xC3\xBC Dashi.");
  const size_t candidates = page.mentions[0].candidates.size();
  ASSERT_GE(candidates, 2u);
  replay({decision("Sanjar", entity_of("sanjar-malik"))}, &page);
  const Mention& mention = page.mentions[0];
  EXPECT_TRUE(mention.reviewed);
  EXPECT_EQ(mention.decision, Decision::kMatch);
  ASSERT_EQ(mention.candidates.size(), candidates);
  const Candidate& top = mention.candidates[0];
  EXPECT_EQ(top.entity, entity_of("sanjar-malik"));
  EXPECT_EQ(top.probability, 1);
  EXPECT_EQ(top.features[0].words, "decided by a reader");
  EXPECT_EQ(example_lexicon().form(top.form).text, "Sanjar");
  for (size_t i = 1; i < candidates; ++i) {
    EXPECT_EQ(mention.candidates[i].probability, 0);
    EXPECT_NE(mention.candidates[i].entity, top.entity);
  }
  EXPECT_FALSE(page.mentions[1].reviewed);
}

TEST(DecisionsTest, AnEntityThatWasNoCandidateBecomesOne) {
  Annotation page = page_of("Sanjar at Bukhara");
  const size_t before = page.mentions[0].candidates.size();
  replay({decision("Sanjar", entity_of("balasagun"))}, &page);
  ASSERT_EQ(page.mentions[0].candidates.size(), before + 1);
  const Candidate& top = page.mentions[0].candidates[0];
  EXPECT_EQ(top.entity, entity_of("balasagun"));
  EXPECT_EQ(example_lexicon().form(top.form).text, "Balasagun");
}

TEST(DecisionsTest, WhatIsRejectedIsLeftOutWithWhatItHolds) {
  const std::string text = "Sanjar at Bukhara";
  Annotation page = page_of(text);
  replay({decision("Sanjar", kNoRow)}, &page);
  EXPECT_EQ(mentions_of(page), "Bukhara=bukhara");
  ASSERT_EQ(page.rejected.size(), 1u);
  EXPECT_EQ(page.rejected[0].end, 6u);
  page = page_of(text, true);
  replay({decision("Sanjar at Bukhara", kNoRow)}, &page, true);
  EXPECT_EQ(mentions_of(page), "");
  // The program found nothing there: nothing to show, and no orphan.
  page = page_of(text);
  EXPECT_TRUE(replay({decision("at", kNoRow)}, &page).orphans.empty());
  EXPECT_EQ(mentions_of(page), mentions_of(page_of(text)));
  EXPECT_TRUE(page.rejected.empty());
}

TEST(DecisionsTest, AMentionThatWasNotFoundIsMade) {
  Annotation page = page_of("the old realm at Bukhara");
  replay({decision("old realm", entity_of("liao-dynasty"), "the ", " at")},
         &page);
  EXPECT_EQ(mentions_of(page), "old realm=liao-dynasty*; Bukhara=bukhara");
  EXPECT_EQ(page.mentions[0].core_begin, 4u);
  EXPECT_EQ(page.mentions[0].core_end, 13u);
}

TEST(DecisionsTest, WhatOverlapsADecidedMentionGivesWay) {
  const auto decided = decision("city of Bukhara", entity_of("bukhara"));
  Annotation page = page_of("the city of Bukhara");
  ASSERT_EQ(mentions_of(page), "Bukhara=bukhara");
  replay({decided}, &page);
  EXPECT_EQ(mentions_of(page), "city of Bukhara=bukhara*");
  page = page_of("the city of Bukhara", true);
  replay({decided}, &page, true);
  EXPECT_EQ(mentions_of(page), "city of Bukhara=bukhara*; Bukhara=bukhara");
  // Two decisions: the longest alone, unless all are asked for.
  const auto inner = decision("Bukhara", entity_of("balasagun"));
  page = page_of("the city of Bukhara");
  replay({inner, decided}, &page);
  EXPECT_EQ(mentions_of(page), "city of Bukhara=bukhara*");
  page = page_of("the city of Bukhara", true);
  replay({inner, decided}, &page, true);
  EXPECT_EQ(mentions_of(page), "city of Bukhara=bukhara*; Bukhara=balasagun*");
}

TEST(DecisionsTest, RepeatedNamesKeepTheirOwnDecisions) {
  const std::string before =
      "Sanjar ruled Khurasan. Sanjar died in 1157. Sanjar of Bukhara rose.";
  const std::vector<ReaderDecision> decisions = {
      decision("Sanjar", entity_of("ahmad-sanjar"), "", " ruled Khurasan. San"),
      decision("Sanjar", kNoRow, "ruled Khurasan. ", " died in 1157. Sanjar"),
      decision("Sanjar", entity_of("sanjar-malik"), "Sanjar died in 1157. ",
               " of Bukhara rose."),
  };
  Annotation page = page_of(before);
  EXPECT_TRUE(replay(decisions, &page).orphans.empty());
  EXPECT_EQ(mentions_of(page).substr(0, 20), "Sanjar=ahmad-sanjar*");
  EXPECT_EQ(page.rejected.size(), 1u);
  // The second sentence is gone: its decision must not go to another Sanjar.
  page = page_of("Sanjar ruled Khurasan. And Sanjar of Bukhara rose.");
  const Replayed replayed = replay(decisions, &page);
  ASSERT_EQ(replayed.orphans.size(), 1u);
  EXPECT_EQ(replayed.orphans[0].decision, 1u);
  EXPECT_TRUE(page.rejected.empty());
}

TEST(DecisionsTest, QuotationsThatAreTheSameStandInOrder) {
  const std::string text = "Sanjar\nSanjar\nSanjar\n";
  const uint32_t one = entity_of("ahmad-sanjar");
  const uint32_t other = entity_of("sanjar-malik");
  Annotation page = page_of(text);
  EXPECT_TRUE(replay({decision("Sanjar", one), decision("Sanjar", other),
                      decision("Sanjar", one)},
                     &page)
                  .orphans.empty());
  EXPECT_EQ(mentions_of(page),
            "Sanjar=ahmad-sanjar*; Sanjar=sanjar-malik*; Sanjar=ahmad-sanjar*");
  // Fewer places: only where the rows agree.
  page = page_of("Sanjar\n");
  EXPECT_EQ(replay({decision("Sanjar", one), decision("Sanjar", other)}, &page)
                .orphans.size(),
            2u);
  page = page_of("Sanjar\n");
  EXPECT_EQ(replay({decision("Sanjar", one), decision("Sanjar", one)}, &page)
                .orphans.size(),
            1u);
  EXPECT_EQ(mentions_of(page), "Sanjar=ahmad-sanjar*");
}

TEST(DecisionsTest, OfPlacesAlikeTheOnesTakenTellTheRest) {
  // The last place is like the first, but that nothing stands behind it.
  const std::string page_text = "on Sanjar rode; on Sanjar rode";
  const uint32_t one = entity_of("ahmad-sanjar");
  const uint32_t other = entity_of("sanjar-malik");
  Annotation page = page_of(page_text);
  EXPECT_TRUE(replay({decision("Sanjar", other, "on ", " rode"),
                      decision("Sanjar", one, "on ", " rode;")},
                     &page)
                  .orphans.empty());
  EXPECT_EQ(mentions_of(page), "Sanjar=ahmad-sanjar*; Sanjar=sanjar-malik*");
}

TEST(DecisionsTest, ALaterTableOverrides) {
  Annotation page = page_of("Sanjar came.");
  const uint32_t one = entity_of("ahmad-sanjar");
  const uint32_t other = entity_of("sanjar-malik");
  const Replayed replayed =
      replay({decision("Sanjar", other, "", " came.", 1),
              decision("Sanjar", one), decision("Sanjar", other, "", "", 2)},
             &page);
  EXPECT_EQ(mentions_of(page), "Sanjar=sanjar-malik*");
  ASSERT_EQ(replayed.overridden.size(), 1u);
  EXPECT_EQ(replayed.overridden[0].decision, 1u);
  EXPECT_EQ(replayed.overridden[0].by, 0u);
  EXPECT_TRUE(replayed.orphans.empty());
}

TEST(DecisionsTest, OnlyTheTypeThatWasAskedFor) {
  AnnotateOptions options;
  options.type = "place";
  Annotation page = annotate_document(example_lexicon(), "t.txt",
                                      "Sanjar at Bukhara", options)
                        .value();
  replay_decisions(example_lexicon(),
                   {decision("Sanjar", entity_of("ahmad-sanjar")),
                    decision("Bukhara", entity_of("bukhara"))},
                   options, &page);
  EXPECT_EQ(mentions_of(page), "Bukhara=bukhara*");
}

}  // namespace
}  // namespace khitai
