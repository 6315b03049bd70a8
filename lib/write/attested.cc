// SPDX-License-Identifier: Apache-2.0

#include "write/attested.h"

#include <algorithm>

#include "base/year.h"

namespace khitai::write {
namespace {

// The first year a date allows, else the last one; kLatest: it tells none.
int32_t earliest_year(std::string_view date) {
  if (date.empty()) return kLatest;
  const auto range = base::parse_year_range(date);
  if (!range.ok()) return kLatest;
  return range->first == base::kNoYearBefore ? range->last : range->first;
}

void attest(const Lexicon& lexicon, uint32_t form, const Cited& work,
            Attested* found) {
  const auto number = lexicon.find_source(work.id);
  const Source source = number ? lexicon.source(*number) : Source{};
  if (source.kind == kEditorialKind) return;
  const int32_t year = earliest_year(source.composed);
  if (year == kLatest) {
    auto& undated = found->undated;
    if (std::find(undated.begin(), undated.end(), work.id) == undated.end()) {
      undated.push_back(work.id);
    }
  } else if (year < found->year) {
    found->form = form;
    found->work = work;
    found->composed = source.composed;
    found->year = year;
  }
}

}  // namespace

Attested attested_of(const Lexicon& lexicon,
                     const std::vector<uint32_t>& forms) {
  Attested found;
  for (uint32_t number : forms) {
    const Form form = lexicon.form(number);
    if (form.generated() || form.basis == "editorial") continue;
    for (const Cited& work : cited(form.source)) {
      attest(lexicon, number, work, &found);
    }
  }
  return found;
}

}  // namespace khitai::write
