// SPDX-License-Identifier: Apache-2.0
//
// Filter::may_have_each() and han_each() in wide registers.

#ifndef KHITAI_MATCH_FILTER_WIDE_H_
#define KHITAI_MATCH_FILTER_WIDE_H_

#include <cstdint>

#include "base/wide.h"
#include "match/section.h"

#ifdef KHITAI_WIDE
namespace khitai::match {

// REQUIRES: count is at most 64; hashes up to the next multiple of eight can
// be read.
uint64_t may_have_each_avx2(const Filter& filter, const uint64_t* hashes,
                            uint32_t count);
uint64_t may_have_each_avx512(const Filter& filter, const uint64_t* hashes,
                              uint32_t count);

// Which of the hashes are those of Han characters. REQUIRES: the same.
uint64_t han_each_avx2(const uint64_t* hashes, uint32_t count);
uint64_t han_each_avx512(const uint64_t* hashes, uint32_t count);

}  // namespace khitai::match
#endif  // KHITAI_WIDE

#endif  // KHITAI_MATCH_FILTER_WIDE_H_
