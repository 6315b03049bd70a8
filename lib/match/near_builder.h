// SPDX-License-Identifier: Apache-2.0
//
// Makes the index of near spellings (near_index.h). Keys are read on any
// thread, gathered and written on one. What comes out depends on the keys
// alone.

#ifndef KHITAI_MATCH_NEAR_BUILDER_H_
#define KHITAI_MATCH_NEAR_BUILDER_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "match/near_terms.h"

namespace khitai::match {

// A key as it is filed, by its first letters.
struct NearFiled {
  uint64_t signature = 0;
  uint32_t mark = 0;   // whatever the caller wants to be told of it
  uint32_t first = 0;  // hashes of the first letters whole, of the last ones
  uint32_t last = 0;
  uint8_t length = 0;
  uint8_t count = 0;
  uint32_t hashes[kMostNearTerms];
};

// Linear; thread-safe. REQUIRES: 1 <= edits <= kMostEdits.
NearFiled near_filed(std::string_view key, size_t edits, uint32_t mark);

class NearIndexBuilder {
 public:
  // The key of a number, as it was given.
  using KeyOf = std::function<std::string_view(uint32_t number)>;

  explicit NearIndexBuilder(size_t edits) : edits_(edits), parts_(kParts) {}

  // The key of the next number, from 0.
  void add(const NearFiled& key);

  // Once, last: gives what it has back to the memory as it is written. Time: a
  // sort. Memory: eight bytes an entry, half as much again while they are
  // added.
  std::string build(const KeyOf& key_of);

 private:
  static constexpr uint32_t kParts = 256;  // by the first bits of the hash

  void add_entry(uint32_t hash, uint32_t number);
  // Files by their last letters those of which many begin alike. Returns how
  // many.
  uint32_t turn(const KeyOf& key_of);
  // Each entry once, by hash; returns how many there are.
  uint64_t sort();
  void sort_by_length(uint32_t bits, std::vector<uint64_t>* part) const;
  void write_directory(uint32_t bits, std::string* out) const;

  size_t edits_;
  std::vector<std::vector<uint64_t>> parts_;  // hash, number
  std::vector<uint64_t> signatures_;
  std::vector<uint32_t> marks_, firsts_, lasts_;
  std::vector<uint8_t> lengths_;
};

}  // namespace khitai::match

#endif  // KHITAI_MATCH_NEAR_BUILDER_H_
