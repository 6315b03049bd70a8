// SPDX-License-Identifier: Apache-2.0
//
// The fast matcher against the naive one: on all short texts of a small
// alphabet, and on texts by chance.

#include <gtest/gtest.h>

#include <string>
#include <unordered_set>
#include <vector>

#include "match/naive_matcher.h"
#include "match/random_text.h"
#include "support/sanitized.h"

namespace khitai::match {
namespace {

using Strings = std::vector<std::string>;

const Strings kAlphabet = {"a", "b", " ", "'", "\n", ",", "\u897f", "\u907c"};

// All rows of at most `length` symbols of the alphabet.
Strings all_texts(int length) {
  Strings all = {""};
  for (size_t begin = 0; length > 0; --length) {
    const size_t end = all.size();
    for (; begin < end; ++begin) {
      for (const std::string& symbol : kAlphabet) {
        all.push_back(all[begin] + symbol);
      }
    }
  }
  return all;
}

Strings keys_of(const Strings& forms) {
  std::unordered_set<std::string> seen;
  Strings keys;
  for (const std::string& form : forms) {
    const std::string key = fold::match_key(form);
    if (!key.empty() && seen.insert(key).second) keys.push_back(key);
  }
  return keys;
}

void expect_same(Comparison* comparison, const std::string& text) {
  const std::string difference = comparison->difference(text);
  ASSERT_EQ(difference, "") << "in the text \"" << text << "\"";
}

TEST(OracleTest, AgreesOnAllShortTextsWithAllShortNames) {
  const Strings keys = keys_of(all_texts(4));
  Comparison comparison(keys);
  for (const std::string& text : all_texts(6)) {
    ASSERT_NO_FATAL_FAILURE(expect_same(&comparison, text));
  }
  EXPECT_GT(comparison.found(), 100000u);
}

TEST(OracleTest, AgreesOnAllShortTextsWithSomeNames) {
  const Strings all = keys_of(all_texts(5));
  const Strings texts = all_texts(5);
  for (uint32_t seed = 1; seed <= 6; ++seed) {
    RandomText random(seed);
    Strings keys;
    for (const std::string& key : all) {
      if (random.below(4 * seed) == 0) keys.push_back(key);
    }
    Comparison comparison(keys);
    for (const std::string& text : texts) {
      ASSERT_NO_FATAL_FAILURE(expect_same(&comparison, text));
    }
    EXPECT_GT(comparison.found(), 1000u);
  }
}

TEST(OracleTest, AgreesOnLongerTextsOfASmallAlphabet) {
  for (uint32_t seed = 1; seed <= (tests::kSanitized ? 75u : 300u); ++seed) {
    RandomText random(seed);
    Strings forms;
    for (int i = 0; i < 40; ++i) {
      forms.push_back(random.row_of(kAlphabet, 1 + random.below(16)));
    }
    const Strings keys = keys_of(forms);
    Comparison comparison(keys);
    for (int i = 0; i < 20; ++i) {
      std::string text = random.row_of(kAlphabet, 20);
      for (int j = 0; j < 4; ++j) {
        text += random.any_of(forms) + random.row_of(kAlphabet, 3);
      }
      ASSERT_NO_FATAL_FAILURE(expect_same(&comparison, text));
    }
  }
}

void agree_on_random_texts(size_t names, size_t size) {
  for (uint32_t seed = 1; seed <= 4; ++seed) {
    RandomText random(seed);
    const Strings keys = random.keys(names);
    Comparison comparison(keys);
    ASSERT_NO_FATAL_FAILURE(expect_same(&comparison, random.text(keys, size)));
    for (int i = 0; i < 500; ++i) {
      ASSERT_NO_FATAL_FAILURE(
          expect_same(&comparison, random.text(keys, random.below(100))));
    }
    EXPECT_GT(comparison.found(), size / 100);
  }
}

TEST(OracleTest, AgreesOnRandomTextsWithAThousandNames) {
  agree_on_random_texts(1000, 300000);
}

TEST(OracleTest, AgreesOnRandomTextsWithTwentyThousandNames) {
  agree_on_random_texts(20000, tests::kSanitized ? 60000 : 300000);
}

TEST(OracleTest, FindsEveryNameByItsKey) {
  RandomText random(7);
  const Strings keys = random.keys(20000);
  Builder builder;
  for (uint32_t i = 0; i < keys.size(); ++i) builder.add(keys[i], i);
  const std::string section = *builder.build();
  const Matcher matcher = *Matcher::open(section);
  for (uint32_t i = 0; i < keys.size(); ++i) {
    ASSERT_EQ(matcher.find(keys[i]), i) << keys[i];
  }
  const std::unordered_set<std::string> known(keys.begin(), keys.end());
  for (int i = 0; i < 20000; ++i) {
    const std::string key = fold::match_key(random.name());
    ASSERT_EQ(matcher.find(key).has_value(), known.count(key) == 1) << key;
  }
}

}  // namespace
}  // namespace khitai::match
