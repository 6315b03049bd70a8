// SPDX-License-Identifier: Apache-2.0

#include "compile/check.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "compile/overlay.h"
#include "compile/tables.h"
#include "support/cases.h"

namespace khitai::compile {
namespace {

const std::string kFolders =
    std::string(KHITAI_SOURCE_DIR) + "/tests/cases/check/";

// All problems of a folder laid over good/, by file relative to the folder.
std::vector<Problem> problems_of(const std::string& folder) {
  std::vector<std::string> folders = {kFolders + "good"};
  if (folder != "good") folders.push_back(kFolders + folder);
  std::vector<Problem> problems;
  Tables tables = read_tables(folders, &problems);
  lay_over(&tables, &problems);
  for (const Problem& problem : check(tables, CheckOptions())) {
    problems.push_back(problem);
  }
  const std::string start = folders.back() + "/";
  for (Problem& problem : problems) {
    if (problem.file.find(start) == 0) problem.file.erase(0, start.size());
  }
  sort_problems(&problems);
  return problems;
}

bool is_told(const tests::Case& row, std::vector<Problem>* problems) {
  const auto found = std::find_if(
      problems->begin(), problems->end(), [&](const Problem& problem) {
        return problem.file == row["file"] &&
               std::to_string(problem.line) == row["line"] &&
               problem.message.find(row["message"]) == 0;
      });
  if (found == problems->end()) return false;
  problems->erase(found);
  return true;
}

TEST(CheckTest, AGoodLexiconHasNoProblems) {
  for (const Problem& problem : problems_of("good")) {
    ADD_FAILURE() << format_problem(problem);
  }
}

TEST(CheckTest, EachFolderHasTheProblemsOfItsRowsAndNoOthers) {
  std::map<std::string, std::vector<tests::Case>> rows;
  for (const tests::Case& row : tests::read_cases("check.tsv")) {
    rows[row["folder"]].push_back(row);
  }
  for (const auto& [folder, expected] : rows) {
    std::vector<Problem> problems = problems_of(folder);
    for (const tests::Case& row : expected) {
      if (row["state"] == "ok") continue;
      EXPECT_TRUE(is_told(row, &problems))
          << row.where << ": not told: " << row["message"];
    }
    for (const Problem& problem : problems) {
      ADD_FAILURE() << expected[0].where
                    << ": told and not expected: " << format_problem(problem);
    }
  }
}

TEST(CheckTest, OneRunTellsAllOfTenMistakes) {
  EXPECT_GE(problems_of("ten").size(), 10u);
}

TEST(CheckTest, MoreThanTheAllowedYearsCanBeForgiven) {
  std::vector<Problem> problems;
  const Tables tables =
      read_tables({kFolders + "good", kFolders + "event-outside"}, &problems);
  CheckOptions options;
  EXPECT_EQ(check(tables, options).size(), 1u);
  options.tolerance = 45;
  EXPECT_TRUE(check(tables, options).empty());
}

TEST(CheckTest, ALexiconWithoutVocabularyIsToldSoOnceForEachList) {
  Tables tables;
  tables.files.push_back(File{"x/forms/a.tsv", 0, false, false});
  for (uint32_t line : {2, 3}) {
    Row row;
    for (const std::string cell : {"khitan", "Kitai", "en", "", "", "",
                                   "certain", "known", "editorial"}) {
      row.cells.push_back(tables.texts->share(cell));
    }
    row.cells[forms::kForm] =
        tables.texts->share("Kitai" + std::to_string(line));
    row.line = line;
    tables.of(TableKind::kForms).rows.push_back(row);
  }
  size_t missing = 0;
  for (const Problem& problem : check(tables, CheckOptions())) {
    if (problem.message.find("missing or empty") == 0) ++missing;
  }
  EXPECT_EQ(missing, 4u);  // sources, certainties, bases, languages
}

TEST(CheckTest, AUsersNamesAreNotHeldToTheRulesOfTheLexicon) {
  std::vector<Problem> problems;
  Tables tables = read_tables({kFolders + "good"}, &problems);
  read_names_table(kFolders + "../check_names.tsv", &tables, &problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_TRUE(check(tables, CheckOptions()).empty());
  EXPECT_EQ(tables.of(TableKind::kEntities).rows.back()[entities::kId],
            "Q12345");
}

}  // namespace
}  // namespace khitai::compile
