// SPDX-License-Identifier: Apache-2.0

#include "compile/fix.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "compile/scratch_folder.h"
#include "support/cases.h"

namespace khitai::compile {
namespace {

using tests::ScratchFolder;
using tests::unmark;

TEST(FixTest, EachTableIsRepairedAsItsRowSays) {
  for (const tests::Case& row : tests::read_cases("fix.tsv")) {
    Repairs repairs;
    const std::string after = repair(unmark(row["before"]), &repairs);
    EXPECT_EQ(after, unmark(row["after"])) << row.where;
    EXPECT_EQ(describe(repairs), row["done"]) << row.where;
  }
}

TEST(FixTest, WhatIsRepairedNeedsNoRepair) {
  for (const char* cases : {"fix.tsv", "tables.tsv"}) {
    for (const tests::Case& row : tests::read_cases(cases)) {
      const bool fix = std::string(cases) == "fix.tsv";
      Repairs repairs;
      const std::string once =
          repair(unmark(row[fix ? "before" : "text"]), &repairs);
      Repairs again;
      EXPECT_EQ(repair(once, &again), once) << row.where;
      EXPECT_EQ(describe(again), "") << row.where;
    }
  }
}

TEST(FixTest, FilesAreRepairedInPlaceAndNamed) {
  const ScratchFolder folder;
  const std::string header = "form\tlang\treason\tsource\n";
  folder.write("blocks.tsv", header + "B\ten\tx\ty\nA\ten\tx\ty\n");
  folder.write("cues.tsv", "lang\ttype\tcue\tposition\tsource\n");
  folder.write("tables/simplified.tsv", "character\tsimplified\nb\tB\na\tA\n");
  folder.write("notes.tsv", "b\n\n\na");
  std::vector<Problem> problems;
  EXPECT_EQ(fix_tables({folder.path()}, &problems),
            std::vector<std::string>(
                {folder.path() + "/blocks.tsv: sorted the rows"}));
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(tests::read_file(folder.path() + "/blocks.tsv"),
            header + "A\ten\tx\ty\nB\ten\tx\ty\n");
  EXPECT_EQ(tests::read_file(folder.path() + "/tables/simplified.tsv"),
            "character\tsimplified\nb\tB\na\tA\n");
  EXPECT_EQ(tests::read_file(folder.path() + "/notes.tsv"), "b\n\n\na");
  EXPECT_TRUE(fix_tables({folder.path()}, &problems).empty());
}

TEST(FixTest, AMissingFolderIsAProblem) {
  std::vector<Problem> problems;
  EXPECT_TRUE(fix_tables({"/nowhere/at/all"}, &problems).empty());
  EXPECT_EQ(problems.size(), 1u);
}

}  // namespace
}  // namespace khitai::compile
