// SPDX-License-Identifier: Apache-2.0
//
// Names and what they resolve to, as a table.

#include "support/cases.h"

#include <gtest/gtest.h>

#include <string>

#include "khitai/resolve.h"
#include "support/expect_row.h"
#include "support/options.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::Case;

TEST(ResolveTest, ANameResolvesToTheEntityOfItsRow) {
  for (const Case& row : tests::read_cases("resolve_cases.tsv")) {
    const Lexicon& lexicon = tests::lexicon_named(row["lexicon"]);
    const Resolution found =
        resolve_name(lexicon, tests::query_of(row["name"], row["options"]));
    const uint32_t first =
        found.decision == Decision::kNone ? kNoRow : found.candidates[0].entity;
    std::string decision(decision_word(found.decision));
    std::string entity = tests::id_of(lexicon, first);
    if (row["decision"] == "*" && first != kNoRow) decision = "*";
    if (row["entity"] == "*" && first != kNoRow) entity = "*";
    expect_row(row, row["decision"] + " " + row["entity"],
               decision + " " + entity);
  }
}

// Old and foreign readings of characters propose and decide nothing.
TEST(ResolveTest, WhatIsReadAcrossScriptsIsProposedOnly) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  for (const Case& row : tests::read_cases("resolve_across.tsv")) {
    Query query;
    query.name = row["name"];
    const Resolution found = resolve_name(lexicon, query);
    EXPECT_NE(found.decision, Decision::kMatch) << row.where;
    const bool none = row["first"] == "-";
    const bool any = !found.candidates.empty() &&
                     (!none || found.decision != Decision::kNone);
    if (row["first"] == "*") continue;
    expect_row(row, row["first"],
               any ? tests::id_of(lexicon, found.candidates[0].entity) : "-");
  }
}

// Dashi (stone) and Dashi (Arabs) are read alike and stay apart.
TEST(ResolveTest, HomophonesInCharactersStayApart) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  const std::string stone = "\xE5\xA4\xA7\xE7\x9F\xB3";
  const std::string arabs = "\xE5\xA4\xA7\xE9\xA3\x9F";
  for (const auto& [asked, other] :
       {std::pair(stone, arabs), std::pair(arabs, stone)}) {
    Query query;
    query.name = asked;
    const Resolution found = resolve_name(lexicon, query);
    ASSERT_FALSE(found.candidates.empty()) << asked;
    EXPECT_EQ(lexicon.form(found.candidates[0].form).text, asked) << other;
  }
}

}  // namespace
}  // namespace khitai
