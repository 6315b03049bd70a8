// SPDX-License-Identifier: Apache-2.0

#include "match/hash_index.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/checksum.h"

namespace khitai::match {
namespace {

constexpr uint64_t kEntrySize = 12;
constexpr uint32_t kMostBits = 24;
constexpr uint64_t kPerBucket = 4;

uint32_t bucket_of(uint32_t hash, uint32_t bits) {
  return bits == 0 ? 0 : hash >> (32 - bits);
}

}  // namespace

uint32_t term_hash(std::string_view term) {
  const uint64_t sum = base::checksum(term);
  return static_cast<uint32_t>(sum ^ (sum >> 32));
}

std::string build_hash_index(std::vector<HashEntry> entries) {
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  uint32_t bits = 0;
  while (bits < kMostBits && (kPerBucket << bits) < entries.size()) ++bits;
  std::string out;
  base::append(bits, &out);
  base::append(static_cast<uint32_t>(entries.size()), &out);
  size_t at = 0;
  for (uint32_t bucket = 0; bucket <= uint32_t{1} << bits; ++bucket) {
    while (at < entries.size() && bucket_of(entries[at].hash, bits) < bucket) {
      ++at;
    }
    base::append(static_cast<uint32_t>(at), &out);
  }
  for (const HashEntry& entry : entries) {
    base::append(entry.hash, &out);
    base::append(entry.number, &out);
    base::append(entry.mark, &out);
  }
  return out;
}

HashIndex::HashIndex(std::string_view section) {
  const uint32_t bits = base::load<uint32_t>(section, 0);
  const uint32_t count = base::load<uint32_t>(section, 4);
  if (bits > kMostBits) return;
  const uint64_t directory = ((uint64_t{1} << bits) + 1) * 4;
  if (section.size() < 8 + directory) return;
  if ((section.size() - 8 - directory) / kEntrySize < count) return;
  bits_ = bits;
  count_ = count;
  directory_ = section.substr(8, directory);
  entries_ = section.substr(8 + directory, count * kEntrySize);
}

HashEntry HashIndex::entry(uint32_t index) const {
  const uint64_t at = index * kEntrySize;
  return {base::load<uint32_t>(entries_, at),
          base::load<uint32_t>(entries_, at + 4),
          base::load<uint32_t>(entries_, at + 8)};
}

HashIndex::Range HashIndex::find(uint32_t hash) const {
  if (count_ == 0) return {};
  const uint64_t at = uint64_t{bucket_of(hash, bits_)} * 4;
  uint32_t begin = std::min(base::load<uint32_t>(directory_, at), count_);
  const uint32_t stop =
      std::min(base::load<uint32_t>(directory_, at + 4), count_);
  // Within a bucket hashes ascend.
  auto hash_at = [&](uint32_t index) {
    return base::load<uint32_t>(entries_, index * kEntrySize);
  };
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
