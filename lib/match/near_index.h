// SPDX-License-Identifier: Apache-2.0
//
// Names within a few edits of a spelling, among millions: all of them and
// nothing else. Numbers in and out; whoever has the names tells the key of a
// number. What the terms (near_terms.h) propose is thinned by length and by
// letters, then compared letter by letter.
//
//   u32 edits | u32 bits | u32 entries | u32 numbers | u32 width | u32 turned |
//   directory, 2^bits + 1 u32 | signatures, u64 a number |
//   marks, u32 a number | tags, u16 an entry | numbers, `width` bytes an entry
//
// Entries are sorted by hash, length of the key, number. A tag is ten bits of
// the hash behind those of the directory, then six of the length in letters (63
// stands for more). `turned`: how many are filed by their last letters, for too
// many begin alike.
//
// Hostile bytes give wrong numbers, never a wild read; what is found is found
// for what its key says. Read-only, thread-safe.

#ifndef KHITAI_MATCH_NEAR_INDEX_H_
#define KHITAI_MATCH_NEAR_INDEX_H_

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "match/near_terms.h"

namespace khitai::match {

struct Near {
  uint32_t number = 0;
  uint32_t edits = 0;
  auto operator<=>(const Near&) const = default;
};

class NearIndex {
 public:
  // The key of a number; empty when there is none.
  using KeyOf = std::function<std::string_view(uint32_t number)>;

  NearIndex() = default;
  // Over a section; one that is damaged has no entries.
  explicit NearIndex(std::string_view section);

  // For how many edits it was made; 0: it has no entries.
  size_t edits() const { return edits_; }
  uint32_t count() const { return count_; }

  // The numbers whose keys are within `edits` edits of `key` (as many as the
  // index was made for, and edits_of_size() allows): code points changed, left
  // out or put in. At most `most`: those with the fewest edits, then of the
  // nearest length (63 letters and more are one), then the least numbers. None
  // for an empty key. Time: some ten lists of some ten entries, hundreds for
  // two edits.
  std::vector<Near> find(std::string_view key, size_t edits, size_t most,
                         const KeyOf& key_of) const;

  // Numbers that share a term with at most `edits` letters left out on this
  // side, at most one, so they begin alike, whatever follows (those that too
  // many begin like end alike). May tell one several times, and some that do
  // not. `most`: entries looked at of one term.
  void each_alike(std::string_view key, size_t edits, uint32_t most,
                  const std::function<void(uint32_t number)>& tell) const;

  // What the builder was given for a number; 0 when out of range.
  uint32_t mark(uint32_t number) const {
    return base::load<uint32_t>(marks_, uint64_t{number} * 4);
  }

 private:
  struct Range {
    uint32_t begin = 0;
    uint32_t end = 0;
  };
  // A term, and the lengths of the keys wanted.
  struct Ask {
    uint32_t hash = 0;
    uint32_t least = 0;
    uint32_t most = 0;
    Range range;
  };
  class Search;

  // The entries of a term among those of its bucket.
  Range bucket(uint32_t hash) const;
  Range within(const Range& bucket, const Ask& ask) const;
  // Does all of them, step by step, so that waits for memory overlap.
  void find_ranges(std::vector<Ask>* asks) const;
  uint32_t number_at(uint32_t entry) const;
  uint32_t tag_at(uint32_t entry) const {
    return base::load<uint16_t>(tags_, uint64_t{entry} * 2);
  }

  std::string_view directory_, signatures_, marks_, tags_, numbers_;
  size_t edits_ = 0;
  uint32_t bits_ = 0;
  uint32_t count_ = 0;   // entries
  uint32_t names_ = 0;   // numbers
  uint32_t width_ = 4;   // bytes of a number
  uint32_t turned_ = 0;  // numbers filed by their last letters
};

}  // namespace khitai::match

#endif  // KHITAI_MATCH_NEAR_INDEX_H_
