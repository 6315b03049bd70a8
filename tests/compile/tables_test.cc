// SPDX-License-Identifier: Apache-2.0

#include "compile/tables.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "compile/check.h"
#include "compile/fix.h"
#include "compile/scratch_folder.h"
#include "support/cases.h"

namespace khitai::compile {
namespace {

using tests::ScratchFolder;
using tests::unmark;

const std::string kGood =
    std::string(KHITAI_SOURCE_DIR) + "/tests/cases/check/good";

std::string show(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems)
    text += format_problem(problem) + "\n";
  return text;
}

TEST(TablesTest, EachTextHasTheProblemOfItsRow) {
  const ScratchFolder folder;
  for (const tests::Case& row : tests::read_cases("tables.tsv")) {
    folder.write("blocks.tsv", unmark(row["text"]));
    std::vector<Problem> problems;
    read_tables({folder.path()}, &problems);
    if (row["state"] == "ok") {
      EXPECT_TRUE(problems.empty()) << row.where << ":\n" << show(problems);
      continue;
    }
    ASSERT_FALSE(problems.empty()) << row.where;
    EXPECT_EQ(problems[0].file, folder.path() + "/blocks.tsv") << row.where;
    EXPECT_EQ(std::to_string(problems[0].line), row["line"]) << row.where;
    EXPECT_EQ(problems[0].message.find(row["message"]), 0u)
        << row.where << ": " << problems[0].message;
  }
}

TEST(TablesTest, ProblemsArePrintedLikeACompilersErrors) {
  const std::string message = "5 columns, expected 11";
  EXPECT_EQ(format_problem({"lexicon/forms/khitan.tsv", 214, message, false}),
            "lexicon/forms/khitan.tsv:214: 5 columns, expected 11");
  EXPECT_EQ(format_problem({"lexicon/forms/khitan.tsv", 0, message, true}),
            "lexicon/forms/khitan.tsv: warning: 5 columns, expected 11");
}

TEST(TablesTest, RowsKeepTheirPlaceAndTheirCells) {
  std::vector<Problem> problems;
  const Tables tables = read_tables({kGood + "/"}, &problems);
  EXPECT_TRUE(problems.empty()) << show(problems);
  const Row& row = tables.of(TableKind::kSources).rows[1];
  EXPECT_EQ(tables.path(row), kGood + "/sources.tsv");
  EXPECT_EQ(row.line, 3u);
  EXPECT_EQ(row[sources::kId], "editorial");
  EXPECT_EQ(row.cells.size(), 7u);
  EXPECT_EQ(tables.vocabulary.at("use").rows.size(), 4u);
}

TEST(TablesTest, FilesOfAFolderAndFoldersAreJoined) {
  const ScratchFolder folder;
  folder.write("blocks.tsv", "form\tlang\treason\tsource\nB\ten\tx\ty\n");
  folder.write("imports/deep/a.tsv",
               "name\tform\tlang\trule\tfrom\tcertainty\tbasis\tsource\n"
               "a\tb\tc\td\te\tf\tg\th\n");
  folder.write("morphology/suffixes.tsv", "lang\tsuffix\nen\ts\n");
  folder.write("README.md", "no table");
  std::vector<Problem> problems;
  const Tables tables = read_tables({kGood, folder.path()}, &problems);
  EXPECT_TRUE(problems.empty()) << show(problems);
  EXPECT_EQ(tables.of(TableKind::kBlocks).rows.size(), 2u);
  EXPECT_EQ(tables.files[tables.of(TableKind::kBlocks).rows[1].file].folder,
            1u);
  EXPECT_EQ(tables.of(TableKind::kImports).rows.size(), 2u);
  const RuleTable& rules = tables.rules.at("morphology/suffixes");
  EXPECT_EQ(rules.columns, (std::vector<std::string>{"lang", "suffix"}));
  EXPECT_EQ(rules.table.rows[0][1], "s");
}

TEST(TablesTest, EveryTableMayBeAFileOrAFolder) {
  const ScratchFolder folder;
  folder.write("blocks/liao.tsv", "form\tlang\treason\tsource\nB\ten\tx\ty\n");
  folder.write("blocks.tsv", "form\tlang\treason\tsource\nA\ten\tx\ty\n");
  folder.write("names.tsv",
               "id\tlang\tlabel\tgloss\tregister\tnote\tsource\n"
               "a\ten\tA\t\t\t\ty\n");
  std::vector<Problem> problems;
  const Tables tables = read_tables({folder.path()}, &problems);
  EXPECT_TRUE(problems.empty()) << show(problems);
  EXPECT_EQ(tables.of(TableKind::kBlocks).rows.size(), 2u);
  EXPECT_EQ(tables.of(TableKind::kNames).rows.size(), 1u);

  folder.write("blocksmith.tsv", "form\tlang\treason\tsource\n");
  read_tables({folder.path()}, &problems);
  EXPECT_EQ(problems.size(), 1u) << show(problems);
}

TEST(TablesTest, AMissingFolderIsAProblem) {
  std::vector<Problem> problems;
  read_tables({kGood + "/nowhere"}, &problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(format_problem(problems[0]),
            kGood +
                "/nowhere: No such file or directory, expected a folder "
                "of tables");
}

TEST(TablesTest, TwoThousandRowsAreTheLimitOfAFile) {
  const ScratchFolder folder;
  std::string table = "form\tlang\treason\tsource\n";
  for (int i = 1000; i < 3000; ++i) {
    table += "word " + std::to_string(i) + "\ten\tx\ty\n";
  }
  std::vector<Problem> problems;
  folder.write("blocks.tsv", table);
  read_tables({folder.path()}, &problems);
  EXPECT_TRUE(problems.empty()) << show(problems);
  folder.write("blocks.tsv", table + "word 3000\ten\tx\ty\n");
  read_tables({folder.path()}, &problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].message,
            "2001 rows, expected at most 2000: divide the file");
}

TEST(TablesTest, AWrongHeaderDoesNotLoseTheColumnsThatAreRight) {
  const ScratchFolder folder;
  folder.write("distinct.tsv", "a\tform\tb\thau\nx\tLiao\ty\tz\n");
  std::vector<Problem> problems;
  const Tables tables = read_tables({folder.path()}, &problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_TRUE(tables.files[0].damaged);
  const Row& row = tables.of(TableKind::kDistinct).rows[0];
  EXPECT_EQ(row[distinct::kForm], "Liao");
  EXPECT_EQ(row[distinct::kB], "y");
  EXPECT_EQ(row[distinct::kHow], "");
}

// Changes the bytes of `text` here and there.
std::string damage(std::string text, std::mt19937* random) {
  for (int changes = 1 + (*random)() % 8; changes > 0 && !text.empty();
       --changes) {
    const size_t at = (*random)() % text.size();
    switch ((*random)() % 4) {
      case 0:
        text[at] = static_cast<char>((*random)() % 256);
        break;
      case 1:
        text.erase(at, (*random)() % 40);
        break;
      case 2:
        text.insert(at, 1, "\t\n\r \x00\xEF"[(*random)() % 6]);
        break;
      default:
        text.insert(at, text.substr((*random)() % text.size(), 60));
    }
  }
  return text;
}

TEST(TablesTest, DamagedTablesAreReadCheckedAndRepairedWithoutHarm) {
  std::mt19937 random(907);
  const ScratchFolder folder;
  const std::string files[] = {"entities/all.tsv",
                               "forms/all.tsv",
                               "links/all.tsv",
                               "relations/all.tsv",
                               "senses/all.tsv",
                               "dates.tsv",
                               "compose.tsv",
                               "places.tsv",
                               "cues.tsv",
                               "vocabulary/types.tsv",
                               "tables/han_readings.tsv"};
  for (int round = 0; round < 40; ++round) {
    for (const std::string& file : files) {
      const std::string text =
          damage(tests::read_file(kGood + "/" + file), &random);
      folder.write(file, text);
      Repairs repairs;
      const std::string once = repair(text, &repairs);
      EXPECT_EQ(repair(once, &repairs), once) << file << " in round " << round;
    }
    std::vector<Problem> problems;
    check(read_tables({kGood, folder.path()}, &problems), CheckOptions());
  }
}

TEST(TablesTest, RandomBytesAreReadWithoutHarm) {
  std::mt19937 random(1218);
  const ScratchFolder folder;
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (size_t n = random() % 300; n > 0; --n) {
      bytes.push_back(static_cast<char>(random() % 256));
    }
    folder.write("blocks.tsv", bytes);
    folder.write("mine.tsv", bytes);
    std::vector<Problem> problems;
    Tables tables = read_tables({folder.path()}, &problems);
    read_names_table(folder.path() + "/mine.tsv", &tables, &problems);
    check(tables, CheckOptions());
    EXPECT_FALSE(problems.empty());
  }
}

}  // namespace
}  // namespace khitai::compile
