// SPDX-License-Identifier: Apache-2.0
//
// Numbers by chance with a seed that says which: splitmix64 (Sebastiano Vigna,
// public domain). The same on every machine, as the standard library's
// distributions are not. Not thread-safe.

#ifndef KHITAI_BENCH_SPEED_CHANCE_H_
#define KHITAI_BENCH_SPEED_CHANCE_H_

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace khitai::bench {

class Chance {
 public:
  explicit Chance(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    state_ += 0x9E3779B97F4A7C15u;
    uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
  }
  // Below `count`. REQUIRES: count > 0.
  size_t below(size_t count) { return next() % count; }
  // Of [least, most].
  size_t between(size_t least, size_t most) {
    return least + below(most - least + 1);
  }
  // Of [0, 1).
  double part() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  bool happens(double share) { return part() < share; }
  // REQUIRES: !of.empty().
  template <typename T>
  const T& pick(const std::vector<T>& of) {
    return of[below(of.size())];
  }

 private:
  uint64_t state_;
};

// Ranks from 0, the frequent ones first: rank r as often as 1 / (r + 2.7)^s,
// which is how words of a text are spread (Zipf, Mandelbrot).
class Ranks {
 public:
  Ranks(size_t count, double s) {
    double sum = 0;
    for (size_t rank = 0; rank < count; ++rank) {
      sum += std::pow(static_cast<double>(rank) + 2.7, -s);
      up_to_.push_back(sum);
    }
  }
  // REQUIRES: made for more than no rank. O(log count).
  size_t pick(Chance* chance) const {
    const double at = chance->part() * up_to_.back();
    const auto found = std::upper_bound(up_to_.begin(), up_to_.end(), at);
    const auto rank = static_cast<size_t>(found - up_to_.begin());
    return std::min(rank, up_to_.size() - 1);
  }

 private:
  std::vector<double> up_to_;
};

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_CHANCE_H_
