// SPDX-License-Identifier: Apache-2.0
//
// Any bytes, folded every way, from a buffer of exactly their size. What must
// hold of all texts (tests/fold/properties_test.cc) is checked on the way, and
// short texts are compared with the naive folding.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>

#include "fold/fold.h"
#include "fold/naive_fold.h"
#include "khitai/keys.h"

namespace {

using khitai::fold::Mapped;
using khitai::fold::Unit;
using khitai::fold::Units;

constexpr size_t kMaxNaive = 256;    // longer texts: too slow
constexpr uint32_t kMaxPlaces = 32;  // of a key to be led back

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << "\n";
  std::abort();
}

void check_units(std::string_view text, const Units& units) {
  uint32_t end = 0;
  for (const Unit& unit : units.units) {
    require(end <= unit.begin && unit.begin < unit.end, "units in order");
    require(unit.end <= text.size(), "units inside the text");
    end = unit.end;
    const std::string_view key = units.key_of(unit);
    const uint32_t step = static_cast<uint32_t>(key.size()) / kMaxPlaces + 1;
    for (uint32_t i = 0; i <= key.size(); i += step) {
      if (i < key.size() && (key[i] & 0xC0) == 0x80) continue;
      const uint32_t from = source_begin(text, units, unit, i);
      const uint32_t to = source_end(text, units, unit, i);
      require(unit.begin <= from && from <= unit.end, "source_begin in unit");
      require(unit.begin <= to && to <= unit.end, "source_end in unit");
    }
  }
}

void check_map(std::string_view text, const Mapped& map,
               const std::string& key) {
  require(map.text == key, "a map's text is the key");
  require(map.begin.size() == key.size() && map.end.size() == key.size(),
          "a map covers the key");
  for (size_t i = 0; i < key.size(); ++i) {
    require(map.begin[i] < map.end[i] && map.end[i] <= text.size(),
            "a map's extents");
    require(i == 0 || (map.begin[i - 1] <= map.begin[i] &&
                       map.end[i - 1] <= map.end[i]),
            "a map's order");
  }
}

void check_against_naive(std::string_view text, const Units& units) {
  const auto naive = khitai::tests::naive_units(text);
  require(naive.size() == units.units.size(), "as many units as the naive");
  for (size_t i = 0; i < naive.size(); ++i) {
    const Unit& unit = units.units[i];
    require(naive[i].begin == unit.begin && naive[i].end == unit.end &&
                naive[i].gap == unit.gap && naive[i].kind == unit.kind &&
                naive[i].key == units.key_of(unit),
            "the naive unit");
  }
  require(khitai::tests::naive_l0(text) == khitai::l0_key(text), "naive L0");
  require(khitai::tests::naive_l1(text) == khitai::l1_key(text), "naive L1");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::unique_ptr<char[]> exact(new char[size]);
  std::string_view(reinterpret_cast<const char*>(data), size)
      .copy(exact.get(), size);
  const std::string_view text(exact.get(), size);
  Units units;
  khitai::fold::append_units(text, &units);
  check_units(text, units);
  const std::string l0 = khitai::l0_key(text);
  const std::string l1 = khitai::l1_key(text);
  const std::string match = khitai::fold::match_key(text);
  require(khitai::l0_key(l0) == l0, "L0 idempotent");
  require(khitai::l1_key(l1) == l1, "L1 idempotent");
  require(khitai::fold::match_key(match) == match, "match key idempotent");
  require(khitai::l1_key(l0) == l1, "equal L0 means equal L1");
  check_map(text, khitai::fold::map_l0(text), l0);
  check_map(text, khitai::fold::map_l1(text), l1);
  if (size <= kMaxNaive) check_against_naive(text, units);
  return 0;
}
