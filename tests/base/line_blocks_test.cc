// SPDX-License-Identifier: Apache-2.0

#include "base/line_blocks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "compile/scratch_folder.h"

namespace khitai::base {
namespace {

class LineBlocksTest : public testing::Test {
 protected:
  std::vector<LineBlock> read(const std::string& text, size_t size) {
    folder_.write("lines.txt", text);
    auto file = LineBlocks::open(folder_.path() + "/lines.txt", size);
    EXPECT_TRUE(file.ok());
    std::vector<LineBlock> blocks;
    while (auto block = (*file)->next()) blocks.push_back(std::move(*block));
    EXPECT_EQ((*file)->error(), "");
    return blocks;
  }
  tests::ScratchFolder folder_;
};

TEST_F(LineBlocksTest, BlocksAreWholeLinesAndJoinToTheFile) {
  std::string text;
  for (int i = 0; i < 30000; ++i) {
    text += std::string(static_cast<size_t>(i % 9), 'x') + "\n";
  }
  text += "no newline";
  for (const size_t size : {size_t{0}, size_t{1}, size_t{100}, size_t{70000}}) {
    std::string all;
    size_t line = 1;
    for (const LineBlock& block : read(text, size)) {
      EXPECT_EQ(block.first_line, line);
      line += static_cast<size_t>(
          std::count(block.text.begin(), block.text.end(), '\n'));
      EXPECT_TRUE(all.empty() || all.back() == '\n');
      EXPECT_FALSE(block.text.empty());
      all += block.text;
      EXPECT_TRUE(block.text.size() >= size || all.size() == text.size());
    }
    EXPECT_EQ(all, text);
  }
}

TEST_F(LineBlocksTest, ALongLineIsOneBlock) {
  const std::string line(300000, 'x');
  const auto blocks = read(line + "\n" + line, 10);
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[1].text, line);
  EXPECT_EQ(blocks[1].first_line, 2u);
}

TEST_F(LineBlocksTest, AByteOrderMarkIsLeftOutAtTheStartAlone) {
  const auto blocks = read("\xEF\xBB\xBFone\n\xEF\xBB\xBFtwo\n", 1);
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[0].text, "one\n");
  EXPECT_EQ(blocks[1].text, "\xEF\xBB\xBFtwo\n");
}

TEST_F(LineBlocksTest, AnEmptyFileHasNoBlocks) {
  EXPECT_TRUE(read("", 10).empty());
}

TEST_F(LineBlocksTest, WhatCannotBeReadIsTold) {
  const auto nowhere = LineBlocks::open(folder_.path() + "/nowhere", 10);
  ASSERT_FALSE(nowhere.ok());
  EXPECT_NE(nowhere.error().message.find("cannot be opened"),
            std::string::npos);
  const auto folder = LineBlocks::open(folder_.path(), 10);
  ASSERT_FALSE(folder.ok());
  EXPECT_NE(folder.error().message.find("is a folder"), std::string::npos);
}

}  // namespace
}  // namespace khitai::base
