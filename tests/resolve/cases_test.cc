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

}  // namespace
}  // namespace khitai
