// SPDX-License-Identifier: Apache-2.0
//
// Units of a text, by the widest instructions there are; and match keys.

#include "base/processor.h"
#include "fold/fold.h"
#include "fold/units_sink.h"
#include "fold/wide.h"

namespace khitai::fold {

void append_units(std::string_view text, Units* units) {
  UnitsSink sink(text, units);
  Scanner<UnitsSink> scanner(text, &sink);
#ifdef KHITAI_WIDE
  if (text.size() >= kLeastWide) {
    switch (base::instructions()) {
      case base::Instructions::kAvx512:
        return scan_avx512(text, &scanner, &sink);
      case base::Instructions::kAvx2:
        return scan_avx2(text, &scanner, &sink);
      case base::Instructions::kPortable:
        break;
    }
  }
#endif
  scanner.run();
}

std::string match_key(std::string_view form) {
  Units units;
  append_units(form, &units);
  std::string key;
  for (const Unit& unit : units.units) {
    if (!key.empty()) {
      const Gap gap = unit.gap == Gap::kBarrier ? Gap::kMark : unit.gap;
      if (gap != Gap::kNone) key.push_back(gap_byte(gap));
    }
    key.append(units.key_of(unit));
  }
  return key;
}

}  // namespace khitai::fold
