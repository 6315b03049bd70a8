// SPDX-License-Identifier: Apache-2.0

#include "base/new_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/input_file.h"
#include "base/mapped_file.h"

namespace khitai::base {
namespace {

namespace fs = std::filesystem;

class NewFileTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("khitai-new-file-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const {
    return (folder_ / name).string();
  }
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& one : fs::directory_iterator(folder_)) {
      all.push_back(one.path().filename().string());
    }
    return all;
  }
  static std::string content(const std::string& path) {
    auto bytes = read_whole(path);
    return bytes.ok() ? *bytes : bytes.error().message;
  }

  fs::path folder_;
};

TEST_F(NewFileTest, IsThereWholeAtItsEnd) {
  auto file = NewFile::begin(path("a"));
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE((*file)->add("one ").ok());
  EXPECT_TRUE((*file)->add("").ok());
  EXPECT_TRUE((*file)->add("two").ok());
  EXPECT_FALSE(fs::exists(path("a")));
  EXPECT_TRUE((*file)->end().ok());
  EXPECT_EQ(content(path("a")), "one two");
  EXPECT_EQ(names(), std::vector<std::string>{"a"});
}

TEST_F(NewFileTest, WithoutAnEndNothingChanges) {
  ASSERT_TRUE(write_whole(path("a"), "before").ok());
  {
    auto file = NewFile::begin(path("a"));
    ASSERT_TRUE(file.ok());
    EXPECT_TRUE((*file)->add("after").ok());
    EXPECT_EQ(content(path("a")), "before");
  }
  EXPECT_EQ(content(path("a")), "before");
  EXPECT_EQ(names(), std::vector<std::string>{"a"});
}

TEST_F(NewFileTest, KeepsPermissionsAndTheUmask) {
  const mode_t before = ::umask(027);
  ASSERT_TRUE(write_whole(path("a"), "x").ok());
  struct stat status {};
  ASSERT_EQ(::stat(path("a").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0640u);
  ASSERT_EQ(::chmod(path("a").c_str(), 0604), 0);
  ASSERT_TRUE(write_whole(path("a"), "y").ok());
  ASSERT_EQ(::stat(path("a").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777u, 0604u);
  ::umask(before);
}

TEST_F(NewFileTest, FollowsALinkButNotToNothing) {
  ASSERT_TRUE(write_whole(path("a"), "x").ok());
  fs::create_symlink("a", path("link"));
  fs::create_symlink("nowhere", path("dead"));
  ASSERT_TRUE(write_whole(path("link"), "y").ok());
  EXPECT_TRUE(fs::is_symlink(path("link")));
  EXPECT_EQ(content(path("a")), "y");
  EXPECT_FALSE(NewFile::begin(path("dead")).ok());
}

TEST_F(NewFileTest, TellsWhatCannotBeWritten) {
  EXPECT_FALSE(NewFile::begin(path("no/folder")).ok());
  EXPECT_FALSE(NewFile::begin(folder_.string()).ok());
  if (::access("/dev/full", W_OK) != 0) GTEST_SKIP();
  auto file = NewFile::begin("/dev/full");
  ASSERT_TRUE(file.ok());
  const Status added = (*file)->add("x");
  ASSERT_FALSE(added.ok());
  EXPECT_EQ(added.error().message,
            "/dev/full: cannot be written: No space left on device");
}

}  // namespace
}  // namespace khitai::base
