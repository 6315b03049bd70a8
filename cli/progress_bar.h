// SPDX-License-Identifier: Apache-2.0
//
// How far compiling is, for someone who watches: one line of a terminal that
// is gone in the end.

#ifndef KHITAI_CLI_PROGRESS_BAR_H_
#define KHITAI_CLI_PROGRESS_BAR_H_

#include <chrono>
#include <string>

#include "compile/phases.h"

namespace khitai::cli {

// "[#####-----]  4 of 8: rows and texts", at most `columns` wide.
std::string bar_line(const compile::StepProgress& progress, size_t columns);

class ProgressBar {
 public:
  // Shown if wanted, on standard error, where that is a terminal.
  explicit ProgressBar(bool wanted);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void tell(const compile::StepProgress& progress);

 private:
  bool shown_;
  bool told_ = false;
  size_t step_ = 0;
  std::chrono::steady_clock::time_point begun_, last_;
};

}  // namespace khitai::cli

#endif  // KHITAI_CLI_PROGRESS_BAR_H_
