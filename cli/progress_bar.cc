// SPDX-License-Identifier: Apache-2.0

#include "cli/progress_bar.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace khitai::cli {
namespace {

constexpr size_t kBar = 24;  // signs
constexpr size_t kColumns = 80;
constexpr std::chrono::milliseconds kPatience(500);  // before it is shown
constexpr std::chrono::milliseconds kPause(200);

size_t terminal_columns() {
  winsize size = {};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0;
  return known && size.ws_col > 0 ? size.ws_col : kColumns;
}

}  // namespace

std::string bar_line(const compile::StepProgress& progress, size_t columns) {
  const size_t steps = std::size(compile::kSteps);
  const size_t all = std::max<size_t>(progress.all, 1);
  const size_t done = std::min(progress.done, all);
  const size_t filled = kBar * (progress.step * all + done) / (steps * all);
  std::string line =
      "[" + std::string(filled, '#') + std::string(kBar - filled, '-') + "]  " +
      std::to_string(progress.step + 1) + " of " + std::to_string(steps) +
      ": " + compile::kSteps[progress.step];
  if (progress.all > 0) {
    line += ", " + std::to_string(100 * done / all) + " %";
  }
  // What fills the last column would begin a new line.
  if (line.size() >= columns) line.resize(columns > 0 ? columns - 1 : 0);
  return line;
}

ProgressBar::ProgressBar(bool wanted)
    : shown_(wanted && isatty(STDERR_FILENO) == 1),
      begun_(std::chrono::steady_clock::now()) {}

ProgressBar::~ProgressBar() {
  if (told_) std::fprintf(stderr, "\r\033[K");
}

void ProgressBar::tell(const compile::StepProgress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now - begun_ < kPatience) return;
  if (told_ && progress.step == step_ && now - last_ < kPause) return;
  last_ = now;
  step_ = progress.step;
  told_ = true;
  std::fprintf(stderr, "\r%s\033[K",
               bar_line(progress, terminal_columns()).c_str());
  std::fflush(stderr);
}

}  // namespace khitai::cli
