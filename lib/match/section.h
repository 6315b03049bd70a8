// SPDX-License-Identifier: Apache-2.0
//
// The matcher's section of a compiled lexicon: what the builder writes and the
// matcher reads in place. All numbers little-endian.
//
//   header (192 bytes) | filters 1-3 | buckets | names | words | firsts | pairs
//
// A *row* is a run of units of a text or of a name. Rows of one, of two, and
// the first three units of longer ones have a filter each, small enough for
// the cache. They are asked only where the filters of firsts and of pairs let
// pass. Behind the filters one hash table holds every row that is a whole name,
// and every row of three or more units that some name goes on from. Names are
// stored as keys, and compared byte by byte before a match is told.
//
//   filter   u64 words; a row sets three bits of one word
//   bucket   64 bytes: 8 tags (31 bits of the hash; lowest bit: some name goes
//            on), then 8 name offsets (0: none). A full bucket runs over into
//            the next. An empty tag is 0
//   name     u32 number, u16 size, the key
//   words    a filter of every word of the names, and of how words begin
//   firsts   a filter of the first units of names; of names that begin with a
//            Han character only where that is the whole
//   pairs    of the first two units of those
//
// Rows with one hash share it: each name has its own slot, and all are tried.

#ifndef KHITAI_MATCH_SECTION_H_
#define KHITAI_MATCH_SECTION_H_

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

#include "khitai/result.h"
#include "match/hash.h"

namespace khitai::match {

inline constexpr char kMagic[8] = {'K', 'H', 'M', 'A', 'T', 'C', 'H', '\n'};
inline constexpr uint32_t kVersion = 3;
inline constexpr uint32_t kHeaderSize = 192;
inline constexpr uint32_t kFilters = 3;
inline constexpr uint32_t kBucketSize = 64;
inline constexpr uint32_t kSlots = 8;
inline constexpr uint32_t kNameHeaderSize = 6;

// What a name may have; they bound the work one place of a text can cause.
inline constexpr uint32_t kMaxUnits = 255;
inline constexpr uint32_t kMaxKeySize = 65535;
inline constexpr uint32_t kMaxProbes = 16;  // buckets one look-up reads

// Offsets of the header's fields.
enum HeaderField : uint32_t {
  kAtMagic = 0,
  kAtVersion = 8,
  kAtFold = 12,
  kAtMaxUnits = 16,     // units of the longest name
  kAtMaxUnitSize = 20,  // bytes of the longest unit
  kAtMaxProbes = 24,
  kAtNameCount = 32,
  kAtParts = 40,  // (u64 offset, u64 size) of filters 1-3, buckets, names,
                  // words, firsts, pairs
};

// A blocked Bloom filter in one 64-bit word a row.
class Filter {
 public:
  // REQUIRES: 8 <= words.size() < 2^35, a multiple of 8.
  explicit Filter(std::string_view words)
      : words_(words.data()), count_(static_cast<uint32_t>(words.size() / 8)) {}

  bool may_have(uint64_t hash) const {
    uint64_t word;
    std::memcpy(&word, words_ + place_of(hash, count_) * 8, 8);
    return (bits(hash) & ~word) == 0;
  }
  // The same of up to 64, a bit each, the first lowest, the fastest way there
  // is (filter_wide.h). REQUIRES: hashes up to the next multiple of eight can
  // be read.
  uint64_t may_have_each(const uint64_t* hashes, uint32_t count) const;
  static uint64_t bits(uint64_t hash) {
    return uint64_t{1} << (hash >> 1 & 63) | uint64_t{1} << (hash >> 7 & 63) |
           uint64_t{1} << (hash >> 13 & 63);
  }
  const char* words() const { return words_; }
  uint32_t count() const { return count_; }

 private:
  const char* words_;
  uint32_t count_;
};

// Which of up to 64 units are Han characters, a bit each.
uint64_t han_each(const uint64_t* hashes, uint32_t count);

// A tag never is 0, which marks an empty slot. Its lowest bit is left free.
inline uint32_t tag_of(uint64_t hash) {
  const uint32_t tag = static_cast<uint32_t>(hash) & ~uint32_t{1};
  return tag == 0 ? 2 : tag;
}

struct Name {
  uint32_t number;
  std::string_view key;
};

// A section whose header was checked. Numbers behind the header were not.
struct Section {
  uint32_t max_units;
  uint32_t max_unit_size;
  uint32_t max_probes;
  Filter one;    // rows of one unit that are names
  Filter two;    // of two
  Filter three;  // first three units of names
  std::string_view buckets;
  std::string_view names;
  Filter words;
  Filter firsts;
  Filter pairs;

  static Result<Section> open(std::string_view bytes);

  uint32_t bucket_count() const {
    return static_cast<uint32_t>(buckets.size() / kBucketSize);
  }
  // Whether a row of `unit_count` units may be one of those of a filter.
  bool may_have(uint32_t unit_count, uint64_t row) const {
    const Filter& filter = unit_count == 1   ? one
                           : unit_count == 2 ? two
                                             : three;
    return filter.may_have(row);
  }
  void prefetch(uint64_t row) const {
    __builtin_prefetch(buckets.data() +
                       place_of(row, bucket_count()) * kBucketSize);
  }
  void prefetch_name(uint32_t offset) const {
    if (offset < names.size()) __builtin_prefetch(names.data() + offset);
  }
  // The name at an offset a slot gave; none when it does not lie in `names`.
  std::optional<Name> name_at(uint32_t offset) const;

  // Looks `row` up: calls visit(offset) for each name stored under its hash,
  // which need not be the row's. Returns whether some name may go on from it.
  template <typename Visit>
  bool look_up(uint64_t row, const Visit& visit) const {
    const uint32_t tag = tag_of(row);
    uint64_t place = place_of(row, bucket_count());
    bool more = false;
    for (uint32_t probe = 0; probe < max_probes; ++probe) {
      const char* bucket = buckets.data() + place * kBucketSize;
      uint32_t tags[kSlots];
      std::memcpy(tags, bucket, sizeof tags);
      // Without branches, for which slot it is cannot be foreseen.
      uint32_t found = 0;
      for (uint32_t slot = 0; slot < kSlots; ++slot) {
        found |= uint32_t{(tags[slot] & ~uint32_t{1}) == tag} << slot;
      }
      for (; found != 0; found &= found - 1) {
        const auto slot = static_cast<uint32_t>(std::countr_zero(found));
        more |= (tags[slot] & 1) != 0;
        uint32_t offset;
        std::memcpy(&offset, bucket + sizeof tags + slot * 4, 4);
        if (offset != 0) visit(offset);
      }
      if (tags[kSlots - 1] == 0) break;
      if (++place == bucket_count()) place = 0;
    }
    return more;
  }
};

}  // namespace khitai::match

#endif  // KHITAI_MATCH_SECTION_H_
