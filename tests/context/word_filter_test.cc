// SPDX-License-Identifier: Apache-2.0

#include "context/word_filter.h"

#include <gtest/gtest.h>

#include <string>

namespace khitai::tests {
namespace {

using context::WordFilter;

TEST(WordFilterTest, HasWhatWasFiled) {
  WordFilter filter;
  for (int i = 0; i < 300; ++i) filter.file("word" + std::to_string(i));
  for (const std::string word : {"a", "in", "\xE5\xB9\xB4", "century",
                                 "\xD8\xA7\xD9\x84\xD9\x82\xD8\xB1\xD9\x86"}) {
    filter.file(word);
    EXPECT_TRUE(filter.may_have(word)) << word;
  }
  for (int i = 0; i < 300; ++i) {
    EXPECT_TRUE(filter.may_have("word" + std::to_string(i))) << i;
  }
}

TEST(WordFilterTest, HasWhatGoesOnFromAnOpenWord) {
  WordFilter filter;
  for (const std::string word : {"a", "cen", "hundred", "thousandfold"}) {
    filter.file(word, true);
    for (const std::string more : {"", "s", "tury", " and more than that"}) {
      EXPECT_TRUE(filter.may_have(word + more)) << word + more;
    }
  }
}

TEST(WordFilterTest, LeavesOutNearlyAllOthers) {
  WordFilter filter;
  filter.file("\xD8\xA7\xD9\x84\xD9\x82\xD8\xB1\xD9\x86");  // al-qarn
  for (int i = 0; i < 100; ++i) filter.file("word" + std::to_string(i));
  filter.file("cent", true);
  int passed = 0;
  for (int i = 0; i < 5000; ++i) {
    passed += filter.may_have("other" + std::to_string(i));
    passed += filter.may_have("\xD8\xA7\xD9\x84" + std::to_string(i));
    passed += filter.may_have("cen" + std::to_string(i));
  }
  EXPECT_LT(passed, 600);
  EXPECT_FALSE(filter.may_have("cen"));
  EXPECT_FALSE(filter.may_have(""));
}

}  // namespace
}  // namespace khitai::tests
