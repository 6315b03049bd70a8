// SPDX-License-Identifier: Apache-2.0

#include "compile/overlay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compile/scratch_folder.h"
#include "compile/tables.h"
#include "support/cases.h"

namespace khitai::compile {
namespace {

using tests::ScratchFolder;

const std::string kSmall =
    std::string(KHITAI_SOURCE_DIR) + "/tests/cases/small_lexicon";

// The rows of a table that begin with the cells of `start`, one a line, `|`
// between cells.
std::string rows_of(const Tables& tables, TableKind kind,
                    const std::string& start) {
  std::vector<std::string> found;
  for (const Row& row : tables.of(kind).rows) {
    std::string text;
    for (const Text& cell : row.cells) {
      text += (text.empty() ? "" : "|") + *cell;
    }
    if (text.starts_with(start)) found.push_back(text);
  }
  std::sort(found.begin(), found.end());
  std::string all;
  for (const std::string& text : found) all += text + "\n";
  return all;
}

const Schema& schema_named(const std::string& table) {
  for (const Schema& schema : all_schemas()) {
    if (schema.path.starts_with(table)) return schema;
  }
  ADD_FAILURE() << "no table " << table;
  return all_schemas()[0];
}

// Each row lays one row (or a table of names) over another and says what of
// them is left: tests/cases/overlay.tsv.
TEST(OverlayTableTest, WhatALaterLayerSaysCounts) {
  for (const tests::Case& row : tests::read_cases("overlay.tsv")) {
    const Schema& schema = schema_named(row["table"]);
    const ScratchFolder folder;
    const std::string header = header_of(schema.columns) + "\n";
    const std::string table = row["table"] + ".tsv";
    const auto lines = [](const std::string& text) {
      return tests::replace_all(tests::replace_all(text, "|", "\t"), " / ",
                                "\n") +
             "\n";
    };
    folder.write("low/" + table, header + lines(row["lexicon"]));
    std::vector<Problem> problems;
    Tables tables;
    if (row["own"].starts_with("id")) {
      folder.write("names.tsv", lines(row["own"]));
      tables = read_tables({folder.path() + "/low"}, &problems);
      read_names_table(folder.path() + "/names.tsv", &tables, &problems);
    } else {
      folder.write("high/" + table, header + lines(row["own"]));
      tables = read_tables({folder.path() + "/low", folder.path() + "/high"},
                           &problems);
    }
    lay_over(&tables, &problems);
    EXPECT_TRUE(problems.empty()) << row.where << format_problem(problems[0]);
    EXPECT_EQ(rows_of(tables, schema.kind, ""),
              row["left"].empty()
                  ? ""
                  : tests::replace_all(row["left"], " / ", "\n") + "\n")
        << row.where;
  }
}

TEST(OverlayTableTest, AFolderAloneStaysAsItIs) {
  std::vector<Problem> problems;
  const Tables before = read_tables({kSmall}, &problems);
  Tables after = before;
  lay_over(&after, &problems);
  EXPECT_TRUE(problems.empty());
  for (size_t i = 0; i < kTableCount; ++i) {
    const TableKind kind = static_cast<TableKind>(i);
    EXPECT_EQ(rows_of(before, kind, ""), rows_of(after, kind, ""));
  }
}

// Laying a folder over itself changes nothing: each row overrides its twin.
TEST(OverlayTableTest, AFolderOverItselfIsTheFolder) {
  std::vector<Problem> problems;
  const Tables once = read_tables({kSmall}, &problems);
  Tables twice = read_tables({kSmall, kSmall}, &problems);
  lay_over(&twice, &problems);
  EXPECT_TRUE(problems.empty());
  for (TableKind kind :
       {TableKind::kEntities, TableKind::kNames, TableKind::kForms,
        TableKind::kSenses, TableKind::kRelations, TableKind::kLinks,
        TableKind::kDates, TableKind::kDistinct, TableKind::kBlocks}) {
    EXPECT_EQ(rows_of(once, kind, ""), rows_of(twice, kind, ""));
  }
}

}  // namespace
}  // namespace khitai::compile
