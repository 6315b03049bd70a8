// SPDX-License-Identifier: Apache-2.0

#include "text/encoding.h"

#include <gtest/gtest.h>

#include <string_view>

namespace khitai::text {
namespace {

using namespace std::string_view_literals;

TEST(EncodingTest, AMarkTellsIt) {
  EXPECT_EQ(other_encoding("\xFF\xFES\0"sv), "UTF-16");
  EXPECT_EQ(other_encoding("\xFE\xFF\0S"sv), "UTF-16");
  EXPECT_EQ(other_encoding("\xFF\xFE\0\0"sv), "UTF-32");
  EXPECT_EQ(other_encoding("\0\0\xFE\xFF"sv), "UTF-32");
  EXPECT_EQ(other_encoding("\xEF\xBB\xBFS"sv), "");
  EXPECT_EQ(other_encoding("S"sv), "");
  EXPECT_EQ(other_encoding(""sv), "");
}

}  // namespace
}  // namespace khitai::text
