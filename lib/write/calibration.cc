// SPDX-License-Identifier: Apache-2.0

#include "write/calibration.h"

#include <algorithm>
#include <cmath>

namespace khitai::write {
namespace {

// How right each answer is: the share of right ones among all of the same
// probability. REQUIRES: sorted.
std::vector<double> rights_of(const Told& told) {
  std::vector<double> rights(told.size());
  for (size_t begin = 0; begin < told.size();) {
    size_t end = begin;
    double right = 0;
    while (end < told.size() && told[end].first == told[begin].first) {
      right += told[end++].second ? 1 : 0;
    }
    std::fill(rights.begin() + static_cast<ptrdiff_t>(begin),
              rights.begin() + static_cast<ptrdiff_t>(end),
              right / static_cast<double>(end - begin));
    begin = end;
  }
  return rights;
}

}  // namespace

std::vector<Bin> bins_of(Told told) {
  std::sort(told.begin(), told.end());
  const std::vector<double> rights = rights_of(told);
  std::vector<Bin> bins;
  for (size_t bin = 0; bin < kBins; ++bin) {
    const size_t begin = told.size() * bin / kBins;
    const size_t end = told.size() * (bin + 1) / kBins;
    if (begin == end) continue;
    Bin one;
    one.count = end - begin;
    for (size_t i = begin; i < end; ++i) {
      one.said += told[i].first;
      one.right += rights[i];
    }
    one.said /= static_cast<double>(one.count);
    one.right /= static_cast<double>(one.count);
    bins.push_back(one);
  }
  return bins;
}

double calibration_error(const Told& told) {
  double error = 0;
  for (const Bin& bin : bins_of(told)) {
    error += std::abs(bin.said - bin.right) * static_cast<double>(bin.count);
  }
  return told.empty() ? 0 : error / static_cast<double>(told.size());
}

}  // namespace khitai::write
