// SPDX-License-Identifier: Apache-2.0

#include "match/builder_rows.h"

#include <algorithm>
#include <cstring>

#include "base/sort.h"
#include "match/hash.h"

namespace khitai::match {
namespace {

constexpr uint64_t kFilterBits = 16;  // a row; 1 % pass that should not
constexpr uint64_t kRowsPerBucket = 6;
constexpr size_t kManyWords = size_t{1} << 16;

}  // namespace

void BuilderRows::add(const fold::Units& units, uint32_t name) {
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

void BuilderRows::add_word(std::string_view word, uint64_t hash) {
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

void BuilderRows::keep_distinct_words() {
  std::sort(words_.begin(), words_.end());
  words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
  distinct_words_ = words_.size();
}

void BuilderRows::append(const BuilderRows& rows) {
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

void BuilderRows::keep_distinct() {
  for (auto* hashes : {&filtered_[kFilters - 1], &firsts_, &pairs_}) {
    std::sort(hashes->begin(), hashes->end());
    hashes->erase(std::unique(hashes->begin(), hashes->end()), hashes->end());
  }
  keep_distinct_words();
}

// Leaves one entry a name, and one for a row that is none; of the entries of
// one hash all say whether a name goes on.
void BuilderRows::sort(unsigned jobs) {
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

std::string BuilderRows::filter_of(const std::vector<uint64_t>& hashes) {
  const uint64_t count = hashes.size() * kFilterBits / 64 + 1;
  std::vector<uint64_t> words(count);
  for (const uint64_t hash : hashes) {
    words[place_of(hash, static_cast<uint32_t>(count))] |= Filter::bits(hash);
  }
  return std::string(reinterpret_cast<const char*>(words.data()), count * 8);
}

namespace {

// Puts the entries into `count` buckets; returns the longest probe.
uint32_t fill(const std::vector<RowEntry>& entries, uint64_t count,
              std::vector<uint32_t>* slots) {
  slots->assign(count * 2 * kSlots, 0);
  std::vector<uint8_t> used(count);
  uint32_t longest = 1;
  for (const RowEntry& entry : entries) {
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

}  // namespace

std::string BuilderRows::buckets(uint32_t* max_probes) const {
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

}  // namespace khitai::match
