// SPDX-License-Identifier: Apache-2.0

#include "compile/bearers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "fold/fold.h"

namespace khitai::compile {
namespace {

using Bearing = std::pair<uint64_t, uint64_t>;  // hashes of word and name

uint64_t hash_of_text(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

}  // namespace

std::vector<uint32_t> count_bearers(
    const std::vector<DraftForm>& forms,
    const std::function<bool(std::string_view name)>& is_person) {
  std::vector<Bearing> all;
  std::vector<std::pair<size_t, uint64_t>> asked;  // form, word
  fold::Units units;
  for (size_t i = 0; i < forms.size(); ++i) {
    if (!is_person(forms[i].name)) continue;
    units.clear();
    fold::append_units(forms[i].text, &units);
    const uint64_t name = hash_of_text(forms[i].name);
    for (const fold::Unit& unit : units.units) {
      if (unit.kind != fold::UnitKind::kWord) continue;
      all.emplace_back(hash_of_text(units.key_of(unit)), name);
      if (units.units.size() == 1) asked.emplace_back(i, all.back().first);
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::vector<uint32_t> counts(forms.size());
  for (const auto& [form, word] : asked) {
    const auto first =
        std::lower_bound(all.begin(), all.end(), Bearing(word, 0));
    const auto last =
        std::upper_bound(first, all.end(), Bearing(word, UINT64_MAX));
    counts[form] = static_cast<uint32_t>(last - first);
  }
  return counts;
}

}  // namespace khitai::compile
