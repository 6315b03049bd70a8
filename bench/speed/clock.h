// SPDX-License-Identifier: Apache-2.0
//
// The clock that all is measured by.

#ifndef KHITAI_BENCH_SPEED_CLOCK_H_
#define KHITAI_BENCH_SPEED_CLOCK_H_

#include <ctime>

namespace khitai::bench {

// Processor time of this thread: what others do on the machine is not in it.
inline double thread_seconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) +
         static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace khitai::bench

#endif  // KHITAI_BENCH_SPEED_CLOCK_H_
