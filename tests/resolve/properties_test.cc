// SPDX-License-Identifier: Apache-2.0
//
// What holds of every answer.

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "khitai/resolve.h"
#include "resolve/score.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

const Lexicon& lexicon() { return tests::example_lexicon(); }

// A query by chance: a form of the lexicon and any of the options.
Query random_query(std::mt19937* random) {
  const auto below = [random](uint32_t n) {
    return static_cast<uint32_t>((*random)() % n);
  };
  Query query;
  query.name = lexicon().form(below(lexicon().form_count())).text;
  if (below(3) == 0) query.year = static_cast<int32_t>(below(500)) + 850;
  if (below(4) == 0) query.written = static_cast<int32_t>(below(900)) + 850;
  const char* langs[] = {"", "en", "fa", "zh-Hant", "xx", "EN_us"};
  query.lang = langs[below(6)];
  const char* types[] = {"", "", "", "person", "place", "no"};
  query.type = types[below(6)];
  const char* contexts[] = {"", "In 1141 at Qatwan", "Sultan, Bukhara 1207",
                            "\xFF\xFE", "Mahmud II and Sanjar Malik"};
  query.context = contexts[below(5)];
  return query;
}

void check(const Query& query, const Resolution& found) {
  double sum = 0;
  double last = 1;
  std::set<uint32_t> entities;
  for (const Candidate& one : found.candidates) {
    EXPECT_TRUE(entities.insert(one.entity).second);
    EXPECT_GT(one.probability, 0);
    EXPECT_LE(one.probability, last);
    last = one.probability;
    sum += one.probability;
    EXPECT_EQ(lexicon().sense(one.sense).entity, one.entity);
    EXPECT_FALSE(one.features.empty());
    for (const Feature& feature : one.features) {
      EXPECT_FALSE(feature.id.empty());
      EXPECT_FALSE(feature.words.empty()) << feature.id;
    }
    if (!query.type.empty()) {
      EXPECT_EQ(lexicon().entity(one.entity).type, query.type);
    }
    EXPECT_TRUE(
        resolve::fits_years(lexicon(), one.entity, query.year, query.written));
  }
  EXPECT_LT(sum, 1);
  if (found.candidates.empty()) {
    EXPECT_EQ(found.decision, Decision::kNone);
  }
  if (found.decision == Decision::kMatch) {
    EXPECT_GE(found.candidates[0].probability, kDecide);
  }
}

TEST(ResolvePropertiesTest, AnswersAreInOrderAndFitTheQuestion) {
  std::mt19937 random(1137);
  for (int round = 0; round < 2000; ++round) {
    const Query query = random_query(&random);
    const Resolution found = resolve_name(lexicon(), query);
    check(query, found);
    if (query.type.empty() && !query.year && !query.written) {
      EXPECT_FALSE(found.candidates.empty() &&
                   lexicon().find_entity(query.name).has_value());
    }
    if (HasFailure()) return;
  }
}

TEST(ResolvePropertiesTest, TheSameQuestionHasTheSameAnswer) {
  std::mt19937 random(1163);
  for (int round = 0; round < 300; ++round) {
    const Query query = random_query(&random);
    const Resolution first = resolve_name(lexicon(), query);
    const Resolution second = resolve_name(lexicon(), query);
    ASSERT_EQ(first.candidates.size(), second.candidates.size());
    for (size_t i = 0; i < first.candidates.size(); ++i) {
      EXPECT_EQ(first.candidates[i].entity, second.candidates[i].entity);
      EXPECT_EQ(first.candidates[i].probability,
                second.candidates[i].probability);
    }
  }
}

TEST(ResolvePropertiesTest, ADecisionNeedsTheProbabilityAskedFor) {
  Query query;
  query.name = "Sanjar";
  query.year = 1141;
  const double best = resolve_name(lexicon(), query).candidates[0].probability;
  EXPECT_EQ(resolve_name(lexicon(), query, best).decision, Decision::kMatch);
  EXPECT_EQ(resolve_name(lexicon(), query, best + 1e-9).decision,
            Decision::kAmbiguous);
  EXPECT_EQ(resolve_name(lexicon(), query, 0).decision, Decision::kMatch);
}

TEST(ResolvePropertiesTest, YearsAtTheEndsOfNumbersAreYears) {
  for (int32_t year : {INT32_MIN, INT32_MIN + 1, -1, 0, INT32_MAX}) {
    Query query;
    query.name = "Sanjar";
    query.year = year;
    EXPECT_EQ(resolve_name(lexicon(), query).decision, Decision::kNone);
    query.name = "China";  // without years
    EXPECT_EQ(resolve_name(lexicon(), query).decision, Decision::kMatch);
    query.year.reset();
    query.written = year;
    EXPECT_EQ(resolve_name(lexicon(), query).decision, Decision::kMatch);
  }
}

TEST(ResolvePropertiesTest, SignsAloneAreNoName) {
  for (const char* name : {"", " ", "...", "\xFF"}) {
    Query query;
    query.name = name;
    EXPECT_TRUE(
        resolve_name(tests::shipped_lexicon(), query).candidates.empty())
        << name;
  }
}

TEST(ResolvePropertiesTest, AnyBytesAreAQuestion) {
  std::mt19937 random(1203);
  for (int round = 0; round < 2000; ++round) {
    Query query;
    for (std::string* text : {&query.name, &query.context, &query.lang}) {
      const size_t size = random() % 30;
      for (size_t i = 0; i < size; ++i) {
        *text += static_cast<char>(random() % 256);
      }
    }
    check(query, resolve_name(lexicon(), query));
  }
}

}  // namespace
}  // namespace khitai
