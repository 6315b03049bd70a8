// SPDX-License-Identifier: Apache-2.0
//
// Scanning. The text is folded in pieces that fit the cache. In each piece,
// the filters are asked about every unit that may be the first of a name, and
// then about the rows of one, two and three units that begin at it. Rows that
// pass are looked up in batches,
// level by level, and names found are compared in batches too, so that cache
// misses overlap. Words with inner apostrophes are rare and take a slower path
// that tries every cut (cut_rows.cc).

#include "match/scan.h"

#include <algorithm>
#include <bit>

namespace khitai::match {
namespace {

constexpr size_t kPiece = size_t{1} << 15;  // bytes of text
constexpr size_t kBehind = 8;               // empty units behind the last one

}  // namespace

void Scan::run(uint32_t starts) {
  scratch_.found.clear(size_);
  close_units();
  try_rows(starts);
  if (units_.apostrophes) try_cut_rows(starts);
  drain();
  scratch_.found.append_to(&matches_);
  open_units();
}

// Empty units behind the last one save looking for the end: no name reaches
// across a barrier, and hashes are read eight at a time.
void Scan::close_units() {
  const fold::Unit none{0, 0, 0, 0, fold::Gap::kBarrier, {}, false};
  units_.units.insert(units_.units.end(), kBehind, none);
  units_.hashes.insert(units_.hashes.end(), kBehind, 0);
  units_.key.insert(units_.key.end(), kHashPadding, '\0');
}

void Scan::open_units() {
  units_.resize(size_, units_.key.size() - kHashPadding);
}

void Scan::push(const Row& row) {
  section_.prefetch(row.hash);
  scratch_.rows.push_back(row);
}

// Rows of whole units, a block of beginnings at a time.
void Scan::try_rows(uint32_t starts) {
  Heads heads;
  for (uint32_t begin = 0; begin < starts; begin += kBlock) {
    find_heads(begin, std::min(kBlock, starts - begin), &heads);
    if (heads.count > 0) try_heads(heads);
    if (scratch_.rows.size() >= kBatch) drain();
  }
}

// Finds, among `count` units, those that names may begin with. Rows that reach
// across a barrier are no name's, and none are kept from being asked about.
void Scan::find_heads(uint32_t begin, uint32_t count, Heads* heads) const {
  const fold::Unit* units = units_.units.data() + begin;
  const uint64_t* hashes = units_.hashes.data() + begin;
  uint64_t pairs[kBlock];
  const uint64_t han = han_each(hashes, count);
  uint64_t found = section_.firsts.may_have_each(hashes, count);
  if (han != 0) {
    for (uint32_t i = 0; i < count; ++i) {
      pairs[i] = join(hashes[i], units[i + 1].gap, hashes[i + 1]);
    }
    found |= han & section_.pairs.may_have_each(pairs, count);
  }
  uint32_t kept = 0;
  for (; found != 0; found &= found - 1) {
    const auto i = static_cast<uint32_t>(std::countr_zero(found));
    const uint64_t two = join(hashes[i], units[i + 1].gap, hashes[i + 1]);
    heads->first[kept] = begin + i;
    heads->one[kept] = hashes[i];
    heads->two[kept] = two;
    heads->three[kept] = join(two, units[i + 2].gap, hashes[i + 2]);
    ++kept;
  }
  heads->count = kept;
}

void Scan::try_heads(const Heads& heads) {
  const auto push_each = [&](const Filter& filter, const uint64_t* hashes,
                             uint32_t more) {
    uint64_t found = filter.may_have_each(hashes, heads.count);
    for (; found != 0; found &= found - 1) {
      const auto i = static_cast<uint32_t>(std::countr_zero(found));
      push({hashes[i], heads.first[i], heads.first[i] + more, 0, 0});
    }
  };
  push_each(section_.one, heads.one, 0);
  push_each(section_.two, heads.two, 1);
  push_each(section_.three, heads.three, 2);
}

void Scan::drain() {
  while (!scratch_.rows.empty()) {
    for (const Row& row : scratch_.rows) look_up(row);
    verify();
    scratch_.rows.clear();
    std::swap(scratch_.rows, scratch_.longer);
  }
}

void Scan::look_up(const Row& row) {
  const bool more = section_.look_up(row.hash, [&](uint32_t name) {
    section_.prefetch_name(name);
    scratch_.candidates.push_back({row, name});
  });
  if (more && goes_on(row)) lengthen(row);
}

// Puts down the rows of one unit more.
void Scan::lengthen(const Row& row) {
  const auto push_longer = [&](const Row& longer) {
    section_.prefetch(longer.hash);
    scratch_.longer.push_back(longer);
  };
  const fold::Unit& last = unit(row.last + 1);
  Row more = row;
  more.last = row.last + 1;
  more.hash = join(row.hash, last.gap, hash_of(more.last));
  push_longer(more);
  if (!has_cuts(more.last)) return;
  for_each_end(more.last, 0, [&](uint32_t end) {
    more.end_cut = end;
    more.hash = join(row.hash, last.gap, cut_hash(last, 0, end));
    push_longer(more);
  });
}

// Tells those of the candidates that are names to the byte.
void Scan::verify() {
  for (const Candidate& candidate : scratch_.candidates) {
    const std::optional<Name> name = section_.name_at(candidate.name);
    if (name && spells(units_, candidate.row, name->key)) {
      emit(candidate.row, name->number);
    }
  }
  scratch_.candidates.clear();
}

void Scan::emit(const Row& row, uint32_t pattern) {
  const fold::Unit& first = unit(row.first);
  const fold::Unit& last = unit(row.last);
  const uint32_t begin =
      row.begin_cut == 0
          ? first.begin
          : fold::source_begin(piece_, units_, first, row.begin_cut);
  const uint32_t end =
      row.end_cut == 0 ? last.end
                       : fold::source_end(piece_, units_, last, row.end_cut);
  scratch_.found.add(row.first, {offset_ + begin, offset_ + end, pattern});
}

// A piece ends anywhere, and the next one begins anew at a unit of it, so many
// units before its end that no row begun before that unit touches the last
// one, which the cut may have changed. A piece of too few units (very long
// words) is made again, longer.
void Matcher::scan(std::string_view text, Scratch* scratch,
                   std::vector<Match>* matches) const {
  const size_t kept = section_.max_units + 1;
  const fold::UnitList& units = scratch->units.units;
  size_t size = kPiece;
  for (size_t begin = 0; begin < text.size();) {
    const std::string_view piece = text.substr(begin, size);
    const bool whole = begin + piece.size() == text.size();
    scratch->units.clear();
    fold::append_units(piece, &scratch->units);
    if (!whole && units.size() < 2 * kept) {
      size *= 2;
      continue;
    }
    const size_t starts = whole ? units.size() : units.size() - kept;
    const size_t next = whole ? text.size() : begin + units[starts].begin;
    Scan(section_, piece, static_cast<uint32_t>(begin), &scratch->units,
         scratch, matches)
        .run(static_cast<uint32_t>(starts));
    begin = next;
    size = kPiece;
  }
}

void Matcher::scan(std::string_view text, Scratch* scratch, fold::Units* units,
                   std::vector<Match>* matches) const {
  units->clear();
  fold::append_units(text, units);
  Scan(section_, text, 0, units, scratch, matches)
      .run(static_cast<uint32_t>(units->units.size()));
}

}  // namespace khitai::match
