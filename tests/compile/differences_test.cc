// SPDX-License-Identifier: Apache-2.0

#include "khitai/differences.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "compile/compile.h"
#include "compile/scratch_folder.h"
#include "support/small_lexicon.h"

namespace khitai {
namespace {

const std::string kSmallTables =
    std::string(KHITAI_SOURCE_DIR) + "/tests/cases/small_lexicon";

std::shared_ptr<const Lexicon> opened_tables(std::vector<std::string> folders) {
  compile::CompileOptions options;
  options.folders = std::move(folders);
  compile::CompileReport report;
  auto bytes = compile::compile(options, &report);
  EXPECT_TRUE(bytes.ok());
  auto lexicon = Lexicon::from_bytes(std::move(bytes).value());
  EXPECT_TRUE(lexicon.ok());
  return *lexicon;
}

// The example with a folder over it: a form that is new, one forbidden, an
// entity described anew, a relation more.
std::shared_ptr<const Lexicon> changed() {
  const tests::ScratchFolder folder;
  folder.write("forms/a.tsv",
               "name\tform\tlang\treading\tgrammar\tuse\tcertainty\tbasis\t"
               "source\n"
               "qara-khitai\tCaracathay\tla\t\t\t\tcertain\tknown\teditorial\n"
               "western-liao\tHsi Liao\ten\t\t\tnever\tcertain\tknown\t"
               "editorial\n");
  folder.write("entities/a.tsv",
               "id\ttype\tlabel\tdescription\tfrom\tto\tcertainty\tsource\n"
               "qara-khitai\tpolity\tQara Khitai\tanother\t1124\t1218\t"
               "certain\teditorial\n");
  folder.write("relations/a.tsv",
               "subject\trelation\tobject\tfrom\tto\tcertainty\tclaim\tsource\n"
               "yelu-dashi\truler-of\tqara-khitai\t1131\t1143\tcertain\t\t"
               "editorial\n");
  return opened_tables({kSmallTables, folder.path()});
}

// "+ form western-liao: Hsi Liao, en"
std::string told(const Difference& one) {
  static const char* const kChanges[] = {"-", "+", "~"};
  static const char* const kKinds[] = {"entity",   "name", "form", "sense",
                                       "relation", "link", "date", "spelling"};
  std::string text = std::string(kChanges[static_cast<size_t>(one.change)]) +
                     " " + kKinds[static_cast<size_t>(one.kind)] + " " +
                     one.id + ": " + one.what;
  for (const Difference::Field& field : one.fields) {
    text +=
        " [" + field.column + ": " + field.before + " > " + field.after + "]";
  }
  return text;
}

TEST(DifferencesTest, ALexiconHasNoneFromItself) {
  EXPECT_TRUE(
      differences(tests::example_lexicon(), tests::example_lexicon()).empty());
}

TEST(DifferencesTest, WhatAFolderOverItSaysIsTold) {
  const auto after = changed();
  std::vector<std::string> lines;
  for (const Difference& one :
       differences(*opened_tables({kSmallTables}), *after)) {
    lines.push_back(told(one));
  }
  for (const std::string& expected :
       {std::string("+ form qara-khitai: Caracathay, la"),
        std::string("~ form western-liao: Hsi Liao, en [use:  > never]"),
        std::string("+ spelling qara-khitai: Caracathay"),
        std::string("- spelling qara-khitai: Hsi Liao")}) {
    EXPECT_NE(std::find(lines.begin(), lines.end(), expected), lines.end())
        << expected;
  }
  size_t entities = 0, names = 0;
  for (const std::string& line : lines) {
    entities += line.find(" entity ") != line.npos;
    names += line.find(" name ") != line.npos;
  }
  EXPECT_EQ(entities, 1u);
  EXPECT_EQ(names, 0u);
}

// Seen from the other side, what was added is removed and what was before is
// after.
TEST(DifferencesTest, TheOtherWayRoundIsTheMirror) {
  const auto before = opened_tables({kSmallTables});
  const auto after = changed();
  const auto there = differences(*before, *after);
  const auto back = differences(*after, *before);
  ASSERT_EQ(there.size(), back.size());
  ASSERT_FALSE(there.empty());
  for (size_t i = 0; i < there.size(); ++i) {
    EXPECT_EQ(there[i].id, back[i].id);
    EXPECT_EQ(there[i].what, back[i].what);
    if (there[i].change != Difference::Change::kChanged) {
      EXPECT_NE(there[i].change, back[i].change);
    }
    ASSERT_EQ(there[i].fields.size(), back[i].fields.size());
    for (size_t j = 0; j < there[i].fields.size(); ++j) {
      EXPECT_EQ(there[i].fields[j].before, back[i].fields[j].after);
    }
  }
}

}  // namespace
}  // namespace khitai
