// SPDX-License-Identifier: Apache-2.0
//
// How long each step of compiling took, for whoever wonders where the time
// goes. Wall clock. Not thread-safe.

#ifndef KHITAI_COMPILE_PHASES_H_
#define KHITAI_COMPILE_PHASES_H_

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace khitai::compile {

struct Phase {
  std::string name;
  double seconds = 0;
};

class Phases {
 public:
  // The step that began at the end of the last one is done.
  void end(const char* name) {
    const auto now = std::chrono::steady_clock::now();
    list_.push_back({name, std::chrono::duration<double>(now - last_).count()});
    last_ = now;
  }
  std::vector<Phase> take() { return std::move(list_); }

 private:
  std::chrono::steady_clock::time_point last_ =
      std::chrono::steady_clock::now();
  std::vector<Phase> list_;
};

}  // namespace khitai::compile

#endif  // KHITAI_COMPILE_PHASES_H_
