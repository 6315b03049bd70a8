// SPDX-License-Identifier: Apache-2.0
//
// For the files that use wide registers (*_avx2.cc, *_avx512.cc). They are
// compiled like all others; each function says by KHITAI_AVX2 or KHITAI_AVX512
// what it needs, and is called only where the processor has it (processor.h).
// So no code common to all can end up with instructions that some lack.

#ifndef KHITAI_BASE_WIDE_H_
#define KHITAI_BASE_WIDE_H_

#if defined(__x86_64__) && defined(__GNUC__)
#define KHITAI_WIDE 1
#include <immintrin.h>
#define KHITAI_AVX2 [[gnu::target("avx2,bmi,bmi2,popcnt")]]
#define KHITAI_AVX512                                            \
  [[gnu::target(                                                 \
      "avx2,bmi,bmi2,popcnt,avx512f,avx512bw,avx512dq,avx512vl," \
      "avx512vbmi,avx512vbmi2")]]
#endif

#endif  // KHITAI_BASE_WIDE_H_
