// SPDX-License-Identifier: Apache-2.0
//
// The bytes that compiling makes, and how they get into a file.

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "compile/scratch_folder.h"
#include "khitai/lexicon.h"
#include "support/cases.h"
#include "support/sanitized.h"
#include "support/small_lexicon.h"

namespace khitai::compile {
namespace {

namespace fs = std::filesystem;
using tests::example_bytes;
using tests::example_tables;
using tests::ScratchFolder;

std::string compiled(std::vector<std::string> folders) {
  CompileOptions options;
  options.folders = std::move(folders);
  CompileReport report;
  Result<std::string> bytes = compile(options, &report);
  for (const std::string& problem : report.problems) {
    if (!bytes.ok()) ADD_FAILURE() << problem;
  }
  return bytes.ok() ? std::move(bytes).value() : "";
}

// The tables of the example, by their path within its folder.
std::vector<std::string> tables() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(example_tables())) {
    if (entry.is_regular_file()) {
      files.push_back(fs::relative(entry.path(), example_tables()).string());
    }
  }
  return files;
}

// Deals the rows of a table out to `heaps` files by `choose(row)`.
template <typename Choose>
std::vector<std::string> dealt(const std::string& file, size_t heaps,
                               const Choose& choose) {
  std::istringstream lines(tests::read_file(example_tables() + "/" + file));
  std::string line;
  std::getline(lines, line);
  std::vector<std::string> out(heaps, line + "\n");
  for (size_t row = 0; std::getline(lines, line); ++row) {
    out[choose(row)] += line + "\n";
  }
  return out;
}

TEST(KlexTest, CompilingTwiceGivesTheSameBytes) {
  EXPECT_EQ(compiled({example_tables()}), example_bytes());
}

TEST(KlexTest, HowTablesAreSplitIntoFilesDoesNotMatter) {
  const ScratchFolder folder;
  for (const std::string& file : tables()) {
    const size_t slash = file.find("/all.tsv");
    const size_t heaps = slash == std::string::npos ? 1 : 3;
    const auto texts =
        dealt(file, heaps, [&](size_t row) { return (row * 7 + 2) % heaps; });
    for (size_t i = 0; i < heaps; ++i) {
      const std::string name = "/" + std::string(1, static_cast<char>('a' + i));
      folder.write(heaps == 1 ? file : file.substr(0, slash) + name + ".tsv",
                   texts[i]);
    }
  }
  EXPECT_TRUE(compiled({folder.path()}) == example_bytes());
}

TEST(KlexTest, NeitherDoesTheOrderOfFolders) {
  const ScratchFolder folder;
  for (const std::string& file : tables()) {
    const auto texts = dealt(file, 2, [](size_t row) { return row / 2 % 2; });
    folder.write("x/" + file, texts[0]);
    folder.write("y/" + file, texts[1]);
  }
  const std::string x = folder.path() + "/x";
  const std::string y = folder.path() + "/y";
  EXPECT_TRUE(compiled({x, y}) == example_bytes());
  EXPECT_TRUE(compiled({y, x}) == example_bytes());
}

TEST(KlexTest, AnyChangeOfTheTablesChangesTheHash) {
  const ScratchFolder folder;
  folder.write("dates.tsv",
               "entity\tevent\tdate\tcertainty\tsource\n"
               "yelu-dashi\tdeath\t1143\tcertain\teditorial\n");
  const auto other =
      Lexicon::from_bytes(compiled({example_tables(), folder.path()}));
  ASSERT_TRUE(other.ok());
  EXPECT_NE((*other)->hash(), tests::example_lexicon().hash());
}

// Imports test the rules; the lexicon is made without them.
TEST(KlexTest, ImportsChangeNothing) {
  const ScratchFolder folder;
  folder.write("imports/a.tsv",
               "name\tform\tlang\trule\tfrom\tcertainty\tbasis\tsource\n"
               "yelu-dashi\tDashiye\ten\tpinyin\tx\tcertain\tknown\tx\n");
  EXPECT_EQ(compiled({example_tables(), folder.path()}),
            tests::example_bytes());
}

TEST(KlexTest, TheShippedTablesGiveTheSameBytesTwice) {
  if (tests::kSanitized) GTEST_SKIP() << "the small ones are compiled twice";
  EXPECT_EQ(compiled({tests::shipped_tables()}), tests::shipped_bytes());
}

// How many files there are in a folder.
size_t count_files(const std::string& folder) {
  return static_cast<size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST(WriteFileTest, ReplacesAFileWhole) {
  const ScratchFolder folder;
  const std::string path = folder.path() + "/a.klex";
  ASSERT_TRUE(write_file(path, "long old content").ok());
  ASSERT_TRUE(write_file(path, "new").ok());
  EXPECT_EQ(tests::read_file(path), "new");
  EXPECT_EQ(count_files(folder.path()), 1u);
}

TEST(WriteFileTest, LeavesNothingInAFolderThatIsNotThere) {
  const ScratchFolder folder;
  const Status written = write_file(folder.path() + "/no/a.klex", "x");
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().message.find(folder.path() + "/no/a.klex: "), 0u);
  EXPECT_EQ(count_files(folder.path()), 0u);
}

TEST(WriteFileTest, LeavesNothingBesideAFolderOfThatName) {
  const ScratchFolder folder;
  folder.write("a.klex/kept", "x");
  ASSERT_FALSE(write_file(folder.path() + "/a.klex", "new").ok());
  EXPECT_EQ(count_files(folder.path()), 1u);
  EXPECT_EQ(tests::read_file(folder.path() + "/a.klex/kept"), "x");
}

TEST(WriteFileTest, FollowsLinks) {
  const ScratchFolder folder;
  folder.write("real/a.klex", "old");
  fs::create_symlink("real/a.klex", folder.path() + "/link.klex");
  ASSERT_TRUE(write_file(folder.path() + "/link.klex", "new").ok());
  EXPECT_TRUE(fs::is_symlink(folder.path() + "/link.klex"));
  EXPECT_EQ(tests::read_file(folder.path() + "/real/a.klex"), "new");
  EXPECT_EQ(count_files(folder.path() + "/real"), 1u);
}

TEST(WriteFileTest, WritesIntoDevicesAndDoesNotReplaceThem) {
  const ScratchFolder folder;
  fs::create_symlink("/dev/null", folder.path() + "/null");
  fs::create_symlink("/dev/full", folder.path() + "/full");
  EXPECT_TRUE(write_file(folder.path() + "/null", "x").ok());
  EXPECT_FALSE(write_file(folder.path() + "/full", "x").ok());
  EXPECT_TRUE(fs::is_character_file(folder.path() + "/null"));
  EXPECT_TRUE(fs::is_character_file(folder.path() + "/full"));
  EXPECT_EQ(count_files(folder.path()), 2u);
}

TEST(WriteFileTest, LeavesTheOldFileInAFolderThatCannotBeWritten) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
  const ScratchFolder folder;
  folder.write("a.klex", "old");
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_FALSE(write_file(folder.path() + "/a.klex", "new").ok());
  fs::permissions(folder.path(), fs::perms::owner_all);
  EXPECT_EQ(tests::read_file(folder.path() + "/a.klex"), "old");
  EXPECT_EQ(count_files(folder.path()), 1u);
}

}  // namespace
}  // namespace khitai::compile
