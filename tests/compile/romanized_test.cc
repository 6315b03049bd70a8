// SPDX-License-Identifier: Apache-2.0
//
// Forms in the conventions of conventions/generated.tsv, and which of them may
// stand beside what is there.

#include "compile/romanized.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "compile/cells.h"
#include "compile/drafts.h"
#include "compile/generate.h"
#include "compile/rules_only.h"
#include "khitai/keys.h"
#include "support/cases.h"
#include "support/expect_row.h"
#include "support/small_lexicon.h"

namespace khitai::compile {
namespace {

using tests::Case;

// The shipped rules and nothing that they apply to; readings of the characters
// of `text` only, for there are many.
Tables rules(const std::string& text) {
  static const Tables kRules =
      rules_only({TableKind::kBlocks, TableKind::kHanReadings,
                  TableKind::kCosts, TableKind::kSimplified});
  Tables tables = kRules;
  for (const Row& row :
       shipped_tables_read().of(TableKind::kHanReadings).rows) {
    const std::string& character = row[han_readings::kCharacter];
    if (text.find(character) == std::string::npos &&
        l1_key(text).find(character) == std::string::npos) {
      continue;
    }
    tables.of(TableKind::kHanReadings).rows.push_back(row);
  }
  return tables;
}

void add_form(const std::string& name, const std::string& form,
              const std::string& lang, const std::string& reading,
              const std::string& use, Tables* tables) {
  add_row(
      TableKind::kForms,
      {name, form, lang, reading, "", use, "certain", "known", "liao-shi:30"},
      tables);
}

struct Romanized {
  std::vector<DraftForm> forms;
  size_t attested = 0;
  std::vector<Problem> problems;

  // "text (use)" of what the rule made, sorted.
  std::string list(const std::string& rule) const {
    std::vector<std::string> texts;
    for (size_t i = attested; i < forms.size(); ++i) {
      if (!has_word(forms[i].rule, rule)) continue;
      texts.push_back(forms[i].text + " (" + forms[i].use + ")");
    }
    std::sort(texts.begin(), texts.end());
    std::string out;
    for (const std::string& one : texts) {
      out += (out.empty() ? "" : "; ") + one;
    }
    return out;
  }
  const DraftForm* find(const std::string& name,
                        const std::string& text) const {
    for (size_t i = attested; i < forms.size(); ++i) {
      if (*forms[i].name == name && forms[i].text == text) return &forms[i];
    }
    return nullptr;
  }
};

Romanized romanized_of(const Tables& tables) {
  Romanized made;
  made.forms = draft_attested(tables);
  made.attested = made.forms.size();
  generate_forms(tables, &made.forms, &made.problems);
  return made;
}

// Two polities with a form each.
Romanized made_of_two(const std::string& a, const std::string& reading_a,
                      const std::string& b, const std::string& reading_b) {
  Tables tables = rules("");
  add_row(TableKind::kEntities, {"one", "polity", "one"}, &tables);
  add_row(TableKind::kEntities, {"two", "polity", "two"}, &tables);
  add_form("one", a, "zh-Hant", reading_a, "", &tables);
  add_form("two", b, reading_b.empty() ? "en" : "zh-Hant", reading_b, "",
           &tables);
  return romanized_of(tables);
}

TEST(RomanizedTest, AFormMakesTheFormsOfItsRow) {
  for (const Case& row : tests::read_cases("generate_romanized.tsv")) {
    Tables tables = rules(row["form"]);
    add_row(TableKind::kEntities, {"it", row["type"], "it"}, &tables);
    add_form("it", row["form"], row["lang"], row["reading"], row["use"],
             &tables);
    if (!row["also"].empty()) {
      add_form("it", row["also"], "en", "", "", &tables);
    }
    tests::expect_row(row, row["made"],
                      romanized_of(tables).list(row["convention"]));
  }
}

TEST(RomanizedTest, SaysWhereItComesFrom) {
  const Romanized made =
      made_of_two("\u897F\u907C", "X\u012B Li\u00E1o", "Other", "");
  const DraftForm* const form = made.find("one", "Hsi Liao");
  ASSERT_NE(form, nullptr);
  EXPECT_EQ(form->lang, "zh-Latn-wadegile zh-Latn-wadegile-x-bare");
  EXPECT_EQ(form->rule, "wade-giles wade-giles-bare");
  EXPECT_EQ(*form->basis, "generated");
  EXPECT_EQ(*form->certainty, "certain");
  EXPECT_EQ(*form->source, "liao-shi:30");
  EXPECT_EQ(*form->reading, "");
  ASSERT_LT(form->base, made.attested);
  EXPECT_EQ(made.forms[form->base].text, "\u897F\u907C");
}

// What no row reads is no more than likely.
TEST(RomanizedTest, ByCharactersItIsLessCertain) {
  Tables tables = rules("\u907C\u5BE7");
  add_row(TableKind::kEntities, {"it", "place", "it"}, &tables);
  add_form("it", "\u907C\u5BE7", "zh-Hant", "", "", &tables);
  const Romanized made = romanized_of(tables);
  const DraftForm* const form = made.find("it", "Liao-ning");
  ASSERT_NE(form, nullptr);
  EXPECT_EQ(*form->certainty, "likely");
}

TEST(RomanizedTest, WhatAnotherEntityHasAttestedIsDroppedAndTold) {
  const Romanized made =
      made_of_two("\u897F\u907C", "X\u012B Li\u00E1o", "HSI-LIAO", "");
  EXPECT_EQ(made.list("wade-giles"), "");
  EXPECT_EQ(made.list("efeo"), "Si Leao (cased)");
  ASSERT_EQ(made.problems.size(), 1u);
  EXPECT_TRUE(made.problems[0].warning);
  EXPECT_TRUE(made.problems[0].aside);
  EXPECT_EQ(made.problems[0].message,
            "generated form 'Hsi Liao' of one (wade-giles wade-giles-bare) is "
            "dropped: two has it attested");
}

TEST(RomanizedTest, AWordOfTheBlocksIsDroppedAndTold) {
  Tables tables = rules("");
  add_row(TableKind::kEntities, {"one", "polity", "one"}, &tables);
  add_form("one", "\u897F\u907C", "zh-Hant", "X\u012B Li\u00E1o", "", &tables);
  add_row(TableKind::kBlocks, {"hsi liao", "en", "a word"}, &tables);
  const Romanized made = romanized_of(tables);
  EXPECT_EQ(made.list("wade-giles"), "");
  ASSERT_EQ(made.problems.size(), 1u);
  EXPECT_NE(made.problems[0].message.find("it is a word of blocks.tsv"),
            std::string::npos);
}

// The same entity has it already, so nothing new is meant by it.
TEST(RomanizedTest, WhatItsOwnEntityHasAttestedStays) {
  Tables tables = rules("");
  add_row(TableKind::kEntities, {"one", "polity", "one"}, &tables);
  add_row(TableKind::kNames, {"other-name", "en", "Hsi Liao"}, &tables);
  add_row(TableKind::kSenses, {"other-name", "one"}, &tables);
  add_form("one", "\u897F\u907C", "zh-Hant", "X\u012B Li\u00E1o", "", &tables);
  add_form("other-name", "Hsi Liao", "en", "", "", &tables);
  const Romanized made = romanized_of(tables);
  EXPECT_EQ(made.list("wade-giles"), "Hsi Liao (cased)");
  EXPECT_TRUE(made.problems.empty());
}

// Only the tags that its name has not got for that text.
TEST(RomanizedTest, WhatIsAttestedInTheConventionIsNotMadeAgain) {
  for (const char* lang : {"zh-Latn-wadegile", "en"}) {
    Tables tables = rules("");
    add_row(TableKind::kEntities, {"one", "polity", "one"}, &tables);
    add_form("one", "\u897F\u907C", "zh-Hant", "X\u012B Li\u00E1o", "",
             &tables);
    add_form("one", "Hsi Liao", lang, "", "", &tables);
    const Romanized made = romanized_of(tables);
    const DraftForm* const form = made.find("one", "Hsi Liao");
    ASSERT_NE(form, nullptr);
    EXPECT_EQ(form->rule, lang == std::string("en")
                              ? "wade-giles wade-giles-bare"
                              : "wade-giles-bare");
  }
}

TEST(RomanizedTest, OfHomonymsHomonymsAreMade) {
  const Romanized made = made_of_two("\u6771\u907C", "D\u014Dng Li\u00E1o",
                                     "\u6771\u907C", "D\u014Dng Li\u00E1o");
  EXPECT_EQ(made.list("wade-giles"), "Tung Liao (cased); Tung Liao (cased)");
  EXPECT_TRUE(made.problems.empty());
}

TEST(RomanizedTest, WhatIsMadeAlikeOfOthersNeedsItsCompany) {
  const Romanized made = made_of_two("\u5E73\u6DBC", "P\u00EDngli\u00E1ng",
                                     "\u5C4F\u6881", "P\u00EDngli\u00E1ng");
  EXPECT_EQ(made.list("wade-giles"),
            "P'ing-liang (cue cased); P'ing-liang (cue cased)");
  EXPECT_TRUE(made.problems.empty());
}

TEST(RomanizedTest, FormsOfOneAreBounded) {
  Tables tables = rules("");
  add_row(TableKind::kEntities, {"it", "place", "it"}, &tables);
  add_form("it", "\u6D2E\u6D2E", "zh-Hant",
           "Alan|Balan|Chanan|Danan|Fanan|Gangan|Hanan", "", &tables);
  const Romanized made = romanized_of(tables);
  const size_t count = made.forms.size() - made.attested;
  EXPECT_EQ(count, kMostRomanized);
}

TEST(RomanizedTest, ComposedNamesAreBasesToo) {
  Tables tables = rules("\u907C\u5BE7");
  add_row(TableKind::kEntities, {"it", "person", "it"}, &tables);
  add_row(TableKind::kParts, {"it", "surname", "\u907C", "zh-Hant", "1", "x"},
          &tables);
  add_row(TableKind::kParts, {"it", "given", "\u5BE7", "zh-Hant", "2", "x"},
          &tables);
  const Romanized made = romanized_of(tables);
  EXPECT_NE(made.find("it", "Liao Ning"), nullptr);
}

}  // namespace
}  // namespace khitai::compile
