// SPDX-License-Identifier: Apache-2.0
//
// Sorting on several threads: runs of equal length are sorted side by side,
// then merged two by two. What comes out does not depend on the number of
// threads where equal things cannot be told apart; not stable.

#ifndef KHITAI_BASE_SORT_H_
#define KHITAI_BASE_SORT_H_

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "base/ordered_pool.h"

namespace khitai::base {

inline constexpr size_t kSortedByOne = size_t{1} << 15;  // no threads below

template <typename Iterator, typename Before>
void sort(unsigned jobs, Iterator begin, Iterator end, const Before& before) {
  const auto size = static_cast<size_t>(end - begin);
  if (size < kSortedByOne || job_count(jobs) == 1) {
    std::sort(begin, end, before);
    return;
  }
  size_t runs = 1;
  while (runs < job_count(jobs)) runs *= 2;
  const auto at = [&](size_t run, size_t of) {
    return begin + static_cast<std::ptrdiff_t>(size * run / of);
  };
  run_each(jobs, runs, [&](size_t run) {
    std::sort(at(run, runs), at(run + 1, runs), before);
  });
  for (; runs > 1; runs /= 2) {
    run_each(jobs, runs / 2, [&](size_t pair) {
      std::inplace_merge(at(2 * pair, runs), at(2 * pair + 1, runs),
                         at(2 * pair + 2, runs), before);
    });
  }
}

template <typename Iterator>
void sort(unsigned jobs, Iterator begin, Iterator end) {
  using Value = typename std::iterator_traits<Iterator>::value_type;
  sort(jobs, begin, end, [](const Value& a, const Value& b) { return a < b; });
}

}  // namespace khitai::base

#endif  // KHITAI_BASE_SORT_H_
