// SPDX-License-Identifier: Apache-2.0
//
// Writes the section the matcher reads (section.h). Names are taken in the
// order of their keys and rows in the order of their hashes, so that the bytes
// depend on the set of patterns alone. Time: two sorts.

#include <algorithm>
#include <cassert>
#include <functional>
#include <iterator>

#include "base/bytes.h"
#include "base/ordered_pool.h"
#include "base/sort.h"
#include "khitai/version.h"
#include "match/builder_rows.h"
#include "match/matcher.h"
#include "match/row.h"
#include "match/section.h"

namespace khitai::match {
namespace {

Error cannot_match(std::string_view key, const std::string& why) {
  size_t shown = std::min<size_t>(key.size(), 80);
  while (shown < key.size() && (key[shown] & 0xC0) == 0x80) --shown;
  return Error{"match key \"" + std::string(key.substr(0, shown)) + "\"" + why};
}

// The units of a match key, ready for hashing; an error when they do not spell
// it or are more than a name may have.
Status read_key(std::string_view key, fold::Units* units) {
  units->clear();
  if (key.empty() || key.size() > kMaxKeySize) {
    return cannot_match(key, " has " + std::to_string(key.size()) +
                                 " bytes, expected 1 to " +
                                 std::to_string(kMaxKeySize));
  }
  fold::append_units(key, units);
  if (units->units.size() > kMaxUnits) {
    return cannot_match(key, " has " + std::to_string(units->units.size()) +
                                 " words, expected at most " +
                                 std::to_string(kMaxUnits));
  }
  const auto last = static_cast<uint32_t>(units->units.size()) - 1;
  if (units->units.empty() || !spells(*units, {0, 0, last, 0, 0}, key)) {
    return cannot_match(key, " is not folded");
  }
  return Done{};
}

void append_name(uint32_t number, std::string_view key, std::string* names) {
  base::append<uint32_t>(number, names);
  base::append<uint16_t>(static_cast<uint16_t>(key.size()), names);
  names->append(key);
}

std::string join_parts(const BuilderRows& rows, uint32_t name_count,
                       uint32_t max_probes, const std::string* const* parts,
                       uint32_t part_count) {
  std::string bytes(kMagic, sizeof kMagic);
  base::append<uint32_t>(kVersion, &bytes);
  base::append<uint32_t>(kFoldVersion, &bytes);
  base::append<uint32_t>(rows.max_units, &bytes);
  base::append<uint32_t>(rows.max_unit_size, &bytes);
  base::append<uint32_t>(max_probes, &bytes);
  base::append<uint32_t>(0, &bytes);
  base::append<uint64_t>(name_count, &bytes);
  uint64_t offset = kHeaderSize;
  for (uint32_t i = 0; i < part_count; ++i) {
    base::append<uint64_t>(offset, &bytes);
    base::append<uint64_t>(parts[i]->size(), &bytes);
    offset += (parts[i]->size() + kBucketSize - 1) / kBucketSize * kBucketSize;
  }
  base::pad_to(kHeaderSize, &bytes);
  bytes.reserve(offset);
  for (uint32_t i = 0; i < part_count; ++i) {
    base::pad_to(kBucketSize, &bytes);
    bytes.append(*parts[i]);
  }
  return bytes;
}

}  // namespace

Status check_key(std::string_view key) {
  fold::Units units;
  return read_key(key, &units);
}

Status check_folded(std::string_view key) {
  // A unit has a byte at least.
  if (!key.empty() && key.size() <= kMaxUnits) return Done{};
  return check_key(key);
}

namespace {

using Patterns = std::vector<const Builder::Pattern*>;

Patterns sorted_patterns(const std::vector<Builder::Pattern>& patterns,
                         unsigned jobs) {
  Patterns sorted;
  sorted.reserve(patterns.size());
  for (const auto& pattern : patterns) sorted.push_back(&pattern);
  const auto before = [](const auto* a, const auto* b) {
    return a->key < b->key;
  };
  if (!std::is_sorted(sorted.begin(), sorted.end(), before)) {
    base::sort(jobs, sorted.begin(), sorted.end(), before);
  }
  return sorted;
}

// Where each name begins among the names, and where they end; offset 0 is for
// none.
Result<std::vector<uint32_t>> offsets_of(const Patterns& sorted) {
  std::vector<uint32_t> offsets = {1};
  offsets.reserve(sorted.size() + 1);
  for (size_t i = 0; i < sorted.size(); ++i) {
    const std::string& key = sorted[i]->key;
    if (i > 0 && sorted[i - 1]->key == key) {
      return cannot_match(key, " was added twice");
    }
    const uint64_t end =
        uint64_t{offsets.back()} + kNameHeaderSize + key.size();
    if (end > UINT32_MAX - kMaxKeySize) {
      return Error{"match: more than 4 GB of names"};
    }
    offsets.push_back(static_cast<uint32_t>(end));
  }
  return offsets;
}

// The rows and names of a block of patterns.
struct Block {
  BuilderRows rows;
  std::string names;
  Status status = Done{};
};

Block block_of(const Patterns& sorted, const std::vector<uint32_t>& offsets,
               size_t begin, size_t end) {
  Block block;
  fold::Units units;
  for (size_t i = begin; i < end && block.status; ++i) {
    const std::string& key = sorted[i]->key;
    block.status = read_key(key, &units);
    if (!block.status) break;
    block.rows.add(units, offsets[i]);
    append_name(sorted[i]->number, key, &block.names);
  }
  block.rows.keep_distinct();
  return block;
}

// Of all patterns; an error names the first of them that is none.
Status read_patterns(const Patterns& sorted,
                     const std::vector<uint32_t>& offsets, unsigned jobs,
                     BuilderRows* rows, std::string* names) {
  constexpr size_t kBlock = size_t{1} << 14;
  Status status = Done{};
  names->reserve(offsets.back());
  names->assign(1, '\0');
  base::run_blocks_in_order(
      jobs, sorted.size(), kBlock,
      [&](size_t begin, size_t end) {
        return block_of(sorted, offsets, begin, end);
      },
      [&](const Block& block) {
        status = block.status;
        rows->append(block.rows);
        names->append(block.names);
        return status.ok();
      });
  return status;
}

}  // namespace

Result<std::string> Builder::build(unsigned jobs) const {
  const Patterns sorted = sorted_patterns(patterns_, jobs);
  const auto offsets = offsets_of(sorted);
  if (!offsets.ok()) return offsets.error();
  BuilderRows rows;
  std::string names;
  const Status read = read_patterns(sorted, *offsets, jobs, &rows, &names);
  if (!read.ok()) return read.error();
  rows.sort(jobs);

  uint32_t max_probes = 0;
  std::string filters[kFilters], buckets, words, firsts, pairs;
  const std::function<void()> makers[] = {
      [&] { buckets = rows.buckets(&max_probes); },
      [&] { filters[0] = rows.filter(0); },
      [&] { filters[1] = rows.filter(1); },
      [&] { filters[2] = rows.filter(2); },
      [&] { words = rows.words(); },
      [&] { firsts = rows.firsts(); },
      [&] { pairs = rows.pairs(); }};
  base::run_each(jobs, std::size(makers), [&](size_t i) { makers[i](); });
  if (buckets.empty()) return Error{"match: too many names share a hash"};
  const std::string* parts[] = {&filters[0], &filters[1], &filters[2], &buckets,
                                &names,      &words,      &firsts,     &pairs};
  return join_parts(rows, static_cast<uint32_t>(sorted.size()), max_probes,
                    parts, kFilters + 5);
}

}  // namespace khitai::match
