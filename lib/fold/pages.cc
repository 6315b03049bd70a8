// SPDX-License-Identifier: Apache-2.0

#include "fold/pages.h"

#include <memory>

namespace khitai::fold {
namespace {

uint16_t han_entry(uint32_t code) {
  const uint32_t entry = entry_of(code);
  // No word goes on behind a colon of three bytes.
  if (class_of(entry) == Class::kMark || class_of(entry) == Class::kColon) {
    return HanTable::kMark;
  }
  const uint32_t to = folded(entry, code);
  const bool three = to >= 0x800 && to < 0x10000;
  return class_of(entry) == Class::kHan && three ? static_cast<uint16_t>(to)
                                                 : uint16_t{0};
}

}  // namespace

const HanTable& han_table() {
  static const std::unique_ptr<HanTable> table = [] {
    auto made = std::make_unique<HanTable>();
    for (uint32_t code = 0x800; code < 0x10000; ++code) {
      const bool surrogate = code >= 0xD800 && code < 0xE000;
      made->to[code] = surrogate ? uint16_t{0} : han_entry(code);
    }
    return made;
  }();
  return *table;
}

}  // namespace khitai::fold
