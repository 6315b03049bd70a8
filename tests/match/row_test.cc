// SPDX-License-Identifier: Apache-2.0

#include "match/row.h"

#include <gtest/gtest.h>

#include <string>

namespace khitai::match {
namespace {

struct Text {
  explicit Text(const std::string& text) { fold::append_units(text, &units); }
  bool spells(uint32_t first, uint32_t last, const std::string& key,
              uint32_t begin_cut = 0, uint32_t end_cut = 0) const {
    const Row row{0, first, last, begin_cut, end_cut};
    return match::spells(units, row, key);
  }
  fold::Units units;
};

TEST(RowTest, ARowSpellsItsUnitsAndGaps) {
  const Text text("Qara-Khitai, \u897f\u9075 x");
  EXPECT_TRUE(text.spells(0, 0, "qara"));
  EXPECT_TRUE(text.spells(0, 1, "qara khitai"));
  EXPECT_TRUE(text.spells(1, 2, "khitai,\u897f"));
  EXPECT_TRUE(text.spells(2, 3, "\u897f\u9075"));
}

TEST(RowTest, AndNothingElse) {
  const Text text("Qara-Khitai, x");
  for (const char* key :
       {"", "qara", "qara ", "qarakhitai", "qara,khitai", "qara khitai ",
        "qara khita", "qara khitaia", "qara khitai,x", "qara  khitai"}) {
    EXPECT_FALSE(text.spells(0, 1, key)) << key;
  }
}

TEST(RowTest, NoRowReachesAcrossABarrier) {
  const Text text("qara\n\nkhitai");
  for (const char* key : {"qara khitai", "qarakhitai", "qara,khitai"}) {
    EXPECT_FALSE(text.spells(0, 1, key)) << key;
  }
}

TEST(RowTest, CutsLeaveOutBothEnds) {
  const Text text("l'Iran Shah'in");
  EXPECT_TRUE(text.spells(0, 1, "iran shah", 2, 4));
  EXPECT_TRUE(text.spells(0, 0, "iran", 2));
  EXPECT_TRUE(text.spells(0, 0, "l", 0, 1));
  EXPECT_FALSE(text.spells(0, 1, "iran shah'in", 2, 4));
}

}  // namespace
}  // namespace khitai::match
