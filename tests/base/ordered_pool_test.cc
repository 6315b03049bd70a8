// SPDX-License-Identifier: Apache-2.0

#include "base/ordered_pool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

namespace khitai::base {
namespace {

// Numbers below `count`.
class Numbers {
 public:
  explicit Numbers(int count) : count_(count) {}
  auto produce() {
    return [this]() -> std::optional<int> {
      if (next_ == count_) return std::nullopt;
      return next_++;
    };
  }
  int given() const { return next_; }

 private:
  int next_ = 0;
  int count_;
};

// Items that take longer and shorter.
int slow_square(int number) {
  std::this_thread::sleep_for(std::chrono::microseconds(number * 37 % 200));
  return number * number;
}

TEST(OrderedPoolTest, ResultsComeInOrderWhateverTheJobs) {
  for (const unsigned jobs : {0u, 1u, 2u, 3u, 16u}) {
    Numbers numbers(300);
    int expected = 0;
    run_in_order(jobs, numbers.produce(), slow_square, [&](int square) {
      EXPECT_EQ(square, expected * expected);
      ++expected;
      return true;
    });
    EXPECT_EQ(expected, 300) << jobs;
  }
}

TEST(OrderedPoolTest, NoItemsNoResults) {
  for (const unsigned jobs : {1u, 4u}) {
    Numbers numbers(0);
    run_in_order(jobs, numbers.produce(), slow_square, [](int) {
      ADD_FAILURE();
      return true;
    });
  }
}

TEST(OrderedPoolTest, EndsWhenAResultIsNotTaken) {
  for (const unsigned jobs : {1u, 2u, 8u}) {
    Numbers numbers(100000);
    int taken = 0;
    run_in_order(jobs, numbers.produce(), slow_square,
                 [&](int) { return ++taken < 10; });
    EXPECT_EQ(taken, 10);
    EXPECT_LE(numbers.given(), 10 + 2 * static_cast<int>(jobs));
  }
}

TEST(OrderedPoolTest, FewItemsAreUnderWayAtATime) {
  constexpr unsigned kJobs = 4;
  Numbers numbers(500);
  std::atomic<int> open = 0;
  std::atomic<int> most = 0;
  const auto produce = [&, from = numbers.produce()]() {
    const int now = ++open;
    most = std::max(most.load(), now);
    return from();
  };
  run_in_order(kJobs, produce, slow_square, [&](int) {
    --open;
    return true;
  });
  EXPECT_LE(most, static_cast<int>(2 * kJobs + 1));
}

TEST(OrderedPoolTest, SomeJobsAreDoneEvenWhenNoneAreAskedFor) {
  EXPECT_GE(job_count(0), 1u);
  EXPECT_EQ(job_count(7), 7u);
}

}  // namespace
}  // namespace khitai::base
