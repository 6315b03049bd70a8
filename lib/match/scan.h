// SPDX-License-Identifier: Apache-2.0
//
// One piece of a text under the matcher: its units hashed, the rows that may
// be names collected, looked up and compared. Inside of Matcher::scan().

#ifndef KHITAI_MATCH_SCAN_H_
#define KHITAI_MATCH_SCAN_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "match/hash.h"
#include "match/matcher.h"

namespace khitai::match {

inline constexpr size_t kBatch = 256;  // rows whose cache misses overlap

inline constexpr uint32_t kBlock = 64;  // units asked about together

// Where names may begin, in a block of units, and the hashes of the rows of
// one, two and three units that begin there.
struct Heads {
  uint32_t count = 0;
  uint32_t first[kBlock];
  uint64_t one[kBlock];
  uint64_t two[kBlock];
  uint64_t three[kBlock];
};

// Scans the units of one piece.
class Scan {
 public:
  // `units`: of the piece, which begins at byte `offset` of the text.
  Scan(const Section& section, std::string_view piece, uint32_t offset,
       fold::Units* units, Scratch* scratch, std::vector<Match>* matches)
      : section_(section),
        piece_(piece),
        offset_(offset),
        size_(static_cast<uint32_t>(units->units.size())),
        scratch_(*scratch),
        units_(*units),
        matches_(*matches) {}

  // Finds the names that begin at one of the first `starts` units.
  void run(uint32_t starts);

 private:
  void close_units();
  void open_units();
  void try_rows(uint32_t starts);
  void find_heads(uint32_t begin, uint32_t count, Heads* heads) const;
  void try_heads(const Heads& heads);
  void try_cut_rows(uint32_t starts);
  bool has_cuts(uint32_t number) const;
  void cut_row_at(uint32_t first);
  void cut_ends(const Row& row, uint32_t unit_count);
  void extend_cut(const Row& row, uint32_t unit_count);
  void push(const Row& row);
  void drain();
  void look_up(const Row& row);
  void lengthen(const Row& row);
  void verify();
  void emit(const Row& row, uint32_t pattern);

  const fold::Unit& unit(uint32_t number) const { return units_.units[number]; }
  uint64_t hash_of(uint32_t number) const { return units_.hashes[number]; }
  // The hash of bytes begin..end of a unit's key.
  uint64_t cut_hash(const fold::Unit& unit, uint32_t begin,
                    uint32_t end) const {
    return unit_hash(units_.key.data() + unit.key_begin + begin, end - begin);
  }
  bool goes_on(const Row& row) const {
    return row.end_cut == 0 && row.last + 1 < size_ &&
           unit(row.last + 1).gap != fold::Gap::kBarrier &&
           row.last + 1 - row.first < section_.max_units;
  }
  template <typename Visit>
  void for_each_end(uint32_t number, uint32_t begin, const Visit& visit) const;

  const Section& section_;
  const std::string_view piece_;
  const uint32_t offset_;
  const uint32_t size_;
  Scratch& scratch_;
  fold::Units& units_;
  std::vector<Match>& matches_;
};

// Calls visit(end) for each place before an apostrophe where the part of a
// unit's key that begins at `begin` may end.
template <typename Visit>
void Scan::for_each_end(uint32_t number, uint32_t begin,
                        const Visit& visit) const {
  const std::string_view word = units_.key_of(unit(number));
  for (size_t end = word.find('\'', begin); end != std::string_view::npos;
       end = word.find('\'', end + 1)) {
    if (end > begin) visit(static_cast<uint32_t>(end));
  }
}

}  // namespace khitai::match

#endif  // KHITAI_MATCH_SCAN_H_
