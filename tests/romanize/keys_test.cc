// SPDX-License-Identifier: Apache-2.0
//
// L2 and L3 keys of names of this world, and at which level pairs meet.

#include "romanize/keys.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai::tests {
namespace {

const romanize::Tables& key_tables() { return shipped_lexicon().conventions(); }

std::string joined(const std::vector<std::string>& keys) {
  std::string out;
  for (const std::string& key : keys) {
    out += (out.empty() ? "" : " | ") + key;
  }
  return out;
}

TEST(KeysTest, OfNamesOfThisWorld) {
  for (const Case& row : read_cases("keys_vectors.tsv")) {
    const std::string l2 =
        joined(romanize::l2_keys(key_tables(), row["form"], row["lang"]));
    std::vector<std::string> shown;
    for (const auto& one :
         romanize::l3_keys(key_tables(), row["form"], row["lang"])) {
      shown.push_back(romanize::shown(one));
    }
    const std::string l3 = joined(shown);
    expect_row(row, row["l2"] + "   " + row["l3"], l2 + "   " + l3);
  }
}

TEST(KeysTest, PairsMeetWhereTheyShould) {
  for (const Case& row : read_cases("keys_pairs.tsv")) {
    const int level = romanize::meet(key_tables(), row["a"], row["lang_a"],
                                     row["b"], row["lang_b"]);
    const int back = romanize::meet(key_tables(), row["b"], row["lang_b"],
                                    row["a"], row["lang_a"]);
    EXPECT_EQ(level, back) << row.where;
    expect_row(row, row["level"], std::to_string(level));
  }
}

TEST(KeysTest, WhatElseASpellingIsSoughtBy) {
  for (const Case& row : read_cases("keys_wider.tsv")) {
    const auto wider =
        romanize::spell(key_tables(), row["form"], row["lang"]).wider;
    const std::string reading = row["wider"].substr(1);
    const bool is_there =
        std::find(wider.begin(), wider.end(), reading) != wider.end();
    expect_row(row, row["wider"], (is_there ? "+" : "-") + reading);
    EXPECT_EQ(is_there, row["wider"][0] == '+')
        << row.where << ": has " << joined(wider);
  }
}

}  // namespace
}  // namespace khitai::tests
