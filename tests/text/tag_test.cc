// SPDX-License-Identifier: Apache-2.0

#include "text/tag.h"

#include <gtest/gtest.h>

namespace khitai::text {
namespace {

TEST(TagTest, IsMadeIntoItsUsualForm) {
  struct Row {
    const char* given;
    const char* usual;
  };
  for (const Row& row : {
           Row{"", ""},
           Row{"en", "en"},
           Row{"EN", "en"},
           Row{"zh_Hant", "zh-Hant"},
           Row{"zh_HANT_tw", "zh-Hant-TW"},
           Row{"zh-hant", "zh-Hant"},
           Row{"en_US", "en-US"},
           Row{"fas", "fa"},
           Row{"zho-Hant", "zh-Hant"},
           Row{"rus", "ru"},
           Row{"lzh", "lzh"},
           Row{"lzh-Hant-x-qianlong", "lzh-Hant-x-qianlong"},
           Row{"fa-latn-X-IJMES", "fa-Latn-x-ijmes"},
           Row{"zh-Latn-WadeGile", "zh-Latn-wadegile"},
           Row{"en-x-gb", "en-x-gb"},
           Row{"xx-qqqqqqqqqq", "xx-qqqqqqqqqq"},
           Row{"-", "-"},
           Row{"en-", "en-"},
           Row{"\xFF", "\xFF"},
       }) {
    EXPECT_EQ(usual_tag(row.given), row.usual) << row.given;
    EXPECT_EQ(usual_tag(row.usual), row.usual) << row.usual;
  }
}

TEST(IsTagTest, HasALanguageAndWhatBelongsToIt) {
  for (const char* tag :
       {"en", "lzh", "zh-Hant", "fa-IR", "sr-Latn-RS", "fa_AF",
        "rus-Latn-gost-7.79-2000", "zh-Hantistical"}) {
    EXPECT_TRUE(is_tag(tag)) << tag;
  }
  for (const char* tag : {"", "e", "e!", "e1", "english", "zh-", "-zh",
                          "zh-seventeenletterss", "fa IR"}) {
    EXPECT_FALSE(is_tag(tag)) << tag;
  }
}

}  // namespace
}  // namespace khitai::text
