// SPDX-License-Identifier: Apache-2.0

#include "match/hash_index.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/checksum.h"

namespace khitai::match {
namespace {

constexpr uint32_t kMostBits = 24;
constexpr uint32_t kHalfBits = 16;  // from here on half of a hash is stored
constexpr uint64_t kPerBucket = 4;

uint64_t hash_size(uint32_t bits) { return bits >= kHalfBits ? 2 : 4; }
uint64_t entry_size(uint32_t bits) { return 8 + hash_size(bits); }

uint32_t bucket_of(uint32_t hash, uint32_t bits) {
  return bits == 0 ? 0 : hash >> (32 - bits);
}

}  // namespace

uint32_t term_hash(std::string_view term) {
  const uint64_t sum = base::checksum(term);
  return static_cast<uint32_t>(sum ^ (sum >> 32));
}

std::string HashIndexBuilder::build() {
  uint64_t count = 0;
  for (std::vector<HashEntry>& part : parts_) {
    std::sort(part.begin(), part.end());
    part.erase(std::unique(part.begin(), part.end()), part.end());
    count += part.size();
  }
  uint32_t bits = 0;
  while (bits < kMostBits && (kPerBucket << bits) < count) ++bits;
  std::string out;
  out.reserve(8 + ((uint64_t{1} << bits) + 1) * 4 + count * entry_size(bits));
  base::append(bits, &out);
  base::append(static_cast<uint32_t>(count), &out);
  // Where each bucket begins: behind all entries of those before it.
  uint32_t bucket = 0;
  uint32_t at = 0;
  for (const std::vector<HashEntry>& part : parts_) {
    for (const HashEntry& entry : part) {
      for (; bucket <= bucket_of(entry.hash, bits); ++bucket) {
        base::append(at, &out);
      }
      ++at;
    }
  }
  for (; bucket <= uint32_t{1} << bits; ++bucket) base::append(at, &out);
  for (const std::vector<HashEntry>& part : parts_) {
    for (const HashEntry& entry : part) base::append(entry.number, &out);
  }
  for (const std::vector<HashEntry>& part : parts_) {
    for (const HashEntry& entry : part) base::append(entry.mark, &out);
  }
  for (std::vector<HashEntry>& part : parts_) {
    for (const HashEntry& entry : part) {
      if (bits >= kHalfBits) {
        base::append(static_cast<uint16_t>(entry.hash), &out);
      } else {
        base::append(entry.hash, &out);
      }
    }
    std::vector<HashEntry>().swap(part);
  }
  return out;
}

std::string build_hash_index(const std::vector<HashEntry>& entries) {
  HashIndexBuilder builder;
  for (const HashEntry& entry : entries) builder.add(entry);
  return builder.build();
}

HashIndex::HashIndex(std::string_view section) {
  const uint32_t bits = base::load<uint32_t>(section, 0);
  const uint32_t count = base::load<uint32_t>(section, 4);
  if (bits > kMostBits) return;
  const uint64_t directory = ((uint64_t{1} << bits) + 1) * 4;
  if (section.size() < 8 + directory) return;
  if ((section.size() - 8 - directory) / entry_size(bits) < count) return;
  bits_ = bits;
  count_ = count;
  directory_ = section.substr(8, directory);
  const uint64_t words = uint64_t{count} * 4;
  section.remove_prefix(8 + directory);
  numbers_ = section.substr(0, words);
  marks_ = section.substr(words, words);
  hashes_ = section.substr(2 * words, count * hash_size(bits));
}

uint32_t HashIndex::hash_at(uint32_t index) const {
  const uint64_t at = index * hash_size(bits_);
  return bits_ >= kHalfBits ? base::load<uint16_t>(hashes_, at)
                            : base::load<uint32_t>(hashes_, at);
}

HashIndex::Range HashIndex::find(uint32_t hash) const {
  if (count_ == 0) return {};
  const uint64_t at = uint64_t{bucket_of(hash, bits_)} * 4;
  uint32_t begin = std::min(base::load<uint32_t>(directory_, at), count_);
  const uint32_t stop =
      std::min(base::load<uint32_t>(directory_, at + 4), count_);
  // Within a bucket hashes ascend, and so do their lower halves.
  if (bits_ >= kHalfBits) hash &= 0xFFFF;
  uint32_t low = begin;
  uint32_t high = std::max(begin, stop);
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (hash_at(middle) < hash) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  begin = low;
  high = std::max(begin, stop);
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (hash_at(middle) <= hash) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return {begin, low};
}

}  // namespace khitai::match
