// SPDX-License-Identifier: Apache-2.0
//
// What stands for an entity, and which entities stay. Whole runs are read back
// in tests/cli/search_synonyms.py.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "khitai/search.h"
#include "search/synonym_sets.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

// Every id has a token of its own.
TEST(SynonymTokenTest, IsOneWordAndNoOtherIds) {
  std::set<std::string> tokens;
  const std::string letters = "a2-._e";
  size_t count = 0;
  std::vector<std::string> ids = {""};
  for (size_t i = 0; i < ids.size(); ++i) {
    const std::string token = synonym_token(ids[i]);
    ++count;
    EXPECT_TRUE(tokens.insert(token).second) << ids[i];
    EXPECT_EQ(token.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"),
              token.npos);
    if (ids[i].size() == 5) continue;
    for (const char letter : letters) ids.push_back(ids[i] + letter);
  }
  EXPECT_EQ(tokens.size(), count);
  EXPECT_EQ(synonym_token("qara-khitai"), "khitai_qara_khitai");
}

TEST(SynonymSetsTest, OfOneSpellingTheLabelIsLeft) {
  search::SynonymCounts counts;
  SynonymOptions options;
  options.limit = 1;
  const Lexicon& lexicon = tests::example_lexicon();
  size_t labels = 0;
  const auto all = search::synonym_sets(lexicon, {}, {}, &counts);
  const auto few = search::synonym_sets(lexicon, options, {}, &counts);
  ASSERT_EQ(few.size(), all.size());
  for (size_t i = 0; i < all.size(); ++i) {
    ASSERT_EQ(few[i].spellings.size(), 1u) << few[i].id;
    const std::string label(
        lexicon.entity(*lexicon.find_entity(few[i].id)).label);
    if (std::count(all[i].spellings.begin(), all[i].spellings.end(), label)) {
      EXPECT_EQ(few[i].spellings[0], label);
      ++labels;
    }
  }
  EXPECT_GT(labels, 5u);
}

TEST(SynonymSetsTest, TheBestKnownEntitiesStay) {
  search::SynonymCounts counts;
  const auto all =
      search::synonym_sets(tests::example_lexicon(), {}, {}, &counts);
  ASSERT_GT(all.size(), 4u);
  EXPECT_EQ(counts.sets, 0u);
  search::SynonymLimits few;
  few.most_sets = 3;
  const auto some =
      search::synonym_sets(tests::example_lexicon(), {}, few, &counts);
  ASSERT_EQ(some.size(), 3u);
  EXPECT_EQ(counts.sets, all.size() - 3);
  EXPECT_TRUE(
      std::is_sorted(some.begin(), some.end(),
                     [](const auto& a, const auto& b) { return a.id < b.id; }));
  const Lexicon& lexicon = tests::example_lexicon();
  const auto ties = [&](const std::string& id) {
    const uint32_t entity = *lexicon.find_entity(id);
    return lexicon.relations_of_entity(entity).size() +
           lexicon.senses_of_entity(entity).size();
  };
  size_t least = SIZE_MAX;
  for (const auto& set : some) least = std::min(least, ties(set.id));
  for (const auto& set : all) {
    const bool stays =
        std::any_of(some.begin(), some.end(),
                    [&](const auto& one) { return one.id == set.id; });
    EXPECT_TRUE(stays || ties(set.id) <= least) << set.id;
  }
}

}  // namespace
}  // namespace khitai
