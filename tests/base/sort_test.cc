// SPDX-License-Identifier: Apache-2.0

#include "base/sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace khitai::base {
namespace {

std::vector<uint32_t> numbers(size_t count, uint32_t most) {
  std::mt19937 random(static_cast<uint32_t>(count));
  std::uniform_int_distribution<uint32_t> any(0, most);
  std::vector<uint32_t> all(count);
  for (uint32_t& one : all) one = any(random);
  return all;
}

TEST(SortTest, SortsAsOneThreadDoes) {
  for (const size_t count :
       {size_t{0}, size_t{1}, size_t{1000}, kSortedByOne - 1, kSortedByOne,
        3 * kSortedByOne + 7}) {
    for (const uint32_t most : {0u, 9u, UINT32_MAX}) {
      std::vector<uint32_t> expected = numbers(count, most);
      const std::vector<uint32_t> given = expected;
      std::sort(expected.begin(), expected.end());
      for (const unsigned jobs : {0u, 1u, 2u, 3u, 5u, 8u}) {
        std::vector<uint32_t> sorted = given;
        sort(jobs, sorted.begin(), sorted.end());
        ASSERT_EQ(sorted, expected) << count << " numbers, " << jobs;
      }
    }
  }
}

TEST(SortTest, GoesByTheOrderItIsGiven) {
  std::vector<uint32_t> sorted = numbers(2 * kSortedByOne, 1000);
  sort(3, sorted.begin(), sorted.end(),
       [](uint32_t a, uint32_t b) { return a > b; });
  EXPECT_TRUE(std::is_sorted(sorted.rbegin(), sorted.rend()));
}

TEST(RunBlocksTest, VisitsEachNumberOnce) {
  for (const size_t count : {size_t{0}, size_t{1}, size_t{10}, size_t{101}}) {
    std::vector<int> visits(count);
    run_blocks(3, count, 10, [&](size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i) ++visits[i];
    });
    EXPECT_EQ(visits, std::vector<int>(count, 1));
  }
}

}  // namespace
}  // namespace khitai::base
