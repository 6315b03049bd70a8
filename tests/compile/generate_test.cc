// SPDX-License-Identifier: Apache-2.0

#include "compile/generate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compile/cells.h"
#include "compile/drafts.h"
#include "compile/rules_only.h"
#include "fold/fold.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai::compile {
namespace {

using tests::Case;
using tests::expect_row;

const Tables& rules() {
  static const Tables tables = rules_only({TableKind::kHanReadings});
  return tables;
}

void add_entity(const std::string& id, const std::string& type,
                Tables* tables) {
  add_row(TableKind::kEntities, {id, type, id}, tables);
}

void add_form(const std::string& name, const Case& row, Tables* tables) {
  add_row(TableKind::kForms,
          {name, row["form"], row["lang"], "", row["grammar"], "", "certain",
           "known", "x"},
          tables);
}

void add_plain(const std::string& name, const std::string& form,
               const std::string& lang, Tables* tables) {
  add_row(TableKind::kForms,
          {name, form, lang, "", "", "", "certain", "known", "x"}, tables);
}

struct Made {
  std::vector<DraftForm> forms;
  size_t attested = 0;
  std::vector<Problem> problems;
};

Made made_of(const Tables& tables) {
  Made made;
  made.forms = draft_attested(tables);
  made.attested = made.forms.size();
  generate_forms(tables, &made.forms, &made.problems);
  return made;
}

std::string joined(std::vector<std::string> parts) {
  std::sort(parts.begin(), parts.end());
  std::string out;
  for (const std::string& part : parts) {
    out += (out.empty() ? "" : "; ") + part;
  }
  return out;
}

// "text (rule)" of the generated forms.
std::string list_of(const Made& made) {
  std::vector<std::string> parts;
  for (size_t i = made.attested; i < made.forms.size(); ++i) {
    parts.push_back(made.forms[i].text + " (" + made.forms[i].rule + ")");
  }
  return joined(std::move(parts));
}

TEST(GenerateTest, AFormMakesTheFormsOfItsRow) {
  for (const Case& row : tests::read_cases("generate_forms.tsv")) {
    Tables tables = rules();
    add_entity("it", row["type"], &tables);
    add_form("it", row, &tables);
    expect_row(row, row["made"], list_of(made_of(tables)));
  }
}

// "surname=text@lang|given=..." as rows of the table of parts.
void add_parts(const std::string& parts, Tables* tables) {
  for (size_t at = 0; at < parts.size();) {
    const size_t end = std::min(parts.find('|', at), parts.size());
    const std::string part = parts.substr(at, end - at);
    const size_t equals = part.find('=');
    const size_t mark = part.find('@');
    add_row(TableKind::kParts,
            {"it", part.substr(0, equals),
             part.substr(equals + 1, mark - equals - 1), part.substr(mark + 1),
             "", "x"},
            tables);
    at = end + 1;
  }
}

TEST(GenerateTest, PartsMakeTheNamesOfTheirRow) {
  for (const Case& row : tests::read_cases("generate_composed.tsv")) {
    Tables tables = rules();
    add_entity("it", "person", &tables);
    add_parts(row["parts"], &tables);
    std::vector<std::string> texts;
    for (const DraftForm& form : made_of(tables).forms) {
      texts.push_back(form.text);
      EXPECT_EQ(form.rule.find("compose {"), 0u);
    }
    expect_row(row, row["made"], joined(std::move(texts)));
  }
}

TEST(GenerateTest, AGeneratedFormSaysWhereItComesFrom) {
  Tables tables = rules();
  add_entity("khitan", "people", &tables);
  add_row(TableKind::kForms,
          {"khitan", "Khitan", "en", "a reading", "", "label cased", "likely",
           "opened", "barthold-turkestan:20"},
          &tables);
  const Made made = made_of(tables);
  ASSERT_EQ(made.forms.size(), 2u);
  const DraftForm& form = made.forms[1];
  EXPECT_EQ(form.text, "Khitans");
  EXPECT_EQ(form.rule, "en-plural");
  EXPECT_EQ(form.base, 0u);
  EXPECT_EQ(*form.grammar, "plural demonym");
  EXPECT_EQ(form.use, "cased");  // no label of its own
  EXPECT_EQ(*form.basis, "generated");
  EXPECT_EQ(*form.certainty, "likely");
  EXPECT_EQ(*form.source, "barthold-turkestan:20");
  EXPECT_EQ(*form.reading, "");
}

TEST(GenerateTest, OnlyTheTagsOfTheRuleAreKept) {
  Tables tables = rules();
  add_entity("khitan", "people", &tables);
  add_plain("khitan", "Khitan", "de en", &tables);
  const Made made = made_of(tables);
  ASSERT_EQ(made.forms.size(), 2u);
  EXPECT_EQ(made.forms[1].lang, "en");
}

TEST(GenerateTest, WhatIsAttestedIsNotMadeAgain) {
  Tables tables = rules();
  add_entity("khitan", "people", &tables);
  add_plain("khitan", "Khitan", "en", &tables);
  add_plain("khitan", "Khitans", "en", &tables);
  EXPECT_EQ(list_of(made_of(tables)), "");
}

TEST(GenerateTest, WhatAnotherNameHasAttestedIsDroppedAndTold) {
  Tables tables = rules();
  add_entity("khitan", "people", &tables);
  add_entity("band", "work", &tables);
  add_plain("khitan", "Khitan", "en", &tables);
  add_plain("band", "KHITANS", "en", &tables);
  const Made made = made_of(tables);
  EXPECT_EQ(list_of(made), "");
  ASSERT_EQ(made.problems.size(), 1u);
  EXPECT_TRUE(made.problems[0].warning);
  EXPECT_EQ(made.problems[0].message,
            "generated form 'Khitans' of khitan (en-plural) is dropped: band "
            "has it attested");
}

TEST(GenerateTest, WhatAnotherNameOfTheSameThingHasIsDroppedInSilence) {
  Tables tables = rules();
  add_entity("khitan", "people", &tables);
  add_row(TableKind::kNames, {"other-name", "en", "Khitans"}, &tables);
  add_row(TableKind::kSenses, {"other-name", "khitan"}, &tables);
  add_plain("khitan", "Khitan", "en", &tables);
  add_plain("other-name", "Khitans", "en", &tables);
  const Made made = made_of(tables);
  EXPECT_EQ(list_of(made), "");
  EXPECT_TRUE(made.problems.empty());
}

// Over the whole of the shipped lexicon: a generated spelling is no attested
// one of another entity alone, unless its base is a homonym of that already;
// within its own name it has a tag that the attested one has not.
TEST(GenerateTest, NoGeneratedFormOfTheLexiconIsAttested) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  std::map<std::string, std::set<uint32_t>> attested;  // key -> forms
  for (uint32_t i = 0; i < lexicon.form_count(); ++i) {
    const Form form = lexicon.form(i);
    if (!form.generated()) attested[fold::match_key(form.text)].insert(i);
  }
  const auto entities = [&](uint32_t name) {
    std::set<uint32_t> all;
    for (uint32_t sense : lexicon.senses_of_name(name)) {
      all.insert(lexicon.sense(sense).entity);
    }
    return all;
  };
  for (uint32_t i = 0; i < lexicon.form_count(); ++i) {
    const Form form = lexicon.form(i);
    const auto same = attested.find(fold::match_key(form.text));
    if (!form.generated() || same == attested.end()) continue;
    const std::set<uint32_t> own = entities(form.name);
    bool shared = false;
    for (uint32_t other : same->second) {
      const Form known = lexicon.form(other);
      shared = shared || known.name == form.name;
      for (uint32_t entity : entities(known.name)) {
        shared = shared || own.contains(entity);
      }
      if (known.name == form.name && known.text == form.text) {
        EXPECT_EQ(known.lang.find(form.lang), known.lang.npos) << form.text;
      }
    }
    const std::string base =
        form.base == kNoRow ? "" : std::string(lexicon.form(form.base).text);
    EXPECT_TRUE(shared || fold::match_key(base) == same->first) << form.text;
  }
}

TEST(GenerateTest, EveryRuleOfTheLexiconMakesSomething) {
  const Lexicon& lexicon = tests::shipped_lexicon();
  std::set<std::string_view> made;
  for (uint32_t i = 0; i < lexicon.form_count(); ++i) {
    const std::string_view rule = lexicon.form(i).rule;
    const bool composed = rule.starts_with("compose ");
    for (std::string_view one :
         composed ? std::vector{rule.substr(0, 7)} : words(rule)) {
      made.insert(one);
    }
  }
  std::vector<std::string> expected = {"simplified", "en-plural", "en-demonym",
                                       "compose"};
  for (const Row& row : rules().of(TableKind::kGenerated).rows) {
    expected.push_back(row[generated::kConvention]);
  }
  for (const std::string& rule : expected) {
    EXPECT_TRUE(made.contains(rule)) << rule;
  }
}

}  // namespace
}  // namespace khitai::compile
