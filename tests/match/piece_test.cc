// SPDX-License-Identifier: Apache-2.0
//
// What the matcher relies on when it folds a text in pieces: a piece that
// begins at a unit has the units of the whole text from there on, and one that
// ends anywhere has those up to its end, but for the last.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "match/naive_matcher.h"
#include "match/random_text.h"
#include "support/sanitized.h"

namespace khitai::match {
namespace {

fold::Units units_of(std::string_view text) {
  fold::Units units;
  fold::append_units(text, &units);
  return units;
}

// Whether unit i of `some`, `offset` bytes into the text, is unit j of `all`.
bool same(const fold::Units& some, size_t i, uint32_t offset,
          const fold::Units& all, size_t j, bool with_gap) {
  const fold::Unit& a = some.units[i];
  const fold::Unit& b = all.units[j];
  return a.begin + offset == b.begin && a.end + offset == b.end &&
         some.key_of(a) == all.key_of(b) && a.kind == b.kind &&
         a.apostrophe == b.apostrophe && (!with_gap || a.gap == b.gap);
}

void expect_units_from(const fold::Units& all, size_t first,
                       const std::string& text) {
  const uint32_t begin = all.units[first].begin;
  const fold::Units tail = units_of(std::string_view(text).substr(begin));
  ASSERT_EQ(tail.units.size(), all.units.size() - first) << text;
  for (size_t i = 0; i < tail.units.size(); ++i) {
    ASSERT_TRUE(same(tail, i, begin, all, first + i, i > 0))
        << "unit " << i << " from byte " << begin << " of " << text;
  }
}

void expect_units_until(const fold::Units& all, size_t end,
                        const std::string& text) {
  const fold::Units head = units_of(std::string_view(text).substr(0, end));
  for (size_t i = 0; i + 1 < head.units.size(); ++i) {
    ASSERT_TRUE(same(head, i, 0, all, i, true))
        << "unit " << i << " of the first " << end << " bytes of " << text;
  }
}

TEST(PieceTest, UnitsDoNotDependOnWhatIsFarFromThem) {
  RandomText random(11);
  const std::vector<std::string> keys = random.keys(200);
  for (int round = 0; round < 300; ++round) {
    const std::string text = random.text(keys, 60);
    const fold::Units all = units_of(text);
    for (size_t i = 0; i < all.units.size(); ++i) {
      ASSERT_NO_FATAL_FAILURE(expect_units_from(all, i, text));
    }
    for (size_t end = 0; end <= text.size(); ++end) {
      ASSERT_NO_FATAL_FAILURE(expect_units_until(all, end, text));
    }
  }
}

TEST(PieceTest, SmallAlphabets) {
  const std::vector<std::string> symbols = {
      "b",      "i",      ".",      "'",    " ",    "\n",     ",",
      "\u02bf", "\u0301", "\u2019", ":",    "^",    "\u200c", "\u8fbd",
      "\u30a2", "2",      "\r\n",   "\x01", "\xcc", "\ufe0f", "\u0627"};
  RandomText random(12);
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random.row_of(symbols, 1 + random.below(10));
    const fold::Units all = units_of(text);
    for (size_t i = 0; i < all.units.size(); ++i) {
      ASSERT_NO_FATAL_FAILURE(expect_units_from(all, i, text));
    }
    for (size_t end = 0; end <= text.size(); ++end) {
      ASSERT_NO_FATAL_FAILURE(expect_units_until(all, end, text));
    }
  }
}

// Very long words and rows without any, among names.
TEST(PieceTest, AgreesOnTextsOfUnusualUnits) {
  RandomText random(13);
  const std::vector<std::string> keys = random.keys(1000);
  Comparison comparison(keys);
  for (int round = 0; round < 8; ++round) {
    std::string text;
    for (int part = 0; part < 12; ++part) {
      text += random.text(keys, random.below(20000));
      const char filler = "a .\n,'"[random.below(6)];
      text += " " + std::string(random.below(150000), filler) + " ";
    }
    ASSERT_EQ(comparison.difference(text), "") << "round " << round;
  }
}

TEST(PieceTest, LongNamesReachAcrossPieces) {
  std::vector<std::string> keys = {"a b", "b a"};
  for (int length = 3; length < 80; length += tests::kSanitized ? 21 : 7) {
    std::string key = "c";
    for (int i = 1; i < length; ++i) key += i % 2 ? " a" : " b";
    keys.push_back(key);
  }
  Comparison comparison(keys);
  RandomText random(14);
  std::string text;
  while (text.size() < (tests::kSanitized ? 50000 : 120000))
    text += random.below(30) ? "a b " : "c ";
  EXPECT_EQ(comparison.difference(text), "");
  EXPECT_GT(comparison.found(), text.size() / 10);
}

TEST(PieceTest, CutsAtTheEndsOfPiecesAreSeen) {
  const std::vector<std::string> keys = {"a", "a a", "a a a", "b a", "a a a a"};
  Comparison comparison(keys);
  RandomText random(15);
  std::string text;
  while (text.size() < (tests::kSanitized ? 200000 : 1000000))
    text += random.below(2) ? "a " : "a'b ";
  EXPECT_EQ(comparison.difference(text), "");
}

}  // namespace
}  // namespace khitai::match
