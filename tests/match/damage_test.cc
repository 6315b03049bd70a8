// SPDX-License-Identifier: Apache-2.0
//
// Sections are foreign input: damaged ones may cost matches, but are never
// read outside (run under AddressSanitizer) and never tell a false name.

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/bytes.h"
#include "match/matcher.h"
#include "match/random_text.h"

namespace khitai::match {
namespace {

std::string section_with(const std::vector<std::string>& keys) {
  Builder builder;
  for (uint32_t i = 0; i < keys.size(); ++i) builder.add(keys[i], i);
  return *builder.build();
}

// Opens a copy that ends exactly where its allocation does, and uses it.
void use(const std::string& section, const std::string& text,
         const std::vector<std::string>& keys) {
  const std::unique_ptr<char[]> exact(new char[section.size()]);
  std::memcpy(exact.get(), section.data(), section.size());
  Result<Matcher> matcher = Matcher::open({exact.get(), section.size()});
  if (!matcher) return;
  Scratch scratch;
  std::vector<Match> matches;
  matcher->scan(text, &scratch, &matches);
  for (const Match& match : matches) {
    ASSERT_LT(match.begin, match.end);
    ASSERT_LE(match.end, text.size());
  }
  for (size_t i = 0; i < keys.size(); i += 10) matcher->find(keys[i]);
}

TEST(DamageTest, OneChangedByteIsNeverReadWild) {
  RandomText random(1);
  const std::vector<std::string> keys = random.keys(60);
  const std::string section = section_with(keys);
  const std::string text = random.text(keys, 400);
  for (size_t at = 0; at < section.size(); ++at) {
    for (const int change : {0x01, 0x80, 0xff}) {
      std::string damaged = section;
      damaged[at] = static_cast<char>(damaged[at] ^ change);
      ASSERT_NO_FATAL_FAILURE(use(damaged, text, keys));
    }
  }
}

TEST(DamageTest, ManyChangedBytesAreNeverReadWild) {
  RandomText random(2);
  const std::vector<std::string> keys = random.keys(300);
  const std::string section = section_with(keys);
  const std::string text = random.text(keys, 2000);
  for (int round = 0; round < 300; ++round) {
    std::string damaged = section;
    const auto size = static_cast<uint32_t>(section.size());
    for (uint32_t i = 0; i < size / 4; ++i) {
      const uint32_t at = kHeaderSize + random.below(size - kHeaderSize);
      damaged[at] = static_cast<char>(random.below(256));
    }
    ASSERT_NO_FATAL_FAILURE(use(damaged, text, keys));
  }
}

TEST(DamageTest, BytesThatSayYesToEverythingEnd) {
  RandomText random(3);
  const std::vector<std::string> keys = random.keys(300);
  std::string section = section_with(keys);
  std::fill(section.begin() + kHeaderSize, section.end(), '\xff');
  for (const uint32_t at : {kAtMaxUnits, kAtMaxProbes}) {
    const uint32_t most = at == kAtMaxUnits ? kMaxUnits : kMaxProbes;
    std::memcpy(&section[at], &most, 4);
  }
  ASSERT_NO_FATAL_FAILURE(use(section, random.text(keys, 2000), keys));
}

TEST(DamageTest, TruncatedSectionsAreRefused) {
  RandomText random(4);
  const std::string section = section_with(random.keys(60));
  for (size_t size = 0; size < section.size(); ++size) {
    const std::unique_ptr<char[]> exact(new char[size + 1]);
    std::memcpy(exact.get(), section.data(), size);
    EXPECT_FALSE(Matcher::open({exact.get(), size}).ok()) << size;
  }
}

TEST(DamageTest, AnErrorSaysWhatIsWrong) {
  const std::string section = section_with({"khitai"});
  const auto message_with = [&](uint32_t at, uint32_t value) {
    std::string damaged = section;
    std::memcpy(&damaged[at], &value, 4);
    return Matcher::open(damaged).error().message;
  };
  EXPECT_EQ(Matcher::open("").error().message, "matcher section: not one");
  EXPECT_EQ(message_with(kAtVersion, 9),
            "matcher section: unknown version, expected 3");
  EXPECT_EQ(message_with(kAtFold, 0),
            "matcher section: made by other folding rules, compile again");
  EXPECT_EQ(message_with(kAtMaxProbes, 1000),
            "matcher section: a bound is too large");
  EXPECT_EQ(message_with(kAtParts, 1u << 31),
            "matcher section: a part lies outside");
  EXPECT_EQ(message_with(kAtParts + 8, 3),
            "matcher section: a filter has no such size");
  EXPECT_EQ(message_with(kAtParts + 16 * kFilters + 8, 0),
            "matcher section: the table has no such size");
}

TEST(DamageTest, ANameInTwoSlotsIsToldOnce) {
  std::string section = section_with({"khitai"});
  const auto buckets = base::load<uint64_t>(section, kAtParts + 16 * kFilters);
  for (const uint64_t half : {0u, kBucketSize / 2}) {
    std::memcpy(&section[buckets + half + 4], &section[buckets + half], 4);
  }
  Scratch scratch;
  std::vector<Match> matches;
  Matcher::open(section)->scan("Khitai", &scratch, &matches);
  EXPECT_EQ(matches, (std::vector<Match>{{0, 6, 0}}));
}

// What is told in spite of damage is a name all the same, though perhaps under
// another's number: bytes are compared.
TEST(DamageTest, NoFalseNameIsTold) {
  RandomText random(5);
  const std::vector<std::string> keys = random.keys(300);
  const std::string section = section_with(keys);
  const std::string text = random.text(keys, 20000);
  const auto names = base::load<uint64_t>(section, kAtParts + 16 * 4);
  const std::unordered_set<std::string> known(keys.begin(), keys.end());
  for (int round = 0; round < 20; ++round) {
    std::string damaged = section;
    for (uint64_t at = kHeaderSize; at < names; ++at) {
      if (random.below(8) == 0) {
        damaged[at] = static_cast<char>(random.below(256));
      }
    }
    Scratch scratch;
    std::vector<Match> matches;
    Matcher::open(damaged)->scan(text, &scratch, &matches);
    for (const Match& match : matches) {
      const std::string slice =
          text.substr(match.begin, match.end - match.begin);
      ASSERT_EQ(known.count(fold::match_key(slice)), 1u) << slice;
    }
  }
}

}  // namespace
}  // namespace khitai::match
