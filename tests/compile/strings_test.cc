// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "compile/klex_writer.h"

namespace khitai::compile {
namespace {

TEST(StringsTest, EachTextHasOneNumberAndTheEmptyOneIsZero) {
  Strings strings;
  EXPECT_EQ(strings.number(""), 0u);
  EXPECT_EQ(strings.number("khitan"), 1u);
  EXPECT_EQ(strings.number("\u5951\u4e39"), 2u);
  EXPECT_EQ(strings.number("khitan"), 1u);
  EXPECT_EQ(strings.text(2), "\u5951\u4e39");
  EXPECT_EQ(strings.text(0), "");
  EXPECT_TRUE(strings.fits());
  EXPECT_EQ(strings.take_bytes(), "khitan\u5951\u4e39");
}

TEST(StringsTest, WhatWouldTakeTooMuchRoomIsLeftOutAndTold) {
  Strings strings(10);
  EXPECT_EQ(strings.number("khitan"), 1u);
  EXPECT_EQ(strings.number("liao"), 2u);
  EXPECT_TRUE(strings.fits());
  EXPECT_EQ(strings.number("jin"), 0u);
  EXPECT_FALSE(strings.fits());
  EXPECT_EQ(strings.number("khitan"), 1u);
  EXPECT_EQ(strings.text(2), "liao");
}

}  // namespace
}  // namespace khitai::compile
