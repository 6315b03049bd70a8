// SPDX-License-Identifier: Apache-2.0
//
// The index of hashed terms against a plain search, whole and damaged.

#include "match/hash_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "support/sanitized.h"

namespace khitai::match {
namespace {

std::vector<HashEntry> random_entries(size_t count, uint32_t hashes,
                                      std::mt19937* random) {
  std::vector<HashEntry> entries(count);
  const auto next = [&] { return static_cast<uint32_t>((*random)()); };
  for (HashEntry& one : entries) {
    one.hash = next() % hashes * 2654435761u;
    one.number = next() % 1000;
    one.mark = next();
  }
  return entries;
}

std::vector<HashEntry> found_by(const HashIndex& index, uint32_t hash) {
  std::vector<HashEntry> found;
  const HashIndex::Range range = index.find(hash);
  for (uint32_t i = range.begin; i < range.end; ++i) {
    found.push_back({hash, index.number(i), index.mark(i)});
  }
  return found;
}

std::vector<HashEntry> naive(std::vector<HashEntry> entries, uint32_t hash) {
  std::erase_if(entries,
                [&](const HashEntry& one) { return one.hash != hash; });
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

TEST(HashIndexTest, FindsWhatAPlainSearchFinds) {
  std::mt19937 random(1124);
  // From 131,073 entries on half of a hash is stored.
  for (size_t count : {0u, 1u, 5u, 300u, 5000u, 131072u, 300000u}) {
    if (tests::kSanitized && count > 5000) break;
    const auto entries =
        random_entries(count, count > 5000 ? 100000 : 200, &random);
    const std::string bytes = build_hash_index(entries);
    const HashIndex index(bytes);
    std::vector<HashEntry> sorted = entries;
    std::sort(sorted.begin(), sorted.end());
    for (uint32_t i = 0; i < 300; ++i) {
      const uint32_t hash = i * 2654435761u;
      EXPECT_EQ(found_by(index, hash), naive(sorted, hash));
    }
  }
}

TEST(HashIndexTest, TermsOfOneHalfAreToldApart) {
  std::vector<HashEntry> entries;
  for (uint32_t i = 0; i < 200000; ++i) entries.push_back({i << 14, i, 7});
  const std::string bytes = build_hash_index(entries);
  const HashIndex index(bytes);
  for (uint32_t i = 0; i < 1000; ++i) {
    const std::vector<HashEntry> one = {{i << 14, i, 7}};
    EXPECT_EQ(found_by(index, i << 14), one);
    EXPECT_TRUE(found_by(index, (i << 14) + 1).empty());
  }
}

TEST(HashIndexTest, TheOrderOfEntriesIsNothing) {
  std::mt19937 random(1141);
  auto entries = random_entries(400, 50, &random);
  const std::string bytes = build_hash_index(entries);
  std::shuffle(entries.begin(), entries.end(), random);
  EXPECT_EQ(bytes, build_hash_index(entries));
}

TEST(HashIndexTest, DamageGivesWrongNumbersAndNoMore) {
  std::mt19937 random(1218);
  const std::string bytes = build_hash_index(random_entries(500, 100, &random));
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = bytes;
    for (int i = 0; i < 4; ++i) {
      damaged[random() % damaged.size()] = static_cast<char>(random());
    }
    damaged.resize(random() % (damaged.size() + 1));
    const std::string exact(damaged.data(), damaged.size());
    const HashIndex index(exact);
    for (uint32_t i = 0; i < 20; ++i) {
      EXPECT_LE(found_by(index, i * 2654435761u).size(), index.count());
    }
  }
}

}  // namespace
}  // namespace khitai::match
