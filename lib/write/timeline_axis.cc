// SPDX-License-Identifier: Apache-2.0

#include "write/timeline_axis.h"

#include <algorithm>

namespace khitai::write {

std::string axis_words(int64_t year) {
  return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BCE";
}

void YearAxis::take(int64_t year) {
  first_ = any_ ? std::min(first_, year) : year;
  last_ = any_ ? std::max(last_, year) : year;
  any_ = true;
}

// The smallest of 2, 5, 10, 20, ... years that makes few enough parts.
void YearAxis::settle() {
  const int64_t span = std::max<int64_t>(last_ - first_, 20);
  step_ = 0;
  for (int64_t power = 1; step_ == 0; power *= 10) {
    for (const int64_t factor : {2, 5, 10}) {
      if (step_ == 0 && span / (factor * power) <= 12) step_ = factor * power;
    }
  }
  first_ = floor(first_);
  last_ = std::max(floor(last_ + step_ - 1), first_ + step_);
}

double YearAxis::x(int64_t year) const {
  const int64_t span = std::max<int64_t>(last_ - first_, 1);
  return left_ + width_ * static_cast<double>(year - first_) /
                     static_cast<double>(span);
}

std::vector<int64_t> YearAxis::ticks() const {
  std::vector<int64_t> all;
  for (int64_t year = first_; year <= last_; year += step_) {
    all.push_back(year);
  }
  return all;
}

int64_t YearAxis::floor(int64_t year) const {
  const int64_t rest = ((year % step_) + step_) % step_;
  return year - rest;
}

}  // namespace khitai::write
