// SPDX-License-Identifier: Apache-2.0

#include "romanize/elsewhere.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "romanize/keys.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using romanize::Tables;

const Tables& all_tables() { return tests::shipped_lexicon().conventions(); }

TEST(ElsewhereTest, WiderReadings) {
  for (const tests::Case& row : tests::read_cases("elsewhere.tsv")) {
    const romanize::Spelling spelling =
        romanize::spell(all_tables(), row["form"], "zh");
    const auto& all = spelling.wider;
    const bool has =
        std::find(all.begin(), all.end(), row["reading"]) != all.end();
    std::string list;
    for (const std::string& one : all) list += one + " ";
    SCOPED_TRACE(list);
    expect_row(row, row["has"], has ? "yes" : "no");
  }
}

TEST(ElsewhereTest, ForeignReadingsAreNoKeys) {
  for (const tests::Case& row : tests::read_cases("elsewhere.tsv")) {
    for (const std::string& key :
         romanize::l2_keys(all_tables(), row["form"], "zh")) {
      EXPECT_NE(key[0], 'w') << row.where;
    }
    for (const auto& one : romanize::l3_keys(all_tables(), row["form"], "zh")) {
      EXPECT_EQ(one.family, 'z') << row.where;
    }
  }
}

TEST(ElsewhereTest, WhatHasNoReadingGivesNothing) {
  EXPECT_EQ(romanize::read_elsewhere(all_tables(), "tang", "x"), "");
  EXPECT_EQ(romanize::read_elsewhere(all_tables(), "nonsense", "x"), "");
  EXPECT_EQ(romanize::read_elsewhere(all_tables(), "korean", ""), "");
  EXPECT_EQ(romanize::read_elsewhere(all_tables(), "vietnamese", "\xFF"), "");
}

}  // namespace
}  // namespace khitai
