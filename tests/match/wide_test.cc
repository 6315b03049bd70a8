// SPDX-License-Identifier: Apache-2.0
//
// The matcher in wide registers: filters asked about many rows at once, and
// whole scans against the naive matcher. (What it is told of a text, wide and
// portable alike, is tests/fold/wide_test.cc.)

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/processor.h"
#include "match/naive_matcher.h"
#include "match/random_text.h"
#include "support/sanitized.h"

namespace khitai::match {
namespace {

using base::Instructions;

class WideMatchTest : public testing::TestWithParam<Instructions> {
 protected:
  void SetUp() override {
    if (base::use_instructions(GetParam()) != GetParam()) {
      GTEST_SKIP() << "this processor has no " << base::name_of(GetParam());
    }
  }
  void TearDown() override {
    base::use_instructions(base::widest_instructions());
  }
};

TEST_P(WideMatchTest, AFilterAnswersManyAsItAnswersOne) {
  RandomText random(7);
  const auto any_hash = [&] {
    return uint64_t{random.below(~0u)} << 32 | random.below(~0u);
  };
  for (const size_t words : {1, 3, 64, 1000}) {
    std::string bytes;
    for (size_t i = 0; i < words; ++i) {
      const uint64_t word = any_hash() & (any_hash() | any_hash());
      bytes.append(reinterpret_cast<const char*>(&word), 8);
    }
    const Filter filter(bytes);
    size_t found = 0;
    for (uint32_t count = 0; count <= 64; ++count) {
      std::vector<uint64_t> hashes(72);
      for (uint64_t& hash : hashes) hash = any_hash();
      const uint64_t each = filter.may_have_each(hashes.data(), count);
      const uint64_t han = han_each(hashes.data(), count);
      for (uint32_t i = 0; i < count; ++i) {
        ASSERT_EQ((han >> i & 1) != 0, fold::is_han(hashes[i]));
        ASSERT_EQ((each >> i & 1) != 0, filter.may_have(hashes[i]));
        found += each >> i & 1;
      }
      if (count < 64) {
        ASSERT_EQ((each | han) >> count, 0u);
      }
    }
    EXPECT_GT(found, 50u);
  }
}

TEST_P(WideMatchTest, AgreesOnLongTexts) {
  const uint32_t rounds = tests::kSanitized ? 8 : 60;
  for (uint32_t seed = 1; seed <= rounds; ++seed) {
    RandomText random(seed);
    const std::vector<std::string> keys = random.keys(50 + 40 * seed);
    Comparison comparison(keys);
    for (const size_t size : {300, 3000, 9000}) {
      const std::string text = random.text(keys, size);
      ASSERT_EQ(comparison.difference(text), "") << "seed " << seed;
    }
    EXPECT_GT(comparison.found(), 50u);
  }
}

// Pieces of 32 KB: names lie across their ends.
TEST_P(WideMatchTest, AgreesAcrossPieces) {
  RandomText random(3);
  const std::vector<std::string> keys = random.keys(2000);
  Comparison comparison(keys);
  const std::string text =
      random.text(keys, tests::kSanitized ? 70'000 : 300'000);
  ASSERT_EQ(comparison.difference(text), "");
}

INSTANTIATE_TEST_SUITE_P(All, WideMatchTest,
                         testing::Values(Instructions::kPortable,
                                         Instructions::kAvx2,
                                         Instructions::kAvx512),
                         [](const auto& each) {
                           return std::string(base::name_of(each.param));
                         });

}  // namespace
}  // namespace khitai::match
