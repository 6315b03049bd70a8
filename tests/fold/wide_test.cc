// SPDX-License-Identifier: Apache-2.0
//
// The wide scanners against the portable one: every character where words end
// and go on, every alignment, random strings, real texts. Processors that lack
// the instructions skip.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/processor.h"
#include "fold/fold.h"
#include "fold/samples.h"
#include "support/sanitized.h"
#include "text/utf8.h"

namespace khitai::tests {
namespace {

using base::Instructions;

class WideTest : public testing::TestWithParam<Instructions> {
 protected:
  void SetUp() override {
    if (base::widest_instructions() < GetParam()) {
      GTEST_SKIP() << "this processor has no " << base::name_of(GetParam());
    }
  }
  void TearDown() override {
    base::use_instructions(base::widest_instructions());
  }

  static fold::Units units_by(Instructions instructions,
                              std::string_view text) {
    base::use_instructions(instructions);
    fold::Units units;
    fold::append_units(text, &units);
    return units;
  }

  // The number of the first unit that differs; that of all where none does.
  static size_t agreement(const fold::Units& a, const fold::Units& b) {
    size_t i = 0;
    for (; i < a.units.size() && i < b.units.size(); ++i) {
      const fold::Unit& x = a.units[i];
      const fold::Unit& y = b.units[i];
      const bool same =
          x.begin == y.begin && x.end == y.end && x.gap == y.gap &&
          x.kind == y.kind && x.apostrophe == y.apostrophe &&
          a.key_of(x) == b.key_of(y) && a.hashes[i] == b.hashes[i];
      if (!same) break;
    }
    return i;
  }

  void expect_agreement(std::string_view text) {
    const fold::Units portable = units_by(Instructions::kPortable, text);
    const fold::Units wide = units_by(GetParam(), text);
    const size_t same = agreement(portable, wide);
    ASSERT_EQ(portable.units.size(), wide.units.size())
        << "after " << around(text, portable, same);
    ASSERT_EQ(same, portable.units.size()) << around(text, portable, same);
    ASSERT_EQ(portable.all_keys(), wide.all_keys());
  }

 private:
  static std::string around(std::string_view text, const fold::Units& units,
                            size_t number) {
    if (number >= units.units.size()) return "the end";
    const uint32_t begin = units.units[number].begin;
    const uint32_t from = begin < 24 ? 0 : begin - 24;
    return "byte " + std::to_string(begin) + ": " +
           spell(std::string(text.substr(from, 48)));
  }
};

// Words with two bytes of each kind between them, and one word cut by each.
TEST_P(WideTest, EveryPairOfAsciiBetweenWords) {
  std::string text;
  for (int first = 0; first < 128; ++first) {
    for (int second = 0; second < 128; ++second) {
      text += first % 3 == 0 ? "vii" : first % 3 == 1 ? "Kara" : "1125";
      text += static_cast<char>(first);
      text += static_cast<char>(second);
      text += second % 2 == 0 ? "Khitai " : "il ";
    }
  }
  expect_agreement(text);
}

// Every character of the first planes that is likely anywhere: inside a word,
// after one, and before one, of each script.
TEST_P(WideTest, EveryCharacterBesideWords) {
  const std::vector<std::string> words = {
      "qara", "\xD9\x82\xD8\xB1\xD9\x89", "\xD0\x9A\xD0\xB0\xD1\x80\xD0\xB0",
      "\xE5\xA5\x91\xE4\xB8\xB9", "\xCE\xB1\xCE\xAC"};
  for (const std::string& word : words) {
    std::string text;
    for (uint32_t code = 0x80; code < 0x10000; ++code) {
      if (code >= 0xD800 && code < 0xE000) continue;
      if (kSanitized && code >= 0x3400 && code % 7 != 0) continue;
      text += word;
      text::append(code, &text);
      text += word + " ";
      text::append(code, &text);
      text += " ";
    }
    expect_agreement(text);
  }
}

// A window, and the end of the text, may fall on any byte.
TEST_P(WideTest, EveryBeginningAndEnd) {
  std::string text;
  for (const std::string& alphabet : alphabets()) {
    for (const std::string& part : random_strings(alphabet, 12, 24, 5)) {
      text += part + " ";
    }
  }
  const std::string_view all = text;
  for (size_t cut = 0; cut < 130; ++cut) {
    expect_agreement(all.substr(cut));
    expect_agreement(all.substr(0, all.size() - cut));
    expect_agreement(all.substr(0, 256 + cut));
  }
}

TEST_P(WideTest, LongRunsOfOneShape) {
  for (const std::string piece :
       {"a", "7", "\xD9\x82", "\xD9\x89", "\xE5\xA5\x91", "'", "a'", "\xC3\xA9",
        "\xE3\x80\x82", "\xF0\xA0\x80\x80", "\x80", "\n", "a\xCC\x81"}) {
    std::string text;
    while (text.size() < 9000) text += piece;
    expect_agreement(text);
    expect_agreement("x " + text + " y");
  }
}

// Characters are taken as many at a time as registers hold: whatever stands at
// each place of such a row, and behind each place.
TEST_P(WideTest, OneOtherThingInARowOfLetters) {
  const std::vector<std::string> rows = {
      "a", "\xD9\x82", "\xD0\xBA", "\xC3\xA9", "\xC5\x9Fi", "\xE5\xA5\x91"};
  const std::vector<std::string> others = {" ",
                                           ", ",
                                           ". ",
                                           "'",
                                           "7",
                                           "\xD9\x8E",
                                           "\xD9\x91\xD9\x8E",
                                           "\xD9\x89",
                                           "\xD9\x94",
                                           "\xCC\x81",
                                           "\xC4\xB1",
                                           "\xC9\x99",
                                           "\xE1\xB8\xA5",
                                           "\xE2\x80\x93",
                                           "\xE3\x80\x82",
                                           "\xE3\x80\x82\xE3\x80\x82",
                                           "\xE8\xA5\xBF",
                                           "\xE7\xA4\xAE",
                                           "\xF0\xA0\x80\x80",
                                           "\xE5",
                                           "\xFF"};
  for (const std::string& row : rows) {
    std::string text;
    for (const std::string& other : others) {
      for (size_t before = 0; before < 36; before += kSanitized ? 5 : 1) {
        for (size_t i = 0; i < before; ++i) text += row;
        text += other;
        for (size_t i = 0; i < 20 + before % 17; ++i) text += row;
        text += other + "\n";
      }
    }
    expect_agreement(text);
  }
}

TEST_P(WideTest, RandomTexts) {
  const int rounds = kSanitized ? 40 : 400;
  for (const std::string& alphabet : alphabets()) {
    std::string mixed;
    uint32_t seed = 0;
    for (const std::string& text :
         random_strings(alphabet, rounds, 40, ++seed)) {
      mixed += text;
      mixed += mixed.size() % 5 == 0 ? "\n" : mixed.size() % 3 ? " " : ", ";
    }
    expect_agreement(mixed);
  }
}

TEST_P(WideTest, RealTexts) {
  for (const std::string folder : {"/corpora", "/../shared/data/bulk"}) {
    const size_t bytes = kSanitized ? 100'000 : 2'000'000;
    for (const std::string& text :
         beginnings(KHITAI_SOURCE_DIR + folder, bytes)) {
      expect_agreement(text);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, WideTest, testing::Values(Instructions::kAvx2, Instructions::kAvx512),
    [](const auto& each) { return std::string(base::name_of(each.param)); });

}  // namespace
}  // namespace khitai::tests
