// SPDX-License-Identifier: Apache-2.0
//
// What holds of every text, tried on random strings of each script.

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "fold/fold.h"
#include "fold/samples.h"
#include "khitai/keys.h"
#include "support/cases.h"
#include "support/sanitized.h"
#include "text/utf8.h"

namespace khitai::tests {
namespace {

using fold::Gap;
using fold::Unit;
using fold::Units;

constexpr uint32_t kSeed = 20240607;

// Whether a code point, or a maximal ill-formed subsequence, begins or ends.
bool is_boundary(const std::string& text, size_t at) {
  const char* const end = text.data() + text.size();
  const char* walk = text.data();
  while (walk < end && walk < text.data() + at) {
    walk += text::decode(walk, end).size;
  }
  return walk == text.data() + at;
}

std::string normalized(const std::string& text, UNormalization2Mode mode) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* way =
      icu::Normalizer2::getInstance(nullptr, "nfc", mode, status);
  std::string out;
  way->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(out);
  return out;
}

class PropertyTest : public testing::TestWithParam<std::string> {
 protected:
  std::vector<std::string> samples(int length) const {
    return random_strings(GetParam(), tests::kSanitized ? 1000 : 3000, length,
                          kSeed);
  }
  bool is_text() const { return GetParam() != "bytes"; }
};

INSTANTIATE_TEST_SUITE_P(Alphabets, PropertyTest,
                         testing::ValuesIn(alphabets()),
                         [](const auto& alphabet) { return alphabet.param; });

TEST_P(PropertyTest, KeysAreTheirOwnKeys) {
  for (const std::string& text : samples(8)) {
    const std::string l0 = l0_key(text);
    const std::string l1 = l1_key(text);
    const std::string match = fold::match_key(text);
    ASSERT_EQ(l0, l0_key(l0)) << spell(text);
    ASSERT_EQ(l1, l1_key(l1)) << spell(text);
    ASSERT_EQ(match, fold::match_key(match)) << spell(text);
  }
}

TEST_P(PropertyTest, EqualL0MeansEqualL1) {
  for (const std::string& text : samples(8)) {
    ASSERT_EQ(l1_key(text), l1_key(l0_key(text))) << spell(text);
  }
}

// The exceptions fold.h names: punctuation, and a last numeral I, V or X.
bool is_excepted(const std::string& text) {
  Units units;
  fold::append_units(text, &units);
  if (units.units.empty()) return false;
  for (const Unit& unit : units.units) {
    const bool first = &unit == &units.units.front();
    if (!first && unit.gap >= Gap::kMark) return true;
  }
  const std::string_view last = units.key_of(units.units.back());
  return last == "i" || last == "v" || last == "x";
}

TEST_P(PropertyTest, EqualL1MeansEqualMatchKeys) {
  for (const std::string& text : samples(8)) {
    if (is_excepted(text)) continue;
    ASSERT_EQ(fold::match_key(text), fold::match_key(l1_key(text)))
        << spell(text);
  }
}

TEST_P(PropertyTest, NormalFormsAreOne) {
  if (!is_text()) return;
  for (const std::string& text : samples(10)) {
    for (UNormalization2Mode mode : {UNORM2_COMPOSE, UNORM2_DECOMPOSE}) {
      const std::string other = normalized(text, mode);
      ASSERT_EQ(l0_key(text), l0_key(other)) << spell(text);
      ASSERT_EQ(l1_key(text), l1_key(other)) << spell(text);
      ASSERT_EQ(fold::match_key(text), fold::match_key(other)) << spell(text);
    }
  }
}

TEST_P(PropertyTest, UnitsLieInOrderOnBoundaries) {
  for (const std::string& text : samples(30)) {
    Units units;
    fold::append_units(text, &units);
    uint32_t end = 0;
    uint32_t key_end = 0;
    for (const Unit& unit : units.units) {
      ASSERT_LE(end, unit.begin);
      ASSERT_LT(unit.begin, unit.end);
      ASSERT_TRUE(is_boundary(text, unit.begin)) << spell(text);
      ASSERT_TRUE(is_boundary(text, unit.end)) << spell(text);
      ASSERT_EQ(key_end, unit.key_begin);
      ASSERT_LT(unit.key_begin, unit.key_end);
      end = unit.end;
      key_end = unit.key_end;
    }
    ASSERT_LE(end, text.size());
    ASSERT_EQ(key_end, units.key.size());
    if (!units.units.empty()) {
      ASSERT_EQ(Gap::kBarrier, units.units[0].gap);
    }
  }
}

TEST_P(PropertyTest, MatchKeyIsTheUnitsWithTheirGaps) {
  for (const std::string& text : samples(12)) {
    Units units;
    fold::append_units(text, &units);
    std::string key;
    for (const Unit& unit : units.units) {
      const bool first = &unit == &units.units.front();
      const Gap gap = unit.gap == Gap::kBarrier ? Gap::kMark : unit.gap;
      if (!first && gap != Gap::kNone) key += fold::gap_byte(gap);
      key += units.key_of(unit);
    }
    ASSERT_EQ(key, fold::match_key(text)) << spell(text);
  }
}

// A unit taken out of its text is the same unit.
TEST_P(PropertyTest, UnitsDependOnTheirBytesAlone) {
  for (const std::string& text : samples(12)) {
    Units units;
    fold::append_units(text, &units);
    for (const Unit& unit : units.units) {
      const std::string slice = text.substr(unit.begin, unit.end - unit.begin);
      ASSERT_EQ(units.key_of(unit), fold::match_key(slice)) << spell(text);
    }
  }
}

TEST_P(PropertyTest, AppendingContinuesTheKey) {
  const std::vector<std::string> texts = samples(10);
  for (size_t i = 0; i + 1 < texts.size(); i += 2) {
    Units both;
    fold::append_units(texts[i], &both);
    Units second;
    const size_t units = both.units.size();
    const size_t bytes = both.key.size();
    fold::append_units(texts[i + 1], &both);
    fold::append_units(texts[i + 1], &second);
    ASSERT_EQ(second.all_keys(), both.all_keys().substr(bytes));
    ASSERT_EQ(second.units.size(), both.units.size() - units);
    for (size_t j = 0; j < second.units.size(); ++j) {
      ASSERT_EQ(second.units[j].begin, both.units[units + j].begin);
      ASSERT_EQ(second.units[j].gap, both.units[units + j].gap);
      ASSERT_EQ(second.key_of(second.units[j]),
                both.key_of(both.units[units + j]));
    }
  }
}

void expect_map(const std::string& text, const fold::Mapped& map,
                const std::string& key, std::string (*fold)(std::string_view)) {
  ASSERT_EQ(key, map.text) << spell(text);
  ASSERT_EQ(key.size(), map.begin.size());
  ASSERT_EQ(key.size(), map.end.size());
  if (key.empty()) return;
  for (size_t i = 0; i < key.size(); ++i) {
    ASSERT_LT(map.begin[i], map.end[i]) << spell(text);
    ASSERT_TRUE(is_boundary(text, map.begin[i])) << spell(text);
    ASSERT_TRUE(is_boundary(text, map.end[i])) << spell(text);
    if (i == 0) continue;
    ASSERT_LE(map.begin[i - 1], map.begin[i]) << spell(text);
    ASSERT_LE(map.end[i - 1], map.end[i]) << spell(text);
  }
  ASSERT_LE(map.end.back(), text.size());
  // What was cut off at either end leaves no trace in the key.
  const std::string slice =
      text.substr(map.begin[0], map.end.back() - map.begin[0]);
  ASSERT_EQ(key, fold(slice)) << spell(text);
}

TEST_P(PropertyTest, MapsLeadBackToTheSource) {
  for (const std::string& text : samples(10)) {
    expect_map(text, fold::map_l0(text), l0_key(text), l0_key);
    expect_map(text, fold::map_l1(text), l1_key(text), l1_key);
    if (HasFatalFailure()) return;
  }
}

TEST_P(PropertyTest, PlacesInAKeyLeadBackToTheText) {
  for (const std::string& text : samples(12)) {
    Units units;
    fold::append_units(text, &units);
    for (const Unit& unit : units.units) {
      const std::string key(units.key_of(unit));
      uint32_t last = unit.begin;
      for (uint32_t i = 0; i <= key.size(); ++i) {
        if (!is_boundary(key, i)) continue;
        const uint32_t begin = fold::source_begin(text, units, unit, i);
        const uint32_t end = fold::source_end(text, units, unit, i);
        ASSERT_LE(unit.begin, begin);
        ASSERT_LE(begin, unit.end);
        ASSERT_LE(last, end);
        ASSERT_LE(end, unit.end);
        ASSERT_TRUE(is_boundary(text, begin)) << spell(text);
        ASSERT_TRUE(is_boundary(text, end)) << spell(text);
        last = end;
      }
      ASSERT_EQ(unit.end, last);
    }
  }
}

TEST(SourcePlacesTest, CutAWordAtItsApostrophe) {
  const std::string text = "in \xCA\xBFKhita\xCC\x84n\xE2\x80\x99s land";
  Units units;
  fold::append_units(text, &units);
  const Unit& unit = units.units[1];
  ASSERT_EQ("khitan's", units.key_of(unit));
  EXPECT_TRUE(unit.apostrophe);
  EXPECT_EQ(3u, unit.begin);
  EXPECT_EQ(13u, fold::source_end(text, units, unit, 6));
  EXPECT_EQ(13u, fold::source_begin(text, units, unit, 6));
  EXPECT_EQ(16u, fold::source_begin(text, units, unit, 7));
  EXPECT_EQ(unit.end, fold::source_end(text, units, unit, 8));
}

TEST(LongWordsTest, CostNoMoreThanTheirLength) {
  const std::string marks = "\xCC\x81\xCC\xA3";
  std::string accents = "a";
  std::string colons;
  std::string apostrophes;
  for (int i = 0; i < 50000; ++i) {
    accents += marks;
    colons += "lu:";
    apostrophes += "'";
  }
  for (const std::string& text :
       {accents, colons, apostrophes, "a" + apostrophes,
        "a" + apostrophes + "b", std::string(100000, 'u') + ":"}) {
    Units units;
    fold::append_units(text, &units);
    EXPECT_LE(units.units.size(), 1u);
    l0_key(text);
    l1_key(text);
  }
}

// annotate/inflected.cc leaves such stems as they are.
TEST(CyrillicTest, SmallLettersFoldToThemselves) {
  std::vector<std::string> words = {""};
  for (size_t begin = 0, letters = 0; letters < 3; ++letters) {
    const size_t end = words.size();
    for (size_t i = begin; i < end; ++i) {
      for (uint32_t code = 0x430; code <= 0x44F; ++code) {
        std::string word = words[i];
        word += static_cast<char>(0xC0 | code >> 6);
        word += static_cast<char>(0x80 | (code & 0x3F));
        words.push_back(std::move(word));
      }
    }
    begin = end;
  }
  for (const std::string& word : words) {
    EXPECT_EQ(fold::match_key(word), word);
  }
}

}  // namespace
}  // namespace khitai::tests
