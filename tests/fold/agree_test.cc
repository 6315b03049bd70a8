// SPDX-License-Identifier: Apache-2.0
//
// The fast folding and the naive one say the same of every text.

#include <gtest/gtest.h>

#include "fold/fold.h"
#include "fold/naive_fold.h"
#include "fold/samples.h"
#include "khitai/keys.h"
#include "support/sanitized.h"

namespace khitai::tests {
namespace {

std::string describe(const std::vector<NaiveUnit>& units) {
  std::string out;
  for (const NaiveUnit& unit : units) {
    out += std::to_string(unit.begin) + "-" + std::to_string(unit.end) + " " +
           std::to_string(static_cast<int>(unit.gap)) +
           std::to_string(static_cast<int>(unit.kind)) + " [" + unit.key +
           "]\n";
  }
  return out;
}

std::vector<NaiveUnit> fast_units(const std::string& text) {
  fold::Units units;
  fold::append_units(text, &units);
  std::vector<NaiveUnit> out;
  for (const fold::Unit& unit : units.units) {
    const std::string key(units.key_of(unit));
    EXPECT_EQ(unit.apostrophe, key.find('\'') != std::string::npos);
    out.push_back({unit.begin, unit.end, key, unit.gap, unit.kind});
  }
  return out;
}

void expect_agreement(const std::string& text) {
  ASSERT_EQ(describe(naive_units(text)), describe(fast_units(text)))
      << spell(text);
}

constexpr int kShare = kSanitized ? 3 : 1;  // of the strings, under sanitizers

class AgreeTest : public testing::TestWithParam<std::string> {};

TEST_P(AgreeTest, UnitsOfRandomStrings) {
  for (const std::string& text :
       random_strings(GetParam(), 4000 / kShare, 12, 1)) {
    expect_agreement(text);
    if (HasFatalFailure()) return;
  }
}

TEST_P(AgreeTest, KeysOfRandomStrings) {
  for (const std::string& text :
       random_strings(GetParam(), 3000 / kShare, 8, 2)) {
    ASSERT_EQ(naive_l0(text), l0_key(text)) << spell(text);
    ASSERT_EQ(naive_l1(text), l1_key(text)) << spell(text);
  }
}

INSTANTIATE_TEST_SUITE_P(Alphabets, AgreeTest, testing::ValuesIn(alphabets()),
                         [](const auto& alphabet) { return alphabet.param; });

TEST(AgreeOnFilesTest, Corpora) {
  for (const std::string& text :
       beginnings(std::string(KHITAI_SOURCE_DIR) + "/corpora", 50000)) {
    expect_agreement(text);
    if (HasFatalFailure()) return;
  }
}

TEST(AgreeOnFilesTest, BulkTexts) {
  const std::vector<std::string> texts =
      beginnings(std::string(KHITAI_SOURCE_DIR) + "/../shared/data/bulk",
                 kSanitized ? 30000 : 200000);
  if (texts.empty()) GTEST_SKIP() << "no ../shared/data/bulk beside the source";
  for (const std::string& text : texts) {
    expect_agreement(text);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace khitai::tests
