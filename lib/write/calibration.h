// SPDX-License-Identifier: Apache-2.0
//
// How far probabilities that were said can be trusted: expected calibration
// error over bins of equal mass. Pure functions of what is put in.

#ifndef KHITAI_WRITE_CALIBRATION_H_
#define KHITAI_WRITE_CALIBRATION_H_

#include <cstddef>
#include <utility>
#include <vector>

namespace khitai::write {

inline constexpr size_t kBins = 10;

// The probability said of the best candidate, and whether it is right.
using Told = std::vector<std::pair<double, bool>>;

// Means over the answers of a bin.
struct Bin {
  double said = 0;
  double right = 0;
  size_t count = 0;
};

// Bins of equal mass, least probability first; fewer answers than kBins give
// as many bins. Answers of the same probability are taken to be equally right,
// so that it does not matter which of them fall into which bin. O(n log n).
std::vector<Bin> bins_of(Told told);

// Expected calibration error over these bins; 0 for no answers.
double calibration_error(const Told& told);

}  // namespace khitai::write

#endif  // KHITAI_WRITE_CALIBRATION_H_
