// SPDX-License-Identifier: Apache-2.0
//
// Writes the section the matcher reads (section.h). Names are taken in the
// order of their keys and rows in the order of their hashes, so that the bytes
// depend on the set of patterns alone. Time: two sorts.

#include <algorithm>
#include <cassert>
#include <cstring>
#include <functional>
#include <iterator>

#include "base/bytes.h"
#include "base/ordered_pool.h"
#include "base/sort.h"
#include "khitai/version.h"
#include "match/matcher.h"
#include "match/row.h"
#include "match/section.h"

namespace khitai::match {
namespace {

constexpr uint64_t kFilterBits = 16;  // a row; 1 % pass that should not
constexpr uint64_t kRowsPerBucket = 6;
constexpr size_t kManyWords = size_t{1} << 16;

// A row of a name: a whole name (`name`: its offset), or what names go on from.
struct Entry {
  uint64_t hash;
  uint32_t name;
  uint32_t more;
};

bool operator<(const Entry& a, const Entry& b) {
  return a.hash != b.hash ? a.hash < b.hash : a.name < b.name;
}

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

// Gathers the rows of all names, then writes filters and buckets.
class Rows {
 public:
  // `units` are those of a name stored at the offset `name`.
  void add(const fold::Units& units, uint32_t name);
  // What names further on gave.
  void append(const Rows& rows);
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

  std::vector<Entry> entries_;  // sorted: one a name, or one a row without
  std::vector<uint64_t> filtered_[kFilters];
  std::vector<uint64_t> words_;   // of every name, and how they begin
  size_t distinct_words_ = 0;     // at the last count
  std::vector<uint64_t> firsts_;  // (section.h)
  std::vector<uint64_t> pairs_;
};

void Rows::add(const fold::Units& units, uint32_t name) {
  const auto count = static_cast<uint32_t>(units.units.size());
  max_units = std::max(max_units, count);
  uint64_t hash = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const fold::Unit& unit = units.units[i];
    const std::string_view word = units.key_of(unit);
    const uint64_t word_hash = units.hashes[i];
    hash = i == 0 ? word_hash : join(hash, unit.gap, word_hash);
    max_unit_size = std::max(max_unit_size, static_cast<uint32_t>(word.size()));
    if (unit.kind == fold::UnitKind::kWord) add_word(word, word_hash);
    const bool whole = i + 1 == count;
    const bool han = fold::is_han(units.hashes[0]);
    if (i == 0 && (!han || whole)) firsts_.push_back(hash);
    if (i == 1 && han) pairs_.push_back(hash);
    if (whole ? i < kFilters : i == kFilters - 1) {
      filtered_[i].push_back(hash);
    }
    if (whole) {
      entries_.push_back({hash, name, 0});
    } else if (i >= kFilters - 1) {
      entries_.push_back({hash, 0, 1});
    }
  }
}

void Rows::add_word(std::string_view word, uint64_t hash) {
  const size_t letters = static_cast<size_t>(std::count_if(
      word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; }));
  const size_t size = start_size(word, start_letters(letters));
  char padded[64 + kHashPadding] = {};
  std::memcpy(padded, word.data(), std::min<size_t>(size, 64));
  words_.push_back(hash);
  words_.push_back(start_hash(unit_hash(padded, std::min<size_t>(size, 64))));
  // There are far fewer words than names have.
  if (words_.size() >= 2 * distinct_words_ + kManyWords) keep_distinct_words();
}

void Rows::keep_distinct_words() {
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  distinct_words_ = words_.size();
}

void Rows::append(const Rows& rows) {
  const auto join = [](const auto& from, auto* to) {
    to->insert(to->end(), from.begin(), from.end());
  };
  join(rows.entries_, &entries_);
  for (uint32_t i = 0; i < kFilters; ++i) {
    join(rows.filtered_[i], &filtered_[i]);
  }
  join(rows.words_, &words_);
  join(rows.firsts_, &firsts_);
  join(rows.pairs_, &pairs_);
  max_units = std::max(max_units, rows.max_units);
  max_unit_size = std::max(max_unit_size, rows.max_unit_size);
  if (words_.size() >= 2 * distinct_words_ + kManyWords) keep_distinct_words();
}

void Rows::keep_distinct() {
  for (auto* hashes : {&filtered_[kFilters - 1], &firsts_, &pairs_}) {
    std::sort(hashes->begin(), hashes->end());
    hashes->erase(std::unique(hashes->begin(), hashes->end()), hashes->end());
  }
  keep_distinct_words();
}

// Leaves one entry a name, and one for a row that is none; of the entries of
// one hash all say whether a name goes on.
void Rows::sort(unsigned jobs) {
  base::sort(jobs, entries_.begin(), entries_.end());
  size_t kept = 0;
  for (size_t i = 0, end; i < entries_.size(); i = end) {
    const uint32_t more = entries_[i].more;
    for (end = i; end < entries_.size(); ++end) {
      if (entries_[end].hash != entries_[i].hash) break;
    }
    if (entries_[end - 1].name == 0) {
      entries_[kept++] = entries_[i];
      continue;
    }
    const uint64_t hash = entries_[i].hash;
    for (size_t j = i; j < end; ++j) {
      if (entries_[j].name != 0) {
        entries_[kept++] = {hash, entries_[j].name, more};
      }
    }
  }
  entries_.resize(kept);
  keep_distinct();
}

std::string Rows::filter_of(const std::vector<uint64_t>& hashes) {
  const uint64_t count = hashes.size() * kFilterBits / 64 + 1;
  std::vector<uint64_t> words(count);
  for (const uint64_t hash : hashes) {
    words[place_of(hash, static_cast<uint32_t>(count))] |= Filter::bits(hash);
  }
  return std::string(reinterpret_cast<const char*>(words.data()), count * 8);
}

// Puts the entries into `count` buckets; returns the longest probe.
uint32_t fill(const std::vector<Entry>& entries, uint64_t count,
              std::vector<uint32_t>* slots) {
  slots->assign(count * 2 * kSlots, 0);
  std::vector<uint8_t> used(count);
  uint32_t longest = 1;
  for (const Entry& entry : entries) {
    uint64_t place = place_of(entry.hash, static_cast<uint32_t>(count));
    uint32_t probes = 1;
    while (used[place] == kSlots) {
      if (++place == count) place = 0;
      if (++probes > kMaxProbes) return probes;
    }
    uint32_t* bucket = slots->data() + place * 2 * kSlots;
    const uint32_t slot = used[place]++;
    bucket[slot] = tag_of(entry.hash) | entry.more;
    bucket[kSlots + slot] = entry.name;
    longest = std::max(longest, probes);
  }
  return longest;
}

std::string Rows::buckets(uint32_t* max_probes) const {
  uint64_t count = entries_.size() / kRowsPerBucket + 1;
  std::vector<uint32_t> slots;
  for (int attempt = 0; attempt < 4; ++attempt, count *= 2) {
    *max_probes = fill(entries_, count, &slots);
    if (*max_probes > kMaxProbes) continue;
    return std::string(reinterpret_cast<const char*>(slots.data()),
                       slots.size() * sizeof slots[0]);
  }
  return {};
}

void append_name(uint32_t number, std::string_view key, std::string* names) {
  base::append<uint32_t>(number, names);
  base::append<uint16_t>(static_cast<uint16_t>(key.size()), names);
  names->append(key);
}

std::string join_parts(const Rows& rows, uint32_t name_count,
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
  Rows rows;
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
                     Rows* rows, std::string* names) {
  constexpr size_t kBlock = size_t{1} << 14;
  Status status = Done{};
  names->reserve(offsets.back());
  names->assign(1, '\0');
  base::run_numbers(
      jobs, (sorted.size() + kBlock - 1) / kBlock,
      [&](size_t number) {
        const size_t begin = number * kBlock;
        return block_of(sorted, offsets, begin,
                        std::min(begin + kBlock, sorted.size()));
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
  Rows rows;
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
