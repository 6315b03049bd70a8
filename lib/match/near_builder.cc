// SPDX-License-Identifier: Apache-2.0

#include "match/near_builder.h"

#include <algorithm>

#include "base/bytes.h"
#include "match/near_layout.h"

namespace khitai::match {
namespace {

constexpr uint32_t kThreeBytes = 1u << 24;  // numbers that these can tell
constexpr size_t kCrowd = 128;              // names that begin alike

uint32_t hash_of(uint64_t entry) { return static_cast<uint32_t>(entry >> 32); }
uint32_t number_of(uint64_t entry) { return static_cast<uint32_t>(entry); }

void file_near(std::u32string_view letters, NearSide side, size_t edits,
               NearTerms* terms) {
  for (size_t left_out = 0; left_out <= edits; ++left_out) {
    add_near_terms(letters, side, left_out, letters.size() >= kEnded, terms);
  }
}

// How many there are of one, among all in order.
size_t near_count(const std::vector<uint32_t>& sorted, uint32_t one) {
  const auto range = std::equal_range(sorted.begin(), sorted.end(), one);
  return static_cast<size_t>(range.second - range.first);
}

std::vector<uint32_t> in_order(std::vector<uint32_t> values) {
  std::sort(values.begin(), values.end());
  return values;
}

template <typename T>
void append_all(const std::vector<T>& values, std::string* out) {
  for (T value : values) base::append(value, out);
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
  file_near(letters, NearSide::kFirst, edits, &terms);
  filed.count = static_cast<uint8_t>(terms.count);
  std::transform(terms.begin(), terms.end(), filed.hashes,
                 [](const NearTerm& term) { return term.hash; });
  std::reverse(letters.begin(), letters.end());
  terms.count = 0;
  add_near_terms(letters, NearSide::kLast, 0, false, &terms);
  filed.first = filed.hashes[0];
  filed.last = terms.terms[0].hash;
  return filed;
}

void NearIndexBuilder::add_entry(uint32_t hash, uint32_t number) {
  parts_[hash / (UINT32_MAX / kParts + 1)].push_back(uint64_t{hash} << 32 |
                                                     number);
}

void NearIndexBuilder::add(const NearFiled& key) {
  const auto number = static_cast<uint32_t>(lengths_.size());
  signatures_.push_back(key.signature);
  marks_.push_back(key.mark);
  firsts_.push_back(key.first);
  lasts_.push_back(key.last);
  lengths_.push_back(key.length);
  for (uint32_t i = 0; i < key.count; ++i) add_entry(key.hashes[i], number);
}

uint32_t NearIndexBuilder::turn(const KeyOf& key_of) {
  const std::vector<uint32_t> firsts = in_order(firsts_);
  const std::vector<uint32_t> lasts = in_order(lasts_);
  std::vector<uint32_t> turned;
  std::vector<bool> is_turned(lengths_.size());
  for (uint32_t number = 0; number < lengths_.size(); ++number) {
    if (lengths_[number] < kNearPrefix) continue;
    const size_t alike = near_count(firsts, firsts_[number]);
    if (alike <= kCrowd) continue;
    if (near_count(lasts, lasts_[number]) * 2 > alike) continue;
    turned.push_back(number);
    is_turned[number] = true;
  }
  std::vector<uint32_t>().swap(firsts_);
  std::vector<uint32_t>().swap(lasts_);
  if (turned.empty()) return 0;
  for (std::vector<uint64_t>& part : parts_) {
    std::erase_if(part,
                  [&](uint64_t entry) { return is_turned[number_of(entry)]; });
  }
  std::u32string letters;
  for (uint32_t number : turned) {
    read_letters(key_of(number), &letters);
    std::reverse(letters.begin(), letters.end());
    NearTerms terms;
    file_near(letters, NearSide::kLast, edits_, &terms);
    for (const NearTerm& term : terms) add_entry(term.hash, number);
  }
  return static_cast<uint32_t>(turned.size());
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

// Where each bucket begins: behind all entries of those before it.
void NearIndexBuilder::write_directory(uint32_t bits, std::string* out) const {
  uint32_t bucket = 0;
  uint32_t at = 0;
  for (const std::vector<uint64_t>& part : parts_) {
    for (uint64_t entry : part) {
      const uint32_t own = near_bucket(hash_of(entry), bits);
      for (; bucket <= own; ++bucket) base::append(at, out);
      ++at;
    }
  }
  for (; bucket <= uint32_t{1} << bits; ++bucket) base::append(at, out);
}

std::string NearIndexBuilder::build(const KeyOf& key_of) {
  const uint32_t turned = turn(key_of);
  const uint64_t count = sort();
  uint32_t bits = 0;
  while (bits < kNearMostBits && (kNearPerBucket << bits) < count) ++bits;
  for (std::vector<uint64_t>& part : parts_) sort_by_length(bits, &part);
  const auto names = static_cast<uint32_t>(lengths_.size());
  const uint32_t width = names <= kThreeBytes ? 3 : 4;
  std::string out;
  out.reserve(kNearHeader + ((uint64_t{1} << bits) + 1) * 4 +
              uint64_t{names} * 12 + count * (2 + width));
  for (uint32_t field : {static_cast<uint32_t>(edits_), bits,
                         static_cast<uint32_t>(count), names, width, turned}) {
    base::append(field, &out);
  }
  write_directory(bits, &out);
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
