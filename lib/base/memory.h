// SPDX-License-Identifier: Apache-2.0
//
// Memory that was given back piece by piece: back to the system, or not.

#ifndef KHITAI_BASE_MEMORY_H_
#define KHITAI_BASE_MEMORY_H_

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace khitai::base {

// After much was let go of, before something large is made. Some
// milliseconds; nothing where the C library has no such call.
inline void trim_memory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

// Before much of the same sizes is made and let go of again and again: up to
// 256 MiB that are let go of stay with the process, which would clear every
// page of it anew. For the whole of the process; likewise.
inline void keep_memory() {
#ifdef __GLIBC__
  constexpr int kMost = 1 << 28;
  mallopt(M_TRIM_THRESHOLD, kMost);
  mallopt(M_MMAP_THRESHOLD, kMost / 8);  // 32 MiB, the most it takes
#endif
}

}  // namespace khitai::base

#endif  // KHITAI_BASE_MEMORY_H_
