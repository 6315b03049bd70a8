// SPDX-License-Identifier: Apache-2.0
//
// Memory that was given back piece by piece, back to the system.

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

}  // namespace khitai::base

#endif  // KHITAI_BASE_MEMORY_H_
