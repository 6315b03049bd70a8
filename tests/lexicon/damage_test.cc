// SPDX-License-Identifier: Apache-2.0
//
// Compiled lexica whose bytes were changed behind the header: they may answer
// wrongly, and verify() says so.

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>

#include "base/bytes.h"
#include "khitai/lexicon.h"
#include "lexicon/klex.h"
#include "support/exercise.h"
#include "support/sanitized.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

using tests::example_bytes;
using tests::exercise;

constexpr uint32_t kRows = 30;

struct Span {
  uint64_t offset, size;
};

Span section_at(uint32_t number) {
  const std::string& bytes = example_bytes();
  const uint64_t entry =
      lexicon::kHeaderSize + uint64_t{number} * lexicon::kSectionEntrySize;
  return {base::load<uint64_t>(bytes, entry + lexicon::kAtOffset),
          base::load<uint64_t>(bytes, entry + lexicon::kAtSize)};
}

uint32_t section_count() {
  return base::load<uint32_t>(example_bytes(), lexicon::kAtSectionCount);
}

void open_and_exercise(std::string bytes) {
  const auto lexicon = Lexicon::from_bytes(std::move(bytes));
  if (lexicon.ok()) exercise(**lexicon, kRows);
}

TEST(DamageTest, FlippedBitsAnywhereNeverCrash) {
  std::mt19937 random(1141);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = example_bytes();
    const int flips = 1 << (round % 8);
    for (int i = 0; i < flips; ++i) {
      const size_t at = random() % bytes.size();
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
    }
    open_and_exercise(std::move(bytes));
  }
}

// Numbers that are just out of range, or that overflow when they are added or
// multiplied, at the beginning of each section and at places by chance.
TEST(DamageTest, LargeNumbersInSectionsNeverCrash) {
  std::mt19937 random(1218);
  for (uint32_t number = 0; number < section_count(); ++number) {
    const Span section = section_at(number);
    for (int round = 0; round < (tests::kSanitized ? 25 : 100); ++round) {
      std::string bytes = example_bytes();
      for (uint32_t value :
           {0xFFFFFFFFu, 0x7FFFFFFFu, 0x80000000u, 0x3FFFFFFFu, 65u}) {
        if (section.size < 4) continue;
        const uint64_t place = round < 4 ? static_cast<uint64_t>(round) * 4
                                         : random() % (section.size / 4) * 4;
        if (place + 4 > section.size || random() % 2 == 0) continue;
        std::memcpy(bytes.data() + section.offset + place, &value, 4);
      }
      open_and_exercise(std::move(bytes));
    }
  }
}

// Whole sections of one byte.
TEST(DamageTest, SectionsOfOneByteNeverCrash) {
  for (uint32_t number = 0; number < section_count(); ++number) {
    for (char byte : {'\0', '\x01', '\x7F', '\xFF'}) {
      const Span section = section_at(number);
      std::string bytes = example_bytes();
      std::memset(bytes.data() + section.offset, byte, section.size);
      open_and_exercise(std::move(bytes));
    }
  }
}

TEST(DamageTest, VerifyFindsAnyFlippedByteOfASection) {
  std::mt19937 random(1211);
  for (uint32_t number = 0; number < section_count(); ++number) {
    const Span section = section_at(number);
    std::string bytes = example_bytes();
    for (uint64_t at = section.offset; at < section.offset + section.size;
         ++at) {
      const char sound = bytes[at];
      bytes[at] = static_cast<char>(sound ^ (1 << (random() % 8)));
      const auto lexicon = Lexicon::from_bytes(bytes);
      if (lexicon.ok()) {
        const Status verified = (*lexicon)->verify();
        ASSERT_FALSE(verified.ok()) << at;
        ASSERT_NE(verified.error().message.find("is damaged"),
                  std::string::npos);
      }
      bytes[at] = sound;
    }
  }
}

}  // namespace
}  // namespace khitai
