// SPDX-License-Identifier: Apache-2.0
//
// Years on a line of a picture, with a step that is easy to read: at most
// fifteen of them. Constant time but for the ticks; a value.

#ifndef KHITAI_WRITE_TIMELINE_AXIS_H_
#define KHITAI_WRITE_TIMELINE_AXIS_H_

#include <cstdint>
#include <string>
#include <vector>

namespace khitai::write {

// "1141", "321 BCE"
std::string axis_words(int64_t year);

class YearAxis {
 public:
  // Where the line begins and how long it is, in pixels.
  YearAxis(double left, double width) : left_(left), width_(width) {}

  // First every year that must be on it, then settle(), then the rest.
  // REQUIRES: the year fits into 32 bits.
  void take(int64_t year);
  void settle();

  bool any() const { return any_; }
  double x(int64_t year) const;
  double left() const { return left_; }
  double right() const { return left_ + width_; }
  std::vector<int64_t> ticks() const;

 private:
  int64_t floor(int64_t year) const;

  double left_, width_;
  int64_t first_ = 0;
  int64_t last_ = 0;
  int64_t step_ = 1;
  bool any_ = false;
};

}  // namespace khitai::write

#endif  // KHITAI_WRITE_TIMELINE_AXIS_H_
