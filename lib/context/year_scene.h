// SPDX-License-Identifier: Apache-2.0
//
// A text whose years are read: its units, and what the words beside a number
// say of its era.

#ifndef KHITAI_CONTEXT_YEAR_SCENE_H_
#define KHITAI_CONTEXT_YEAR_SCENE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "context/year_words.h"
#include "fold/fold.h"

namespace khitai::context {

enum class Era : uint8_t { kUnmarked, kCommon, kHijri, kSolar, kNone };

struct YearScene {
  std::string_view text;
  const fold::Units& units;
  const YearWords& words;
  bool hijri = false;  // small numbers without a mark are years of the hijra

  size_t size() const { return units.units.size(); }
  std::string_view key(size_t i) const { return units.key_of(units.units[i]); }
  std::string_view written(size_t i) const;
  // What stands between unit `i` and the one before it.
  std::string_view gap(size_t i) const;
  bool is_joined(size_t i) const {
    return units.units[i].gap == fold::Gap::kNone;
  }

  // The era that the words from unit `i` on give the number before it ("AH",
  // "of the hijra", "years": none), or those before unit `i` the number there.
  Era era_behind(size_t i) const;
  Era era_before(size_t i) const;
};

// The year CE of a year of an era; none where the number is no year of it.
std::optional<int32_t> year_of_common_era(int32_t year, Era era);

}  // namespace khitai::context

#endif  // KHITAI_CONTEXT_YEAR_SCENE_H_
