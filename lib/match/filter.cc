// SPDX-License-Identifier: Apache-2.0

#include "base/processor.h"
#include "match/filter_wide.h"
#include "match/section.h"

namespace khitai::match {

uint64_t Filter::may_have_each(const uint64_t* hashes, uint32_t count) const {
#ifdef KHITAI_WIDE
  switch (base::instructions()) {
    case base::Instructions::kAvx512:
      return may_have_each_avx512(*this, hashes, count);
    case base::Instructions::kAvx2:
      return may_have_each_avx2(*this, hashes, count);
    case base::Instructions::kPortable:
      break;
  }
#endif
  uint64_t found = 0;
  for (uint32_t i = 0; i < count; ++i) {
    found |= uint64_t{may_have(hashes[i])} << i;
  }
  return found;
}

uint64_t han_each(const uint64_t* hashes, uint32_t count) {
#ifdef KHITAI_WIDE
  switch (base::instructions()) {
    case base::Instructions::kAvx512:
      return han_each_avx512(hashes, count);
    case base::Instructions::kAvx2:
      return han_each_avx2(hashes, count);
    case base::Instructions::kPortable:
      break;
  }
#endif
  uint64_t found = 0;
  for (uint32_t i = 0; i < count; ++i) {
    found |= uint64_t{fold::is_han(hashes[i])} << i;
  }
  return found;
}

}  // namespace khitai::match
