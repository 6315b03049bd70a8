// SPDX-License-Identifier: Apache-2.0

#include "compile/bearers.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ordered_pool.h"
#include "base/sort.h"
#include "fold/fold.h"

namespace khitai::compile {
namespace {

using Bearing = std::pair<uint64_t, uint64_t>;  // hashes of word and name

uint64_t hash_of_text(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

struct Borne {
  std::vector<Bearing> all;
  std::vector<std::pair<size_t, uint64_t>> asked;  // form, word
};

// The words of a person's form, whose number is `number`.
void add_words(const DraftForm& form, size_t number, fold::Units* units,
               Borne* borne) {
  units->clear();
  fold::append_units(form.text, units);
  const uint64_t name = hash_of_text(*form.name);
  for (const fold::Unit& unit : units->units) {
    if (unit.kind != fold::UnitKind::kWord) continue;
    borne->all.emplace_back(hash_of_text(units->key_of(unit)), name);
    if (units->units.size() == 1) {
      borne->asked.emplace_back(number, borne->all.back().first);
    }
  }
}

constexpr size_t kBlock = 8192;  // forms

}  // namespace

std::vector<uint32_t> count_bearers(
    const std::vector<DraftForm>& forms, unsigned jobs,
    const std::function<bool(std::string_view name)>& is_person) {
  std::vector<Bearing> all;
  std::vector<std::pair<size_t, uint64_t>> asked;
  base::run_blocks_in_order(
      jobs, forms.size(), kBlock,
      [&](size_t begin, size_t end) {
        Borne borne;
        fold::Units units;
        for (size_t i = begin; i < end; ++i) {
          if (is_person(*forms[i].name)) {
            add_words(forms[i], i, &units, &borne);
          }
        }
        return borne;
      },
      [&](const Borne& borne) {
        all.insert(all.end(), borne.all.begin(), borne.all.end());
        asked.insert(asked.end(), borne.asked.begin(), borne.asked.end());
        return true;
      });
  base::sort(jobs, all.begin(), all.end());
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
