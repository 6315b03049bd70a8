// SPDX-License-Identifier: Apache-2.0

#include "match/near_builder.h"

#include <algorithm>

#include "base/bytes.h"
#include "match/near_layout.h"

namespace khitai::match {
namespace {

constexpr uint32_t kThreeBytes = 1u << 24;  // numbers that these can tell

uint32_t hash_of(uint64_t entry) { return static_cast<uint32_t>(entry >> 32); }
uint32_t number_of(uint64_t entry) { return static_cast<uint32_t>(entry); }

void append_all(const std::vector<uint32_t>& values, std::string* out) {
  for (uint32_t value : values) base::append(value, out);
}

}  // namespace

NearFiled near_filed(std::string_view key, size_t edits, uint32_t mark) {
  std::u32string letters;
  read_letters(key, &letters);
  NearFiled filed;
  filed.signature = signature_of(letters);
  filed.mark = mark;
  filed.length = static_cast<uint8_t>(near_length(letters.size()));
  if (letters.empty()) return filed;
  NearTerms terms;
  for (size_t left_out = 0; left_out <= edits; ++left_out) {
    add_near_terms(letters, left_out, letters.size() >= kEnded, &terms);
  }
  filed.count = static_cast<uint8_t>(terms.count);
  std::transform(terms.begin(), terms.end(), filed.hashes,
                 [](const NearTerm& term) { return term.hash; });
  return filed;
}

void NearIndexBuilder::add(const NearFiled& key) {
  const auto number = static_cast<uint32_t>(lengths_.size());
  signatures_.push_back(key.signature);
  marks_.push_back(key.mark);
  lengths_.push_back(key.length);
  for (uint32_t i = 0; i < key.count; ++i) {
    const uint32_t hash = key.hashes[i];
    parts_[hash / (UINT32_MAX / kParts + 1)].push_back(uint64_t{hash} << 32 |
                                                       number);
  }
}

uint64_t NearIndexBuilder::sort() {
  uint64_t count = 0;
  for (std::vector<uint64_t>& part : parts_) {
    std::sort(part.begin(), part.end());
    part.erase(std::unique(part.begin(), part.end()), part.end());
    count += part.size();
  }
  return count;
}

// Of what a tag does not tell apart the shortest first.
void NearIndexBuilder::sort_by_length(uint32_t bits,
                                      std::vector<uint64_t>* part) const {
  const auto told = [&](uint64_t entry) {
    return near_bucket(hash_of(entry), bits) << kNearRestBits |
           near_tag(hash_of(entry), bits, 0) >> kNearLengthBits;
  };
  for (auto begin = part->begin(); begin != part->end();) {
    const auto end = std::find_if(begin, part->end(), [&](uint64_t entry) {
      return told(entry) != told(*begin);
    });
    std::sort(begin, end, [&](uint64_t a, uint64_t b) {
      const uint32_t one = number_of(a);
      const uint32_t other = number_of(b);
      return lengths_[one] != lengths_[other] ? lengths_[one] < lengths_[other]
                                              : one < other;
    });
    begin = end;
  }
}

std::string NearIndexBuilder::build() {
  const uint64_t count = sort();
  uint32_t bits = 0;
  while (bits < kNearMostBits && (kNearPerBucket << bits) < count) ++bits;
  for (std::vector<uint64_t>& part : parts_) sort_by_length(bits, &part);
  const auto names = static_cast<uint32_t>(lengths_.size());
  const uint32_t width = names <= kThreeBytes ? 3 : 4;
  std::string out;
  out.reserve(kNearHeader + ((uint64_t{1} << bits) + 1) * 4 +
              uint64_t{names} * 8 + count * (2 + width));
  for (uint32_t field : {static_cast<uint32_t>(edits_), bits,
                         static_cast<uint32_t>(count), names, width, 0u}) {
    base::append(field, &out);
  }
  // Where each bucket begins: behind all entries of those before it.
  uint32_t bucket = 0;
  uint32_t at = 0;
  for (const std::vector<uint64_t>& part : parts_) {
    for (uint64_t entry : part) {
      const uint32_t own = near_bucket(hash_of(entry), bits);
      for (; bucket <= own; ++bucket) base::append(at, &out);
      ++at;
    }
  }
  for (; bucket <= uint32_t{1} << bits; ++bucket) base::append(at, &out);
  append_all(signatures_, &out);
  append_all(marks_, &out);
  for (const std::vector<uint64_t>& part : parts_) {
    for (uint64_t entry : part) {
      const uint32_t tag =
          near_tag(hash_of(entry), bits, lengths_[number_of(entry)]);
      base::append(static_cast<uint16_t>(tag), &out);
    }
  }
  for (std::vector<uint64_t>& part : parts_) {
    for (uint64_t entry : part) {
      const uint32_t number = number_of(entry);
      out.append(reinterpret_cast<const char*>(&number), width);
    }
    std::vector<uint64_t>().swap(part);
  }
  return out;
}

}  // namespace khitai::match
