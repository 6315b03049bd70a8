// SPDX-License-Identifier: Apache-2.0
//
// Scanning. Per paragraph: fold, hash every unit, ask the filters about the
// rows of one, two and three units that begin at it, and collect those that
// may be (the beginning of) a name. Collected rows are looked up in batches,
// level by level, so that the table's cache misses overlap. Words with inner
// apostrophes are rare and take a slower path that tries every cut.

#include <algorithm>

#include "match/hash.h"
#include "match/matcher.h"

namespace khitai::match {
namespace {

constexpr size_t kPiece = size_t{1} << 16;  // folded at once, or a paragraph
constexpr size_t kBatch = 256;              // rows whose misses overlap

// The end of the piece of `text` that begins at `begin`: behind a blank line,
// where no name reaches across.
size_t piece_end(std::string_view text, size_t begin) {
  if (text.size() - begin <= 2 * kPiece) return text.size();
  const size_t blank = text.find("\n\n", begin + kPiece);
  return blank == std::string_view::npos ? text.size() : blank + 2;
}

// Scans one piece.
class Scan {
 public:
  Scan(const Section& section, std::string_view piece, uint32_t offset,
       Scratch* scratch, std::vector<Match>* matches)
      : section_(section),
        piece_(piece),
        offset_(offset),
        units_(scratch->units),
        hashes_(scratch->hashes),
        rows_(scratch->rows),
        longer_(scratch->longer),
        matches_(*matches) {}

  void run();

 private:
  void hash_units();
  void try_rows(uint32_t first);
  void try_cut_rows(uint32_t first);
  void try_cut_ends(const Row& row, uint32_t unit_count);
  void extend_cut(const Row& row, uint32_t unit_count);
  void push(const Row& row, std::vector<Row>* rows);
  void drain();
  bool look_up(const Row& row);
  void lengthen(const Row& row);
  void emit(const Row& row, uint32_t pattern);

  const fold::Unit& unit(uint32_t number) const { return units_.units[number]; }
  uint32_t size() const { return static_cast<uint32_t>(units_.units.size()); }
  // The hash of `row` with `hash`, that of (part of) the unit behind it.
  uint64_t joined(const Row& row, uint64_t hash) const {
    return join(row.hash, unit(row.last + 1).gap, hash);
  }
  bool goes_on(const Row& row) const {
    return row.end_cut == 0 && row.last + 1 < size() &&
           unit(row.last + 1).gap != fold::Gap::kBarrier &&
           row.last + 1 - row.first < section_.max_units;
  }
  bool may_be_name(uint32_t unit_count, uint64_t hash) const {
    return (unit_count == 1   ? section_.one
            : unit_count == 2 ? section_.two
                              : section_.three)
        .may_have(hash);
  }
  // The hash of bytes begin..end of a unit's key.
  uint64_t cut_hash(const fold::Unit& unit, uint32_t begin,
                    uint32_t end) const {
    return unit_hash(units_.key.data() + unit.key_begin + begin, end - begin);
  }
  template <typename Visit>
  void for_each_end(uint32_t unit_number, uint32_t begin,
                    const Visit& visit) const;

  const Section& section_;
  const std::string_view piece_;
  const uint32_t offset_;
  fold::Units& units_;
  std::vector<uint64_t>& hashes_;
  std::vector<Row>& rows_;
  std::vector<Row>& longer_;
  std::vector<Match>& matches_;
};

void Scan::run() {
  units_.clear();
  fold::append_units(piece_, &units_);
  hash_units();
  for (uint32_t i = 0; i < size(); ++i) {
    try_rows(i);
    const uint32_t end = std::min(i + 3, size());
    for (uint32_t j = i; j < end; ++j) {
      if (!unit(j).apostrophe) continue;
      try_cut_rows(i);
      break;
    }
    if (rows_.size() >= kBatch) drain();
  }
  drain();
}

// Longer units than any of a name hash to something, too, but are not read.
void Scan::hash_units() {
  units_.key.append(kHashPadding, '\0');
  hashes_.resize(units_.units.size() + 2);
  for (uint32_t i = 0; i < size(); ++i) {
    const uint32_t length = unit(i).key_end - unit(i).key_begin;
    hashes_[i] = cut_hash(unit(i), 0, std::min(length, section_.max_unit_size));
  }
}

void Scan::push(const Row& row, std::vector<Row>* rows) {
  section_.prefetch(row.hash);
  rows->push_back(row);
}

// Whole units only.
void Scan::try_rows(uint32_t first) {
  Row row{hashes_[first], first, first, 0, 0};
  if (section_.one.may_have(row.hash)) push(row, &rows_);
  if (!goes_on(row)) return;
  row.hash = joined(row, hashes_[first + 1]);
  row.last = first + 1;
  if (section_.two.may_have(row.hash)) push(row, &rows_);
  if (!goes_on(row)) return;
  row.hash = joined(row, hashes_[first + 2]);
  row.last = first + 2;
  if (section_.three.may_have(row.hash)) push(row, &rows_);
}

// Calls visit(end) for each place where the part of a unit's key that begins
// at `begin` may end before an apostrophe. No more than a name can have.
template <typename Visit>
void Scan::for_each_end(uint32_t unit_number, uint32_t begin,
                        const Visit& visit) const {
  const std::string_view word = units_.key_of(unit(unit_number));
  uint32_t inside = 0;
  for (size_t end = word.find('\'', begin); end != std::string_view::npos;
       end = word.find('\'', end + 1)) {
    if (inside++ > section_.max_apostrophes) return;
    if (end - begin > section_.max_unit_size) return;
    if (end > begin) visit(static_cast<uint32_t>(end));
  }
}

// The rows from `first` that are cut at one end at least.
void Scan::try_cut_rows(uint32_t first) {
  Row row{hashes_[first], first, first, 0, 0};
  try_cut_ends(row, 1);
  extend_cut(row, 1);
  const std::string_view word = units_.key_of(unit(first));
  const auto size = static_cast<uint32_t>(word.size());
  if (!unit(first).apostrophe) return;
  for (size_t mark = word.find('\''); mark != std::string_view::npos;
       mark = word.find('\'', mark + 1)) {
    row.begin_cut = static_cast<uint32_t>(mark) + 1;
    if (row.begin_cut == size) return;
    try_cut_ends(row, 1);
    if (size - row.begin_cut > section_.max_unit_size) continue;
    row.hash = cut_hash(unit(first), row.begin_cut, size);
    if (section_.one.may_have(row.hash)) push(row, &rows_);
    extend_cut(row, 1);
  }
}

// Tries `row` with its last unit ended before each apostrophe. Its hash is
// that of the units before the last.
void Scan::try_cut_ends(const Row& row, uint32_t unit_count) {
  const fold::Unit& last = unit(row.last);
  if (!last.apostrophe) return;
  const uint32_t begin = unit_count == 1 ? row.begin_cut : 0;
  for_each_end(row.last, begin, [&](uint32_t end) {
    Row cut = row;
    cut.end_cut = end;
    cut.hash = cut_hash(last, begin, end);
    if (unit_count > 1) cut.hash = join(row.hash, last.gap, cut.hash);
    if (may_be_name(unit_count, cut.hash)) push(cut, &rows_);
  });
}

// Tries the rows of one and two units more than `row`, itself of `unit_count`.
void Scan::extend_cut(const Row& row, uint32_t unit_count) {
  if (unit_count == kFilters || !goes_on(row)) return;
  Row more = row;
  more.last = row.last + 1;
  try_cut_ends(more, unit_count + 1);
  more.hash = joined(row, hashes_[more.last]);
  if (row.begin_cut != 0 && may_be_name(unit_count + 1, more.hash)) {
    push(more, &rows_);
  }
  extend_cut(more, unit_count + 1);
}

void Scan::drain() {
  while (!rows_.empty()) {
    for (const Row& row : rows_) {
      if (look_up(row) && goes_on(row)) lengthen(row);
    }
    rows_.clear();
    std::swap(rows_, longer_);
  }
}

// Tells the match if the row is a name; whether some name may go on from it.
bool Scan::look_up(const Row& row) {
  return section_.look_up(row.hash, [&](const Name& name) {
    if (!spells(units_, row, name.key)) return false;
    emit(row, name.number);
    return true;
  });
}

void Scan::lengthen(const Row& row) {
  Row more = row;
  more.last = row.last + 1;
  more.hash = joined(row, hashes_[more.last]);
  push(more, &longer_);
  const fold::Unit& last = unit(more.last);
  if (!last.apostrophe) return;
  for_each_end(more.last, 0, [&](uint32_t end) {
    more.end_cut = end;
    more.hash = joined(row, cut_hash(last, 0, end));
    push(more, &longer_);
  });
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

bool before(const Match& a, const Match& b) {
  if (a.begin != b.begin) return a.begin < b.begin;
  return a.end != b.end ? a.end > b.end : a.pattern < b.pattern;
}

}  // namespace

void Matcher::scan(std::string_view text, Scratch* scratch,
                   std::vector<Match>* matches) const {
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = piece_end(text, begin);
    const auto old = static_cast<std::ptrdiff_t>(matches->size());
    Scan(section_, text.substr(begin, end - begin),
         static_cast<uint32_t>(begin), scratch, matches)
        .run();
    std::sort(matches->begin() + old, matches->end(), before);
    matches->erase(std::unique(matches->begin() + old, matches->end()),
                   matches->end());
    begin = end;
  }
}

}  // namespace khitai::match
