// SPDX-License-Identifier: Apache-2.0
//
// Tables laid over each other, and what is told when they do not fit.

#include "compile/compile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "compile/scratch_folder.h"
#include "khitai/annotate.h"
#include "khitai/resolve.h"
#include "support/cases.h"
#include "support/small_lexicon.h"

namespace khitai::compile {
namespace {

using tests::example_tables;
using tests::ScratchFolder;

const std::string kEntities =
    "id\ttype\tlabel\tdescription\tfrom\tto\tcertainty\tsource\n";
const std::string kForms =
    "name\tform\tlang\treading\tgrammar\tuse\tcertainty\tbasis\tsource\n";

struct Outcome {
  std::shared_ptr<const Lexicon> lexicon;  // null when it did not compile
  std::string error;
  CompileReport report;
};

Outcome compiled(const CompileOptions& options) {
  Outcome outcome;
  Result<std::string> bytes = compile(options, &outcome.report);
  if (!bytes.ok()) {
    outcome.error = bytes.error().message;
    return outcome;
  }
  auto lexicon = Lexicon::from_bytes(std::move(bytes).value());
  EXPECT_TRUE(lexicon.ok());
  if (lexicon.ok()) outcome.lexicon = *lexicon;
  return outcome;
}

// The example with a folder laid over it.
Outcome laid_over(const std::string& folder) {
  CompileOptions options;
  options.folders = {example_tables(), folder};
  return compiled(options);
}

// The example with a table of names over it.
Outcome with_names(const std::string& table) {
  const ScratchFolder folder;
  folder.write("mine.tsv", table);
  CompileOptions options;
  options.folders = {example_tables()};
  options.names = {folder.path() + "/mine.tsv"};
  return compiled(options);
}

// The ids of what a name may be, best first.
std::string meant_by(const Outcome& outcome, const std::string& name) {
  if (outcome.lexicon == nullptr) return outcome.error;
  std::string ids;
  Query query;
  query.name = name;
  for (const Candidate& one :
       resolve_name(*outcome.lexicon, query).candidates) {
    ids +=
        (ids.empty() ? "" : " ") + tests::id_of(*outcome.lexicon, one.entity);
  }
  return ids;
}

TEST(OverlayTest, TheSameIdAddsFormsAndItsRowCounts) {
  const ScratchFolder folder;
  folder.write(
      "entities/a.tsv",
      kEntities + "qara-khitai\tpolity\tMine\t\t\t\tcertain\teditorial\n");
  folder.write(
      "forms/a.tsv",
      kForms + "qara-khitai\tCaracatay\tla\t\t\t\tcertain\tknown\tx\n");
  const Outcome outcome = laid_over(folder.path());
  EXPECT_EQ(meant_by(outcome, "Caracatay"), "qara-khitai");
  EXPECT_EQ(meant_by(outcome, "Hsi Liao"), "qara-khitai");
  EXPECT_EQ(outcome.lexicon->entity_count(),
            tests::example_lexicon().entity_count());
  const auto entity = outcome.lexicon->find_entity("qara-khitai");
  EXPECT_EQ(outcome.lexicon->entity(*entity).label, "Mine");  // the later
}

TEST(OverlayTest, AFormMayStandInBothFolders) {
  const ScratchFolder folder;
  folder.write("forms/a.tsv",
               kForms + "qara-khitai\tHsi Liao\ten\t\t\t\tcertain\tknown\tx\n");
  const Outcome outcome = laid_over(folder.path());
  EXPECT_EQ(meant_by(outcome, "Hsi Liao"), "qara-khitai");
}

TEST(OverlayTest, NeverForbidsASpelling) {
  const ScratchFolder folder;
  folder.write("forms/a.tsv", kForms +
                                  "western-liao\tHsi Liao\tmul\t\t\tnever\t"
                                  "certain\tknown\tx\n");
  const Outcome outcome = laid_over(folder.path());
  EXPECT_EQ(meant_by(outcome, "Hsi Liao"), "qara-khitai");  // looked up still
  const auto never = [](const Lexicon& lexicon) {
    for (uint32_t name = 0; name < lexicon.name_count(); ++name) {
      for (uint32_t form : lexicon.forms_of_name(name)) {
        if (lexicon.form(form).text != "Hsi Liao") continue;
        if ((lexicon.form_use(form) & kUseNever) == 0) return false;
      }
    }
    return true;
  };
  EXPECT_TRUE(never(*outcome.lexicon));
  EXPECT_FALSE(never(tests::example_lexicon()));
}

// A block that is also a form: with `never` it blocks still, else it is found.
TEST(OverlayTest, ABlockThatIsAFormBlocksUnlessTheFormIsFound) {
  for (const std::string use : {"never", "cue", ""}) {
    const ScratchFolder folder;
    folder.write("forms/a.tsv", kForms + "qara-khitai\tLiao River\ten\t\t\t" +
                                    use + "\tcertain\tknown\tx\n");
    folder.write("blocks.tsv",
                 "form\tlang\treason\tsource\n"
                 "Liao-River\ten\tthe same key again\teditorial\n");
    const Outcome outcome = laid_over(folder.path());
    ASSERT_NE(outcome.lexicon, nullptr) << outcome.error;
    EXPECT_EQ(meant_by(outcome, "Liao River").find("qara-khitai"), 0u);
    const Annotation text =
        annotate_document(*outcome.lexicon, "a", "the Liao River", {}).value();
    EXPECT_EQ(text.mentions.size(), use.empty() ? 1u : 0u);
  }
}

TEST(OverlayTest, AnotherTypeIsAnErrorThatNamesBothPlaces) {
  const ScratchFolder folder;
  folder.write(
      "entities/a.tsv",
      kEntities + "qara-khitai\tpeople\tMine\t\t\t\tcertain\teditorial\n");
  const Outcome outcome = laid_over(folder.path());
  EXPECT_EQ(outcome.error, "1 error in the tables; nothing was written");
  ASSERT_EQ(outcome.report.problems.size(), 1u);
  const std::string& problem = outcome.report.problems[0];
  EXPECT_EQ(problem.find(folder.path() + "/entities/a.tsv:2: "), 0u) << problem;
  EXPECT_NE(problem.find(example_tables() + "/entities/all.tsv:"),
            std::string::npos)
      << problem;
}

TEST(OverlayTest, NewEntitiesMayReferToOldOnes) {
  const ScratchFolder folder;
  folder.write("entities/a.tsv",
               kEntities + "me\tperson\tMe\t\t\t\tcertain\teditorial\n");
  folder.write("relations/a.tsv",
               "subject\trelation\tobject\tfrom\tto\tcertainty\tclaim\tsource\n"
               "me\truler-of\tqara-khitai\t\t\tcertain\t\teditorial\n");
  const Outcome outcome = laid_over(folder.path());
  ASSERT_NE(outcome.lexicon, nullptr) << outcome.error;
  const uint32_t me = *outcome.lexicon->find_entity("me");
  ASSERT_EQ(outcome.lexicon->relations_of_entity(me).size(), 1u);
  const uint32_t number = outcome.lexicon->relations_of_entity(me)[0];
  EXPECT_EQ(outcome.lexicon->relation(number).inverse, "ruler");
}

TEST(NamesTest, ATableOfNamesAddsEntitiesAndForms) {
  const Outcome outcome = with_names(
      "id\tform\tlang\ttype\tfrom\tto\tlabel\n"
      "Q1\tKhanbaliq\ten\tplace\t1267\t\tKhanbaliq\n"
      "Q1\tCambaluc\tla\t\t\t\t\n"
      "qara-khitai\tSilao\ten\tpolity\t\t\t\n");
  EXPECT_EQ(meant_by(outcome, "Cambaluc"), "Q1");
  EXPECT_EQ(meant_by(outcome, "silao"), "qara-khitai");
  const uint32_t entity = *outcome.lexicon->find_entity("Q1");
  EXPECT_EQ(outcome.lexicon->entity(entity).label, "Khanbaliq");
  EXPECT_EQ(outcome.lexicon->entity(entity).years.from, 1267);
}

TEST(NamesTest, AnotherTypeIsAnErrorThatNamesBothPlaces) {
  const Outcome outcome =
      with_names("id\tform\ttype\nqara-khitai\tSilao\tplace\n");
  ASSERT_EQ(outcome.report.problems.size(), 1u);
  EXPECT_NE(outcome.report.problems[0].find("mine.tsv:2: "), std::string::npos);
  EXPECT_NE(outcome.report.problems[0].find("/entities/all.tsv:"),
            std::string::npos)
      << outcome.report.problems[0];
}

TEST(NamesTest, RulesMakeFormsOfAUsersNamesToo) {
  const Outcome outcome = with_names(
      "id\tform\tlang\ttype\n"
      "naiman\tNaiman\ten\tpeople\n"
      "xi-liao\t\xE8\xA5\xBF\xE9\x81\xBC\xE5\x9C\x8B\tzh-Hant\tpolity\n");
  EXPECT_EQ(meant_by(outcome, "Naimans"), "naiman");
  EXPECT_EQ(meant_by(outcome, "\xE8\xA5\xBF\xE8\xBE\xBD\xE5\x9B\xBD"),
            "xi-liao");
}

TEST(NoLexiconTest, KeepsTheRulesAndNothingElse) {
  const ScratchFolder folder;
  folder.write("mine.tsv",
               "id\tform\tlang\ttype\nnaiman\tNaiman\ten\tpeople\n");
  CompileOptions options;
  options.folders = {example_tables()};
  options.names = {folder.path() + "/mine.tsv"};
  options.shipped_entities = false;
  const Outcome outcome = compiled(options);
  ASSERT_NE(outcome.lexicon, nullptr) << outcome.error;
  EXPECT_EQ(outcome.lexicon->entity_count(), 1u);
  EXPECT_EQ(meant_by(outcome, "Naimans"), "naiman");
  EXPECT_EQ(meant_by(outcome, "Qara Khitai"), "");
  EXPECT_FALSE(outcome.lexicon->find_name("western-liao").has_value());
  EXPECT_EQ(outcome.lexicon->cue_count(), tests::example_lexicon().cue_count());
  EXPECT_EQ(outcome.report.attested_forms, 1u);
  EXPECT_EQ(outcome.report.generated_forms, 1u);
}

TEST(NoLexiconTest, NothingAtAllIsALexiconToo) {
  CompileOptions options;
  options.folders = {example_tables()};
  options.shipped_entities = false;
  const Outcome outcome = compiled(options);
  ASSERT_NE(outcome.lexicon, nullptr) << outcome.error;
  EXPECT_EQ(meant_by(outcome, "Sanjar"), "");
}

// Each mistake of tests/cases/bad_tables is told once, in one run, in the
// order of files and lines.
TEST(ProblemsTest, OneRunTellsThemAll) {
  const std::string folder =
      std::string(KHITAI_SOURCE_DIR) + "/tests/cases/bad_tables";
  const Outcome outcome = laid_over(folder);
  const auto expected = tests::read_cases("bad_tables.tsv");
  EXPECT_EQ(outcome.error, std::to_string(expected.size()) +
                               " errors in the tables; nothing was written");
  ASSERT_EQ(outcome.report.problems.size(), expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    const std::string start =
        folder + "/" + expected[i]["place"] + ": " + expected[i]["message"];
    EXPECT_EQ(outcome.report.problems[i].find(start), 0u)
        << expected[i].where << ": " << outcome.report.problems[i];
  }
}

TEST(ProblemsTest, AFolderThatIsNotThereIsAProblem) {
  const Outcome outcome = laid_over("no/such/folder");
  ASSERT_EQ(outcome.report.problems.size(), 1u);
  EXPECT_EQ(outcome.report.problems[0].find("no/such/folder: "), 0u);
}

TEST(ProblemsTest, AFormTooLongToBeMatchedIsTold) {
  std::string words = "word";
  for (int i = 0; i < 300; ++i) words += " word";
  const Outcome outcome = with_names("id\tform\nq\tshort\nq\t" + words + "\n");
  EXPECT_EQ(outcome.error, "1 error in the tables; nothing was written");
  ASSERT_EQ(outcome.report.problems.size(), 1u);
  EXPECT_NE(outcome.report.problems[0].find("mine.tsv:3: form: "),
            std::string::npos)
      << outcome.report.problems[0];
}

TEST(ReportTest, CountsWhatTheLexiconHolds) {
  CompileOptions options;
  options.folders = {example_tables()};
  const Outcome outcome = compiled(options);
  EXPECT_EQ(outcome.report.entities, outcome.lexicon->entity_count());
  EXPECT_EQ(outcome.report.attested_forms + outcome.report.generated_forms,
            outcome.lexicon->form_count());
  EXPECT_TRUE(outcome.report.problems.empty());
}

}  // namespace
}  // namespace khitai::compile
