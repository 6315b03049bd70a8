// SPDX-License-Identifier: Apache-2.0
//
// From the hash of a term to the numbers of what has it: the index of spelling
// candidates. Terms are not stored, so a look-up proposes and the caller
// compares. Each entry carries a mark of 32 bits (a digest of its spelling)
// that lies beside the number, so that long lists can be thinned without
// following them.
//
//   u32 bits | u32 count | directory, 2^bits + 1 u32 | numbers, u32 each |
//   marks, u32 each | hashes, u32 each, or u16 from 16 bits on: their lower
//   half, for the directory has the upper one
//
// Entries are sorted by hash, number, mark. Look-up: constant time, then the
// list. Hostile bytes give wrong numbers, never a wild read. Read-only,
// thread-safe.

#ifndef KHITAI_MATCH_HASH_INDEX_H_
#define KHITAI_MATCH_HASH_INDEX_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace khitai::match {

struct HashEntry {
  uint32_t hash = 0;
  uint32_t number = 0;
  uint32_t mark = 0;
  auto operator<=>(const HashEntry&) const = default;
};

// 32 bits of a term.
uint32_t term_hash(std::string_view term);

// Gathers entries and writes the section. Deterministic: the order in which
// they are added is nothing, doubles are dropped. Time: a sort. Memory: twelve
// bytes an entry, half as much again while they are added.
class HashIndexBuilder {
 public:
  HashIndexBuilder() : parts_(kParts) {}
  void add(const HashEntry& entry) {
    parts_[entry.hash / (UINT32_MAX / kParts + 1)].push_back(entry);
  }
  // Once, last: gives the entries back to the memory as they are written.
  std::string build();

 private:
  static constexpr uint32_t kParts = 256;  // by the first bits of the hash
  std::vector<std::vector<HashEntry>> parts_;
};

std::string build_hash_index(const std::vector<HashEntry>& entries);

class HashIndex {
 public:
  HashIndex() = default;
  // Over a section; one that is damaged has no entries.
  explicit HashIndex(std::string_view section);

  struct Range {
    uint32_t begin = 0;
    uint32_t end = 0;
    uint32_t size() const { return end - begin; }
  };
  Range find(uint32_t hash) const;
  // Of an entry; zero when out of range.
  uint32_t number(uint32_t index) const {
    return base::load<uint32_t>(numbers_, uint64_t{index} * 4);
  }
  uint32_t mark(uint32_t index) const {
    return base::load<uint32_t>(marks_, uint64_t{index} * 4);
  }
  uint32_t count() const { return count_; }

 private:
  // What is stored of an entry's hash.
  uint32_t hash_at(uint32_t index) const;

  std::string_view directory_, numbers_, marks_, hashes_;
  uint32_t bits_ = 0;
  uint32_t count_ = 0;
};

}  // namespace khitai::match

#endif  // KHITAI_MATCH_HASH_INDEX_H_
