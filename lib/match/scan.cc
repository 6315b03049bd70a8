// SPDX-License-Identifier: Apache-2.0
//
// Scanning. The text is folded in pieces that fit the cache. In each piece,
// every unit is hashed, and the filters are asked about the rows of one, two
// and three units that begin at it. Rows that pass are looked up in batches,
// level by level, and names found are compared in batches too, so that cache
// misses overlap. Words with inner apostrophes are rare and take a slower path
// that tries every cut (cut_rows.cc).

#include "match/scan.h"

#include <algorithm>

namespace khitai::match {
namespace {

constexpr size_t kPiece = size_t{1} << 15;  // bytes of text
constexpr uint32_t kBlock = 64;             // units asked about together
constexpr size_t kBehind = 2;               // empty units behind the last one

bool before(const Match& a, const Match& b) {
  if (a.begin != b.begin) return a.begin < b.begin;
  return a.end != b.end ? a.end > b.end : a.pattern < b.pattern;
}

void put_in_order(size_t begin, std::vector<Match>* matches) {
  const auto first = matches->begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, matches->end(), before);
  matches->erase(std::unique(first, matches->end()), matches->end());
}

}  // namespace

void Scan::run(uint32_t starts) {
  hash_units();
  try_rows(starts);
  try_cut_rows(starts);
  drain();
}

// Two empty units behind the last one save looking for the end: no name
// reaches across a barrier. Of a unit longer than any name's, the beginning is
// hashed: it matches nothing anyway.
void Scan::hash_units() {
  const fold::Unit none{0, 0, 0, 0, fold::Gap::kBarrier, {}, false};
  units_.units.insert(units_.units.end(), kBehind, none);
  units_.key.append(kHashPadding, '\0');
  scratch_.hashes.resize(units_.units.size());
  const uint32_t most = section_.max_unit_size;
  for (uint32_t i = 0; i < size_; ++i) {
    const uint32_t length = unit(i).key_end - unit(i).key_begin;
    scratch_.hashes[i] = cut_hash(unit(i), 0, std::min(length, most));
  }
}

void Scan::push(const Row& row) {
  section_.prefetch(row.hash);
  scratch_.rows.push_back(row);
}

// Rows of whole units. The filters of a large lexicon outgrow the nearest
// cache, so their words are fetched a block ahead of the questions.
void Scan::try_rows(uint32_t starts) {
  Heads heads[kBlock];
  for (uint32_t begin = 0; begin < starts; begin += kBlock) {
    const uint32_t count = std::min(kBlock, starts - begin);
    hash_heads(begin, count, heads);
    for (uint32_t i = 0; i < count; ++i) {
      const Heads& head = heads[i];
      const bool one = section_.one.may_have(head.one);
      const bool two = section_.two.may_have(head.two);
      const bool three = section_.three.may_have(head.three);
      if (!(one | two | three)) continue;
      const uint32_t first = begin + i;
      if (one) push({head.one, first, first, 0, 0});
      if (two) push({head.two, first, first + 1, 0, 0});
      if (three) push({head.three, first, first + 2, 0, 0});
    }
    if (scratch_.rows.size() >= kBatch) drain();
  }
}

// The hashes of the rows of one, two and three units that begin at each of
// `count` units. Rows that reach across a barrier are no name's.
void Scan::hash_heads(uint32_t begin, uint32_t count, Heads* heads) {
  const fold::Unit* units = units_.units.data() + begin;
  const uint64_t* hashes = scratch_.hashes.data() + begin;
  for (uint32_t i = 0; i < count; ++i) {
    Heads& head = heads[i];
    head.one = hashes[i];
    head.two = join(head.one, units[i + 1].gap, hashes[i + 1]);
    head.three = join(head.two, units[i + 2].gap, hashes[i + 2]);
    section_.one.prefetch(head.one);
    section_.two.prefetch(head.two);
    section_.three.prefetch(head.three);
  }
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
  matches_.push_back({offset_ + begin, offset_ + end, pattern});
}

// A piece ends anywhere, and the next one begins anew at a unit of it, so many
// units before its end that no row begun before that unit touches the last
// one, which the cut may have changed. A piece of too few units (very long
// words) is made again, longer.
void Matcher::scan(std::string_view text, Scratch* scratch,
                   std::vector<Match>* matches) const {
  const size_t kept = section_.max_units + 1;
  std::vector<fold::Unit>& units = scratch->units.units;
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
    const size_t found = matches->size();
    Scan(section_, piece, static_cast<uint32_t>(begin), scratch, matches)
        .run(static_cast<uint32_t>(starts));
    put_in_order(found, matches);
    begin = next;
    size = kPiece;
  }
}

void Matcher::scan(std::string_view text, Scratch* scratch, fold::Units* units,
                   std::vector<Match>* matches) const {
  units->clear();
  if (text.empty() || text.size() > kPiece) fold::append_units(text, units);
  scan(text, scratch, matches);
  if (!units->units.empty() || scratch->units.units.size() < kBehind) return;
  if (text.empty()) return;
  // The one piece, without what hash_units() put behind it.
  std::swap(*units, scratch->units);
  units->units.resize(units->units.size() - kBehind);
  units->key.resize(units->key.size() - kHashPadding);
}

}  // namespace khitai::match
