// SPDX-License-Identifier: Apache-2.0
//
// The steps of compiling: how long each took, for whoever wonders where the
// time goes, and how far the work is, for whoever waits. Wall clock. Not
// thread-safe.

#ifndef KHITAI_COMPILE_PHASES_H_
#define KHITAI_COMPILE_PHASES_H_

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace khitai::compile {

// In the order they are done.
inline constexpr const char* kSteps[] = {"reading tables",
                                         "laying over, sorting",
                                         "forms made by rule",
                                         "rows and texts",
                                         "matcher",
                                         "spellings",
                                         "indexes",
                                         "laying out"};

struct Phase {
  std::string name;
  double seconds = 0;
};

// `done` of `all` in the step at hand; `all` is 0 where nobody counts.
struct StepProgress {
  size_t step = 0;  // of kSteps
  size_t done = 0;
  size_t all = 0;
};
using Progress = std::function<void(const StepProgress&)>;

class Phases {
 public:
  explicit Phases(Progress progress = nullptr)
      : progress_(std::move(progress)) {
    tell({});
  }
  // The step at hand is done, the next one begins.
  void end() {
    const auto now = std::chrono::steady_clock::now();
    const size_t step = std::min(list_.size(), std::size(kSteps) - 1);
    list_.push_back(
        {kSteps[step], std::chrono::duration<double>(now - last_).count()});
    last_ = now;
    tell({list_.size(), 0, 0});
  }
  // So much of it is.
  void tell(size_t done, size_t all) const { tell({list_.size(), done, all}); }
  std::vector<Phase> take() { return std::move(list_); }

 private:
  void tell(const StepProgress& progress) const {
    if (progress_ && progress.step < std::size(kSteps)) progress_(progress);
  }

  Progress progress_;
  std::chrono::steady_clock::time_point last_ =
      std::chrono::steady_clock::now();
  std::vector<Phase> list_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_PHASES_H_
