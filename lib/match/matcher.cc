// SPDX-License-Identifier: Apache-2.0

#include "match/matcher.h"

#include "match/hash.h"

namespace khitai::match {

Result<Matcher> Matcher::open(std::string_view bytes) {
  Result<Section> section = Section::open(bytes);
  if (!section) return section.error();
  return Matcher(*section);
}

std::optional<uint32_t> Matcher::find(std::string_view key) const {
  fold::Units units;
  fold::append_units(key, &units);
  if (units.units.empty() || units.units.size() > section_.max_units) return {};
  units.key.append(kHashPadding, '\0');
  uint64_t row = 0;
  for (const fold::Unit& unit : units.units) {
    const std::string_view word = units.key_of(unit);
    const uint64_t hash = unit_hash(word.data(), word.size());
    row = &unit == &units.units[0] ? hash : join(row, unit.gap, hash);
  }
  std::optional<uint32_t> number;
  section_.look_up(row, [&](uint32_t offset) {
    const std::optional<Name> name = section_.name_at(offset);
    if (name && name->key == key) number = name->number;
  });
  return number;
}

void keep_longest(const std::function<bool(const Match&)>& accept,
                  std::vector<Match>* matches) {
  size_t kept = 0;
  uint32_t end = 0;
  for (const Match& match : *matches) {
    if (match.begin < end || !accept(match)) continue;
    end = match.end;
    (*matches)[kept++] = match;
  }
  matches->resize(kept);
}

}  // namespace khitai::match
