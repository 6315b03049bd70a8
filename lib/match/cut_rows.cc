// SPDX-License-Identifier: Apache-2.0
//
// The slow path for words with inner apostrophes: every row of up to three
// units that is cut at one end at least. Longer ones grow from these, and get
// their cut ends in Scan::lengthen().

#include <algorithm>

#include "match/scan.h"

namespace khitai::match {

bool Scan::has_cuts(uint32_t number) const {
  const fold::Unit& unit = this->unit(number);
  if (!unit.apostrophe || unit.end - unit.begin > kMaxCutWord) return false;
  const std::string_view word = units_.key_of(unit);
  return std::count(word.begin(), word.end(), '\'') <= kMaxCuts;
}

// Rows cut at one end at least, up to three units long. They begin at a unit
// with cuts or no more than two before one.
void Scan::try_cut_rows(uint32_t starts) {
  uint32_t next = 0;  // first start not yet tried
  const uint32_t end = std::min(size_, starts + kFilters - 1);
  for (uint32_t i = 0; i < end; ++i) {
    if (!unit(i).apostrophe || !has_cuts(i)) continue;
    next = std::max(next, i < kFilters - 1 ? 0 : i - (kFilters - 1));
    for (; next <= i && next < starts; ++next) cut_row_at(next);
    if (scratch_.rows.size() >= kBatch) drain();
  }
}

void Scan::cut_row_at(uint32_t first) {
  Row row{hash_of(first), first, first, 0, 0};
  cut_ends(row, 1);
  extend_cut(row, 1);
  if (!has_cuts(first)) return;
  const std::string_view word = units_.key_of(unit(first));
  const auto size = static_cast<uint32_t>(word.size());
  for (size_t mark = word.find('\''); mark != std::string_view::npos;
       mark = word.find('\'', mark + 1)) {
    row.begin_cut = static_cast<uint32_t>(mark) + 1;
    cut_ends(row, 1);
    row.hash = cut_hash(unit(first), row.begin_cut, size);
    if (section_.may_have(1, row.hash)) push(row);
    extend_cut(row, 1);
  }
}

// Tries `row` with its last unit, the `unit_count`th, ended before each
// apostrophe. Its hash is that of the units before.
void Scan::cut_ends(const Row& row, uint32_t unit_count) {
  if (!has_cuts(row.last)) return;
  const fold::Unit& last = unit(row.last);
  const uint32_t begin = unit_count == 1 ? row.begin_cut : 0;
  for_each_end(row.last, begin, [&](uint32_t end) {
    Row cut = row;
    cut.end_cut = end;
    cut.hash = cut_hash(last, begin, end);
    if (unit_count > 1) cut.hash = join(row.hash, last.gap, cut.hash);
    if (section_.may_have(unit_count, cut.hash)) push(cut);
  });
}

// Tries the rows of up to three units that go on from `row`.
void Scan::extend_cut(const Row& row, uint32_t unit_count) {
  if (unit_count == kFilters || !goes_on(row)) return;
  Row more = row;
  more.last = row.last + 1;
  cut_ends(more, unit_count + 1);
  more.hash = join(row.hash, unit(more.last).gap, hash_of(more.last));
  const bool cut = row.begin_cut != 0;
  if (cut && section_.may_have(unit_count + 1, more.hash)) push(more);
  extend_cut(more, unit_count + 1);
}

}  // namespace khitai::match
