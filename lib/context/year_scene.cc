// SPDX-License-Identifier: Apache-2.0

#include "context/year_scene.h"

#include "context/hijri.h"
#include "text/casing.h"

namespace khitai::context {
namespace {

constexpr unsigned kEras =
    YearWords::kHijri | YearWords::kSolar | YearWords::kCommon;

Era era_of(unsigned roles) {
  if ((roles & YearWords::kCounted) != 0) return Era::kNone;
  if ((roles & YearWords::kSolar) != 0) return Era::kSolar;
  if ((roles & YearWords::kHijri) != 0) return Era::kHijri;
  return (roles & YearWords::kCommon) != 0 ? Era::kCommon : Era::kUnmarked;
}

// Whether the unit is one letter of a script with capitals: an initial, too,
// unless a full stop, a bracket or a stroke parts it from what follows.
bool may_be_initial(const YearScene& scene, size_t i) {
  const std::string_view written = scene.written(i);
  if (scene.key(i).size() > 2 ||
      text::casing_of(written) == text::Casing::kNone ||
      (written.size() > 1 && static_cast<unsigned char>(written[0]) < 0x80)) {
    return false;
  }
  if (i + 1 == scene.size()) return false;
  const std::string_view gap = scene.gap(i + 1);
  if (gap.find(')') != std::string_view::npos ||
      gap.find('/') != std::string_view::npos) {
    return false;
  }
  return !gap.starts_with('.') ||
         text::casing_of(scene.written(i + 1)) == text::Casing::kCapital;
}

}  // namespace

std::string_view YearScene::written(size_t i) const {
  const fold::Unit& unit = units.units[i];
  return text.substr(unit.begin, unit.end - unit.begin);
}

std::string_view YearScene::gap(size_t i) const {
  if (i == 0 || i >= size()) return {};
  const uint32_t begin = units.units[i - 1].end;
  const uint32_t end = units.units[i].begin;
  return end < begin ? std::string_view() : text.substr(begin, end - begin);
}

Era YearScene::era_behind(size_t i) const {
  if (i >= size() || units.units[i].gap > fold::Gap::kSpace ||
      gap(i).find('/') != std::string_view::npos ||
      !words.may_begin_era(key(i))) {
    return Era::kUnmarked;
  }
  size_t count = 0;
  unsigned roles =
      words.roles_at(units, i, kEras | YearWords::kCounted, &count);
  if (roles == 0) {
    // "in the year 536 of the hijra" may have the year behind the number.
    if (words.roles_at(units, i, YearWords::kYear | YearWords::kDated,
                       &count) == 0) {
      return Era::kUnmarked;
    }
    i += count;
    if (i >= size() || units.units[i].gap > fold::Gap::kSpace) {
      return Era::kUnmarked;
    }
    roles = words.roles_at(units, i, kEras | YearWords::kCounted, &count);
    // "before our era", not "in 1141 horsemen came".
    if (count == 1) roles &= kEras;
  }
  if (roles == 0 || (count == 1 && may_be_initial(*this, i))) {
    return Era::kUnmarked;
  }
  return era_of(roles);
}

Era YearScene::era_before(size_t i) const {
  if (i == 0 || !words.may_end_era(key(i - 1))) return Era::kUnmarked;
  // "H. 536": a full stop before a digit is a mark.
  if (units.units[i].gap > fold::Gap::kSpace && gap(i) != ". ") {
    return Era::kUnmarked;
  }
  size_t count = 0;
  return era_of(words.roles_before(units, i, kEras, &count));
}

std::optional<int32_t> year_of_common_era(int32_t year, Era era) {
  constexpr int32_t kLastHijri = 1500;
  if (era == Era::kNone) return std::nullopt;
  if (era == Era::kUnmarked || era == Era::kCommon) return year;
  if (year < 1 || year > kLastHijri) return std::nullopt;
  return era == Era::kHijri ? from_hijri(year) : from_solar_hijri(year);
}

}  // namespace khitai::context
