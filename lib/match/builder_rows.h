// SPDX-License-Identifier: Apache-2.0
//
// The rows of names, gathered for the matcher's section (section.h): they
// become filters and buckets. Inside of Builder.

#ifndef KHITAI_MATCH_BUILDER_ROWS_H_
#define KHITAI_MATCH_BUILDER_ROWS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fold/fold.h"
#include "match/section.h"

namespace khitai::match {

// A row of a name: a whole name (`name`: its offset), or what names go on from.
struct RowEntry {
  uint64_t hash;
  uint32_t name;
  uint32_t more;
};

inline bool operator<(const RowEntry& a, const RowEntry& b) {
  return a.hash != b.hash ? a.hash < b.hash : a.name < b.name;
}

// Gathers the rows of all names, then writes filters and buckets.
class BuilderRows {
 public:
  // `units` are those of a name stored at the offset `name`.
  void add(const fold::Units& units, uint32_t name);
  // What names further on gave.
  void append(const BuilderRows& rows);
  // Of what can be said once.
  void keep_distinct();
  void sort(unsigned jobs);

  std::string filter(uint32_t number) const {
    return filter_of(filtered_[number]);
  }
  std::string words() const { return filter_of(words_); }
  std::string firsts() const { return filter_of(firsts_); }
  std::string pairs() const { return filter_of(pairs_); }
  // Sets `max_probes`. Empty when too many rows fall on one place.
  std::string buckets(uint32_t* max_probes) const;

  uint32_t max_units = 0;
  uint32_t max_unit_size = 0;

 private:
  void add_word(std::string_view word, uint64_t hash);
  void keep_distinct_words();
  static std::string filter_of(const std::vector<uint64_t>& hashes);

  std::vector<RowEntry> entries_;  // sorted: one a name, or one a row without
  std::vector<uint64_t> filtered_[kFilters];
  std::vector<uint64_t> words_;   // of every name, and how they begin
  size_t distinct_words_ = 0;     // at the last count
  std::vector<uint64_t> firsts_;  // (section.h)
  std::vector<uint64_t> pairs_;
};

}  // namespace khitai::match

#endif  // KHITAI_MATCH_BUILDER_ROWS_H_
